"""What searches of every kind cost with so many questions in the bank, and typing ahead among 65,000 names."""

import os
from itertools import pairwise
from urllib.parse import quote

from django.db import connection

from bench.bank import ROLES, TITLES_OF_A_ROLE
from bench.figures import Figure
from bench.server import serve
from bench.visitor import ask
from bench.words import WORDS
from questions.models import Role, RoleTitle, Topic

# What we promise, in milliseconds a visitor waits: of any search and of a usual one; of anything typed; of a suggestion.
ANY, USUAL, ODD, SUGGESTION = 60, 15, 200, 10
TIMES = 3
# Words of which each is in one text of some sixty; the first four are in a fifth of all texts and more.
USUAL_WORDS = WORDS[60:120:6]
COMMON = WORDS[:4]
RARE = WORDS[2_000:2_040:4]


def measure(_questions: int) -> list[Figure]:
    """Needs a filled database."""
    kinds = _kinds()
    connection.close()
    with serve(dict(os.environ)) as server:
        figures = []
        everything: list[str] = []
        for name, asked in kinds.items():
            paths = [f"/search/?q={quote(each, safe='&=')}" for each in asked]
            ask(server, paths)
            cost = ask(server, paths, TIMES)
            everything += paths
            limit = ODD if name.startswith("odd") else ANY
            remark = f"{cost.middle:.1f} in the middle, {cost.most:.1f} at most, {cost.cpu:.1f} of the worker"
            figures.append(Figure(f"search: {name}, 95 in 100", cost.p95, "ms", limit, remark))
            if name == "two usual words":
                figures.append(Figure("search: two usual words, in the middle", cost.middle, "ms", USUAL))
        paths = [f"/search/suggest/?q={quote(each)}" for each in _typed()]
        ask(server, paths)
        cost = ask(server, paths, TIMES)
        remark = f"{cost.middle:.1f} in the middle, {cost.most:.1f} at most; {ROLES * (TITLES_OF_A_ROLE + 1):,} names"
        figures.append(Figure("typing ahead, of the worker", cost.cpu, "ms", SUGGESTION, remark))
        figures.append(Figure("typing ahead, 95 in 100", cost.p95, "ms", None, remark))
        figures.append(Figure("memory of a worker after all of these", server.memory(), "MB", 110))
    return figures


def _kinds() -> dict[str, list[str]]:
    """What is typed, by the kind of it."""
    role = Role.objects.published().filter(onet_soc_code__gt="").first()
    title = RoleTitle.objects.order_by("pk")[30_000].name
    topic = Topic.objects.order_by("pk")[9].name
    pairs = list(pairwise(USUAL_WORDS))
    return {
        "one usual word": USUAL_WORDS,
        "two usual words": [f"{one} {other}" for one, other in pairs],
        "a usual word of a kind": [f"{word}&kind=behavioral" for word in USUAL_WORDS],
        "a usual word, page 5": [f"{word}&page=5" for word in USUAL_WORDS],
        "a common word": list(COMMON),
        "two common words": [f"{one} {other}" for one in COMMON for other in COMMON if one < other],
        "a common word of a topic": [f"{word}&topic=topic-0" for word in COMMON],
        "words all questions have": ["what", "would do", "what would you do if", "case"],
        "a common and a rare word": [f"{common} {rare}" for common in COMMON for rare in RARE[:3]],
        "a common word without another": [f"{COMMON[0]} -{COMMON[1]}", f"what -{COMMON[0]}", f"{COMMON[2]} -{RARE[0]}"],
        "a phrase": [f'"{one} {other}"' for one, other in pairs] + [f'"{COMMON[0]} {COMMON[1]}"', '"what would you"'],
        "a rare word": list(RARE),
        "the beginning of a word": [word[:5] for word in USUAL_WORDS],
        "a misspelt word": [f"{word[:3]}{word[4]}{word[3]}{word[5:]}" for word in (*USUAL_WORDS[:4], "volunteers", "archives")],
        "words nobody uses": ["xylophone", "qqqq wwww", f"{RARE[0]} xylophone"],
        "a role": [role.title, title, role.onet_soc_code, "specialist", "role"],
        "a topic": [topic, topic.split()[0]],
        "one question's words": ["case 4711", "met case 977"],
        "odd text": ['"', "*", "((( NEAR(a b)", "a AND OR NOT", "🎉 📚", "مكتبة عامة", "a" * 7_000, "ab " * 1_500, "%_\\'"],
    }


def _typed() -> list[str]:
    """What stands in the box while somebody types names of every frequency."""
    names = (*WORDS[:6], *USUAL_WORDS, *RARE, "specialist", f"{WORDS[0]} {WORDS[5]}")
    return [name[:letters] for name in names for letters in (2, 3, 5, 8)]
