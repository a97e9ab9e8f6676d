"""A whole run: every address in turn, until so many requests were answered."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from django.db import connections

from torture.input import addresses, bank, sockets
from torture.input.answering import Fault, Site
from torture.input.making import Maker

# So many requests share one state of the bank, so that what they leave behind is met by others, too; and a request that ends
# somebody's session ends it for the rest of those only.
TOGETHER = 40
ENDS = ("logout", "sessions/end", "password", "/auth/user/")


@dataclass(slots=True)
class Result:
    """``reached`` counts the requests that each pattern answered, and under None those that none did."""

    faults: list[Fault] = field(default_factory=list)
    reached: Counter[str | None] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    raw: Counter[int] = field(default_factory=Counter)
    patterns: list[str] = field(default_factory=addresses.patterns)


def run(
    requests: int, seed: int, folder: Path, *, first: int = 0, raw: int = 0, tell: Callable[[Fault | None], object] = bool
) -> Result:
    """Send ``requests`` requests, from the one numbered ``first``, to the site of the settings, whose database is empty but migrated.

    Then ``raw`` more go through sockets to gunicorn, many of them no HTTP.
    ``folder`` takes a copy of the database; ``tell`` hears of each request what went wrong, or None.
    """
    bank.fill()
    cookies = bank.cookies()
    maker = Maker(seed, addresses.patterns(), bank.known(), {})
    site = Site(cookies, bank.put_away(folder))
    site.afresh()
    result = Result()
    for number in range(first, first + requests):
        random, path, who, method = maker.begin(number)
        forms = site.forms_at(path, who) if method == "POST" and random.random() < 0.8 else []
        asked = maker.end(number, random, path, who, method, forms)
        result.reached[addresses.pattern_at(unquote(path))] += 1
        fault = site.ask(asked)
        if fault:
            result.faults.append(fault)
        tell(fault)
        if number % TOGETHER == TOGETHER - 1 or (method not in ("GET", "HEAD") and any(word in path for word in ENDS)):
            site.afresh()
    result.statuses, result.slowest = site.statuses, site.slowest
    if raw:
        site.afresh()
        connections.close_all()
        result.raw, faults = sockets.ask(raw, seed, folder, maker)
        result.faults += faults
        for fault in faults:
            tell(fault)
    return result
