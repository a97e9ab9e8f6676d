"""Questions as they open in place, rendered once for each state of theirs: fifty on a page, and they seldom change.

After an edit every page is made anew, though nearly all of what stands on them is as it was. To render fifty questions takes
several times as long as all the rest of a role's page.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.template.loader import get_template
from django.urls import get_script_prefix
from django.utils.translation import get_language

from questions.models import Benchmark, FollowUp, Question
from questions.models.listed import listed
from questions.models.prepared import Prepared

from .store import Memory

TEMPLATE = "includes/question.html"
MOST = 8_000_000  # bytes: some 2,500 questions
# What the template shows of a question's own row.
SEEN = ("text", "kind", "purpose", "points", "pitfalls", "source_kind", "source_name", "reviewed_on", "reviewed_by")
TEXTS = Prepared(lambda keys: Question.objects.filter(pk__in=listed(keys)).order_by().values_list("pk", *SEEN), keys=list)
PROBES = Prepared(
    lambda keys: FollowUp.objects.filter(question__in=listed(keys)).order_by("position", "pk").values_list("question", "text"),
    keys=list,
)
LEVELS = Prepared(
    lambda keys: Benchmark.objects.filter(question__in=listed(keys)).order_by("pk").values_list("question", "level", "text"),
    keys=list,
)


@dataclass(frozen=True, slots=True)
class Rendered:
    html: str

    @property
    def size(self) -> int:
        return len(self.html) + 400


memory: Memory[Rendered] = Memory(MOST)


def opened(keys: Collection[int]) -> dict[int, str]:
    """By their keys, the questions of ``keys`` that exist as ``includes/question.html`` shows them. Three queries, and three
    more if there are some that were not rendered yet."""
    place = (get_language(), get_script_prefix(), settings.CONTENT_LANGUAGE)
    states = _states(keys)
    found = {key: memory.get((key, place), state) for key, state in states.items()}
    new = [key for key, rendered in found.items() if rendered is None or settings.DEBUG]  # somebody works on the template
    for key, question in Question.objects.with_guidance().in_bulk(new).items() if new else ():
        found[key] = rendered = Rendered(get_template(TEMPLATE).render({"question": question}))
        # As it was when it was rendered: somebody may have changed it since its state was asked for.
        memory.set((key, place), _digest(_shown(question)), rendered)
    return {key: rendered.html for key, rendered in found.items() if rendered}


def _states(keys: Collection[int]) -> dict[int, bytes]:
    """Everything the template shows of each question, in a few bytes: made of the texts themselves, so that no way to change
    them can be overlooked."""
    shown: dict[int, list[Any]] = defaultdict(list)
    for key, *values in TEXTS(keys=list(keys)):
        shown[key].append(values)
    for texts in (PROBES, LEVELS):
        for key, *values in texts(keys=list(shown)):
            shown[key].append(values)
    return {key: _digest(values) for key, values in shown.items()}


def _shown(question: Question) -> list[Any]:
    """The same of one question that was fetched with its guidance."""
    levels = sorted(question.benchmarks.all(), key=lambda benchmark: benchmark.pk)
    row = [getattr(question, name) for name in SEEN]
    return [row, *([probe.text] for probe in question.follow_ups.all()), *([level.level, level.text] for level in levels)]


def _digest(values: list[Any]) -> bytes:
    return blake2b(repr(values).encode(), digest_size=16).digest()
