"""Questions an import brings that read much like one the bank has: said in its report, and noted for editors."""

import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from questions.models import Question
from questions.normal import question_key

from .finding import Similar, similar_to
from .noting import compare, pairs_of

# A trial looks at the first of the new questions, and at no further one after so many seconds.
MOST_LOOKED_AT = 200
LOOKING = 8.0
# An import notes pairs itself if it is a small one: at some 10 ms each that adds a second. The rest is left to the timer,
# for where all questions are made of the same few words it is ten times as much.
MOST_NOTED = 100
MOST_NAMED = 3  # of the questions that one resembles


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many questions are new, how many of those were compared with the bank, and which of them resemble which."""

    new: int
    compared: int
    similar: list[tuple[str, list[Similar]]]

    def in_words(self) -> str:
        if self.compared:
            return f"{len(self.similar)} of {self.compared:,} new questions"
        return "not looked for yet: `manage.py run_timers` does it" if self.new else "0"

    def lines(self) -> list[str]:
        return [
            f"“{text}” reads much like question {found.question.pk}, “{found.question.text}”"
            for text, alike in self.similar
            for found in alike
        ]


def look(texts: Sequence[str]) -> Arrivals:
    """What the first of ``texts`` resemble, none of which the bank has; nothing is noted."""
    end = time.monotonic() + LOOKING
    compared, similar = 0, []
    for text in texts[:MOST_LOOKED_AT]:
        if time.monotonic() > end:
            break
        compared += 1
        if alike := similar_to(text, limit=MOST_NAMED):
            similar.append((text, alike))
    return Arrivals(len(texts), compared, similar)


def note(texts: Sequence[str]) -> Arrivals:
    """Note what ``texts`` resemble, which have just come into the bank; of a large import nothing, the timer will."""
    if len(texts) > MOST_NOTED:
        return Arrivals(len(texts), 0, [])
    questions = list(Question.objects.filter(text_key__in={question_key(text) for text in texts}).order_by("pk"))
    compare(questions)
    similar: dict[str, list[Similar]] = defaultdict(list)
    # The second of a pair is the younger one; where both are new it is enough to say so once.
    for pair in pairs_of([question.pk for question in questions]).open().select_related("first", "second"):
        similar[pair.second.text].append(Similar(pair.first, pair.similarity))
    return Arrivals(len(texts), len(questions), [(text, alike[:MOST_NAMED]) for text, alike in similar.items()])
