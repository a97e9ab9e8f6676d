"""From which status to which, by what name, and who may: the one table of transitions."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from questions.vocabulary import Status

from .rights import Someone, may_edit, may_publish


class Right(Enum):
    """What a transition asks of a user."""

    EDIT = "edit it"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Verb:
    name: str
    done: str  # "Published": in messages and histories
    target: Status
    sources: dict[Status, Right]

    def refusal(self, user: Someone, thing: Any) -> str:
        """Why ``user`` may not do this to ``thing``, as the end of a sentence; "" if they may."""
        if getattr(thing, "merged_into_id", None):
            return "was merged into another question, and its merge must be taken back first"
        right = self.sources.get(Status(thing.status))
        if right is None:
            return f"is {Status(thing.status).label.lower()}, and only what is {self._from()} can be {self.done.lower()}"
        if right is Right.PUBLISH and not may_publish(user):
            return "needs somebody who may publish"
        # Whoever may publish need not have the right to write; whoever may not, changes what they may edit.
        if not (may_publish(user) or may_edit(user, thing)):
            return "is somebody else's, and you may change your own only"
        return ""

    def _from(self) -> str:
        return " or ".join(status.label.lower() for status in self.sources)


SEND_TO_REVIEW = Verb("send_to_review", "Sent to review", Status.REVIEW, {Status.DRAFT: Right.EDIT})
SEND_BACK = Verb(
    "send_back",
    "Sent back to draft",
    Status.DRAFT,
    {Status.REVIEW: Right.EDIT, Status.PUBLISHED: Right.PUBLISH, Status.RETIRED: Right.PUBLISH},
)
PUBLISH = Verb(
    "publish",
    "Published",
    Status.PUBLISHED,
    # Published again: with other times, from the schedule page.
    dict.fromkeys(Status, Right.PUBLISH),
)
RETIRE = Verb(
    "retire",
    "Retired",
    Status.RETIRED,
    {Status.DRAFT: Right.PUBLISH, Status.REVIEW: Right.PUBLISH, Status.PUBLISHED: Right.PUBLISH},
)
VERBS = {verb.name: verb for verb in (SEND_TO_REVIEW, SEND_BACK, PUBLISH, RETIRE)}
