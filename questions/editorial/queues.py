"""Everything the desk counts, in the order it stands there."""

from collections.abc import Iterator

from questions.models import GuideImport, Message, NearDuplicate, Question, ResourceLink, Revision, Role
from questions.models.inbox import MessageKind
from questions.models.resource import CheckState

from . import waiting
from .desk import Queue
from .lacking import LackingTopics
from .rights import EDIT_ALL, IMPORT, PUBLISH

MINE, VISITORS, BANK, UPKEEP = "Waiting for you", "From visitors", "To look over", "Links and imports"
OVERSEERS = (EDIT_ALL, PUBLISH)


def _of_status() -> Iterator[Queue]:
    for model in (Question, Role, ResourceLink):
        name = str(model._meta.verbose_name_plural)
        authors = (f"questions.change_{model._meta.model_name}",)
        yield Queue(
            section=MINE,
            name=f"Your {name} sent back",
            hint="A colleague asks for another go. Their history says who.",
            model=model,
            filters={"mine": "sent-back"},
            rows=waiting.sent_back_to,
            for_whom=authors,
        )
        yield Queue(
            section=MINE,
            name=f"Your {name} in draft",
            hint="Begun by you. Send them to review when they are ready.",
            model=model,
            filters={"mine": "drafts"},
            rows=waiting.drafts_of,
            for_whom=authors,
        )
        yield Queue(
            section=MINE,
            name=f"{name.capitalize()} in review",
            hint="Publish them, or send them back.",
            model=model,
            filters={"status": "review"},
            rows=lambda rows, user: waiting.in_review(rows),
            for_whom=OVERSEERS,
        )


QUEUES: list[Queue | LackingTopics] = [
    Queue(
        section=MINE,
        name="Pending revisions",
        hint="Changes of what is public. Visitors see the old text until you accept them.",
        model=Revision,
        filters={"state": "pending"},
        rows=lambda rows, user: rows.pending(),
        for_whom=(PUBLISH,),
    ),
    Queue(
        section=MINE,
        name="Your changes sent back",
        hint="Of what is public. The publisher's note says why.",
        model=Revision,
        filters={"mine": "sent-back"},
        rows=waiting.declined_of,
        for_whom=("questions.change_question", "questions.change_role", "questions.change_resourcelink"),
    ),
    *_of_status(),
    Queue(
        section=VISITORS,
        name="Problem reports",
        hint="Somebody found something wrong, out of date or hard to understand.",
        model=Message,
        filters={"state": "waiting", "kind": MessageKind.REPORT.value},
        rows=lambda rows, user: rows.waiting().filter(kind=MessageKind.REPORT),
        for_whom=("questions.change_message",),
    ),
    Queue(
        section=VISITORS,
        name="Suggested questions",
        hint="Accept them as drafts, or dismiss them with a reason.",
        model=Message,
        filters={"state": "waiting", "kind": MessageKind.SUGGESTION.value},
        rows=lambda rows, user: rows.waiting().filter(kind=MessageKind.SUGGESTION),
        for_whom=("questions.change_message",),
    ),
    Queue(
        section=BANK,
        name="Stale questions",
        hint="Public, and not reviewed for twelve months, or never.",
        model=Question,
        filters={"stale": "yes"},
        rows=lambda rows, user: waiting.stale(rows),
        for_whom=OVERSEERS,
    ),
    Queue(
        section=BANK,
        name="Stale roles",
        hint="Public, and not reviewed for twelve months, or never.",
        model=Role,
        filters={"stale": "yes"},
        rows=lambda rows, user: waiting.stale(rows),
        for_whom=OVERSEERS,
    ),
    Queue(
        section=BANK,
        name="Roles short of questions",
        hint=f"Public, with fewer than {waiting.ENOUGH_QUESTIONS} public questions.",
        model=Role,
        filters={"short": "yes"},
        rows=lambda rows, user: waiting.short_of_questions(rows),
        for_whom=OVERSEERS,
    ),
    LackingTopics(),
    Queue(
        section=BANK,
        name="Pairs of similar questions",
        hint="Merge the two, or say that they are two.",
        model=NearDuplicate,
        filters={},
        rows=lambda rows, user: rows.open(),
        for_whom=("questions.change_nearduplicate",),
    ),
    Queue(
        section=UPKEEP,
        name="Dead links",
        hint="Hidden from visitors until they work again or lead elsewhere.",
        model=ResourceLink,
        filters={"check_state": CheckState.DEAD.value},
        rows=lambda rows, user: waiting.last_found(rows, CheckState.DEAD),
        for_whom=OVERSEERS,
    ),
    Queue(
        section=UPKEEP,
        name="Links to open yourself",
        hint="The check could not tell whether they work.",
        model=ResourceLink,
        filters={"check_state": CheckState.UNSURE.value},
        rows=lambda rows, user: waiting.last_found(rows, CheckState.UNSURE),
        for_whom=OVERSEERS,
    ),
    Queue(
        section=UPKEEP,
        name="Imports with problems",
        hint="A file was not read, something found no place, or stayed as editors had it.",
        model=GuideImport,
        filters={"problems": "yes"},
        rows=lambda rows, user: waiting.with_problems(rows),
        for_whom=(IMPORT,),
    ),
]
