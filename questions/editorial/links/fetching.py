"""One look at one link: HEAD, then GET where HEAD is refused, along its redirects, each of them checked like the first."""

import ssl
import time
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from .addresses import NotAskedError, Policy, Target
from .asking import Answer, NoAnswerError, Patience, ask
from .courtesy import Courtesy

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
TOO_MANY_REQUESTS = 429
LONGEST_SHOWN = 150  # of an address in a sentence


@dataclass(frozen=True)
class Look:
    """What was seen: the ``status`` of the last answer, or why there is none; ``moved_to`` is where it has gone for good."""

    status: int | None = None
    fault: str = ""
    moved_to: str = ""


class Fetcher:
    """Looks at links. One for a whole run, shared by its threads, so that all of them are polite together."""

    def __init__(
        self,
        *,
        policy: Policy | None = None,
        patience: Patience | None = None,
        courtesy: Courtesy | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.policy = policy or Policy()
        self.patience = patience or Patience()
        self.courtesy = courtesy or Courtesy()
        self.tls = tls or ssl.create_default_context()

    def look(self, url: str) -> Look:
        return _Journey(self).follow(url)


class _Journey:
    """The way of one link, and how much of its time is left. Waiting politely costs nothing."""

    def __init__(self, fetcher: Fetcher) -> None:
        self.fetcher = fetcher
        self.left = fetcher.patience.whole

    def follow(self, url: str) -> Look:
        moved_to, for_good = "", True
        for hop in range(MOST_REDIRECTS + 1):
            try:
                answer = self._answer(url)
            except (NotAskedError, NoAnswerError) as error:
                where = f" (after a redirect to {url[:LONGEST_SHOWN]})" if hop else ""
                return Look(fault=f"{error}{where}", moved_to=moved_to)
            if answer.status not in REDIRECTS or not answer.location:
                return Look(answer.status, moved_to=moved_to)
            try:
                url = urldefrag(urljoin(url, answer.location)).url
            except ValueError:
                return Look(answer.status, fault="it redirects to no valid address", moved_to=moved_to)
            for_good = for_good and answer.status in PERMANENT
            moved_to = url if for_good else moved_to
        return Look(fault=f"it redirects more than {MOST_REDIRECTS} times")

    def _answer(self, url: str) -> Answer:
        try:
            answer = self._ask("HEAD", self.fetcher.policy.target_of(url))
            refused = answer.status >= 400 and answer.status != TOO_MANY_REQUESTS  # they want less of us, not more
        except NoAnswerError as error:
            if not error.hung_up:
                raise
            refused = True
        # Many a server knows no HEAD, and says so in many ways: 405, 501, 403, 400, 404, or not at all.
        return self._ask("GET", self.fetcher.policy.target_of(url)) if refused else answer

    def _ask(self, method: str, target: Target) -> Answer:
        with self.fetcher.courtesy.turn(target.host):
            if self.left <= 0:
                raise NoAnswerError("it took too long to answer")
            began = time.monotonic()
            try:
                return ask(method, target, self.fetcher.patience, self.left, self.fetcher.tls)
            finally:
                self.left -= time.monotonic() - began
