"""Each number on the desk is the number of rows in the list it leads to, beside rows that do not count."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from questions.models import GuideImport, NearDuplicate
from questions.models.inbox import MessageState
from questions.models.resource import CheckState
from questions.vocabulary import Status
from tests.factories import make_link, make_question, make_report, make_role, make_suggestion
from tests.staff import browser_of, person

from .reading import desk_of, rows_behind

NOW = "2026-11-24 12:00 +0000"
LAST_YEAR = dt.date(2025, 11, 23)
THIS_YEAR = dt.date(2025, 11, 25)


def questions_in_review() -> None:
    for status in (Status.REVIEW, Status.REVIEW, Status.DRAFT, Status.PUBLISHED):
        make_question(status=status, reviewed_on=THIS_YEAR)


def roles_in_review() -> None:
    make_role(title="Archivist", status=Status.REVIEW), make_role(title="Clerk", status=Status.DRAFT)


def links_in_review() -> None:
    make_link(status=Status.REVIEW), make_link(status=Status.RETIRED)


def own_drafts() -> None:
    make_question(status=Status.DRAFT, created_by=person("sue")), make_question(status=Status.DRAFT)
    make_question(status=Status.DRAFT, created_by=person("ann")), make_question(created_by=person("sue"))


def reports() -> None:
    make_report(), make_report(), make_suggestion()
    make_report(state=MessageState.HANDLED, settled_at=timezone.now())


def suggestions() -> None:
    make_report(), make_suggestion()
    make_suggestion(text="Why?", state=MessageState.DISMISSED, settled_at=timezone.now())


def stale_questions() -> None:
    make_question(), make_question(reviewed_on=LAST_YEAR), make_question(reviewed_on=THIS_YEAR)
    make_question(status=Status.DRAFT), make_question(publish_at=timezone.now() + dt.timedelta(days=1))


def stale_roles() -> None:
    make_role(title="Archivist"), make_role(title="Clerk", reviewed_on=LAST_YEAR)
    make_role(title="Courier", reviewed_on=THIS_YEAR), make_role(title="Driver", status=Status.DRAFT)


def short_roles() -> None:
    roles = [make_role(title=title) for title in ("Empty", "Nine and a draft", "Ten")]
    make_role(title="Not public", status=Status.DRAFT)
    for number in range(10):
        make_question(role=roles[1], status=Status.PUBLISHED if number else Status.DRAFT)
        make_question(role=roles[2])


def dead_links() -> None:
    make_link(check_state=CheckState.DEAD), make_link(check_state=CheckState.UNSURE), make_link()
    make_link(check_state=CheckState.DEAD, status=Status.RETIRED)


def unsure_links() -> None:
    make_link(check_state=CheckState.UNSURE), make_link(check_state=CheckState.DEAD)
    make_link(check_state=CheckState.UNSURE, status=Status.RETIRED)


def similar_questions() -> None:
    questions = [make_question() for _ in range(3)]
    NearDuplicate.objects.create(first=questions[0], second=questions[1], similarity=0.9)
    NearDuplicate.objects.create(first=questions[1], second=questions[2], similarity=0.8, dismissed_at=timezone.now())


def imports_with_problems() -> None:
    for source, problems in (("a.md", ["Line 3: no place."]), ("b.md", [])):
        GuideImport.objects.create(source=source, digest="0", problems=problems, imported_at=timezone.now())


@time_machine.travel(NOW, tick=False)
@pytest.mark.parametrize(
    ("fill", "name", "number"),
    [
        (questions_in_review, "Questions in review", 2),
        (roles_in_review, "Roles in review", 1),
        (links_in_review, "Resource links in review", 1),
        (own_drafts, "Your questions in draft", 1),
        (reports, "Problem reports", 2),
        (suggestions, "Suggested questions", 1),
        (stale_questions, "Stale questions", 2),
        (stale_roles, "Stale roles", 2),
        (short_roles, "Roles short of questions", 2),
        (dead_links, "Dead links", 1),
        (unsure_links, "Links to open yourself", 1),
        (similar_questions, "Pairs of similar questions", 1),
        (imports_with_problems, "Imports with problems", 1),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
def test_a_number_is_the_number_of_rows_it_leads_to(db: None, fill: object, name: str, number: int):
    fill()
    sue = browser_of("sue")
    assert desk_of(sue)[name] == str(number)
    assert len(rows_behind(sue, name)) == number
