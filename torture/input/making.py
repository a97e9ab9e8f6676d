"""From a seed and a number to one request."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote

from torture.input import addresses
from torture.input.bodies import body
from torture.input.forms import Fields, spoilt
from torture.input.headers import headers
from torture.input.values import odd

METHODS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "get", "GET ", "X" * 50, "")
# What pages ask for themselves, and what the admin and the tables would like to hear.
ASKED = (
    *(
        "q",
        "page",
        "p",
        "kind",
        "topic",
        "field",
        "role",
        "n",
        "seed",
        "view",
        "at",
        "show",
        "lines",
        "large",
        "guidance",
        "to",
        "next",
        "o",
    ),
    *(
        "all",
        "e",
        "_popup",
        "_to_field",
        "_changelist_filters",
        "term",
        "app_label",
        "model_name",
        "field_name",
        "status__exact",
        "base",
        "from",
    ),
    *(
        "text",
        "id__in",
        "pk",
        "roles__id__exact",
        "created__gte",
        "key",
        "first",
        "second",
        "format",
        "token",
        "level",
        "after",
        "before",
        "sort",
    ),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it will be sent: ``target`` with its query, escaped; ``who`` sends it."""

    number: int
    who: str
    method: str
    target: str
    headers: dict[str, str] = field(default_factory=dict)
    type: str = ""
    body: bytes = b""

    def __str__(self) -> str:
        return (
            f"{self.number}: {self.who} {self.method} {self.target[:300]} {self.headers!r:.300} {self.type!r} {self.body[:600]!r}"
        )


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes requests. ``known`` holds what is there, ``forms_at`` what forms a page shows to somebody."""

    seed: int
    patterns: Sequence[str]
    known: dict[str, list[str]]
    queries: dict[str, list[str]]

    def begin(self, number: int) -> tuple[Random, str, str, str]:
        """The chance of this request, its address, who sends it, and the method; every address has its turn."""
        random = Random(f"{self.seed}/{number}")
        pattern = self.patterns[number % len(self.patterns)]
        staff = pattern.startswith(("admin/", "accounts/"))
        path = addresses.filled_in(pattern, self.known, random)
        if random.random() < 0.03:
            path = random.choice(addresses.BESIDE)
        if not path.startswith(("/admin", "/es")) and random.random() < 0.2:
            path = f"/es{path}"
        who = random.choices(("visitor", "ann", "pat", "sue"), (1, 2, 3, 4) if staff else (7, 1, 1, 1))[0]
        method = random.choices(("GET", "POST", "odd"), (5, 5, 1) if staff else (8, 2, 1))[0]
        return random, path, who, random.choice(METHODS) if method == "odd" else method

    def end(self, number: int, random: Random, path: str, who: str, method: str, forms: list[Fields]) -> Asked:
        target = path
        if random.random() < 0.5:
            target += "?" + self._query(random)
        extra = headers(random)
        if method in ("GET", "HEAD") and random.random() < 0.95:
            return Asked(number, who, method, target, extra)
        fields = spoilt(random.choice(forms) if forms else self._pairs(random), random)
        kind, sent = body(fields, random)
        return Asked(number, who, method, target, extra, kind, sent)

    def _query(self, random: Random) -> str:
        raw = random.random()
        if raw < 0.06:
            return random.choice(
                ("&&&", "=", "q=%ff", "q=%ED%A0%80", "q[]=1&q[a]=2", "%00=%00", "q" * 5_000, "a=1&" * 1_200, ";", "page=1&page=2")
            )
        return "&".join(
            f"{quote(name, errors='replace')}={quote(value, errors='replace')}" for name, value in self._pairs(random)
        )

    def _pairs(self, random: Random) -> Fields:
        pairs = []
        for _ in range(random.choice((1, 1, 2, 3))):
            name = random.choice(ASKED)
            values = self.queries.get(name) or self.known.get(name)
            pairs.append((name, random.choice(values) if values and random.random() < 0.4 else odd(random)))
        return pairs
