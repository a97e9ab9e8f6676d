"""A day's work at the desk of the starter bank, made up for the pictures: Ann drafts, Ed edits, visitors write."""

import datetime as dt
import os
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prepsite.settings")
django.setup()

from django.utils import timezone  # noqa: E402

from questions.editorial import publishing  # noqa: E402
from questions.editorial.duplicates import noting  # noqa: E402
from questions.editorial.revisions import created  # noqa: E402
from questions.models import Group, Question, ResourceLink, Role  # noqa: E402
from questions.models.resource import CheckState  # noqa: E402
from questions.vocabulary import Status  # noqa: E402
from tests.factories import make_question, make_report, make_role, make_suggestion, place_question  # noqa: E402
from tests.revisions.edits import edit  # noqa: E402
from tests.staff import person  # noqa: E402

from .desk import NAMES, PASSPHRASE  # noqa: E402

# Other roles of the group, and how many questions they share with the Community Outreach Librarian, by topic.
NEIGHBORS = {
    "Bookmobile Librarian": {"Mobile and off-site service": 6, "Community engagement": 4, "Partnerships": 3, "Schools": 2},
    "Branch Manager": {"Leading staff and volunteers": 5, "Budgets and grants": 4, "Difficult situations": 4, "Partnerships": 3},
    "Children's Librarian": {"Early literacy and families": 6, "Schools": 4, "Community engagement": 3, "Partnerships": 1},
    "Reference Librarian": {"Reference and customer service": 5, "Privacy": 3, "Intellectual freedom": 3, "Digital inclusion": 2},
}
DRAFT = "How would you plan your first week on a new bookmobile route?"
ALIKE = "How do you plan the first week on a new route of the bookmobile?"
GUIDED = {"topics": ["Mobile and off-site service"], "purpose": "Shows whether they ask people before they draw a map."}


def main() -> None:
    people = {name: at_the_desk(name) for name in NAMES}
    open_the_other_roles()
    ann_writes(people["ann"])
    ed_edits(people["ed"])
    visitors_write()
    links_are_looked_at()


def at_the_desk(name: str) -> Any:
    user = person(name)
    user.first_name, user.last_name = NAMES[name].split()
    user.set_password(PASSPHRASE)
    user.save()
    return user


def open_the_other_roles() -> None:
    group = Group.objects.get(name="Librarianship")
    for title, shares in NEIGHBORS.items():
        role = make_role(title=title, group=group, summary=f"What a {title.lower()} is asked.")
        for topic, number in shares.items():
            for question in Question.objects.filter(topics__name=topic).exclude(roles=role).order_by("pk")[:number]:
                place_question(question=question, role=role)


def ann_writes(ann: Any) -> None:
    role = Role.objects.get(title="Bookmobile Librarian")
    waiting = [
        make_question(text=DRAFT, role=role, status=Status.REVIEW, created_by=ann, **GUIDED),
        make_question(text=ALIKE, role=role, status=Status.REVIEW, created_by=ann, **GUIDED),
        make_question(text="How do you keep a diesel generator legal at a school?", status=Status.DRAFT, created_by=ann),
    ]
    created(Question, [question.pk for question in waiting], by=ann, reason="Written.")
    noting.compare(waiting)


def ed_edits(ed: Any) -> None:
    first, second, third = Question.objects.filter(roles__slug="community-outreach-librarian").order_by("pk")[:3]
    edit(first, by=ed, text=f"{first.text[:-1]}, and what keeps you there?", points=first.points.replace("honest", "plain"))
    edit(second, by=ed, reason="Names the map.", pitfalls="Praise for the whole area without a single street in it.")
    publishing.mark_reviewed([third], by=person("pat"), on=dt.date(2026, 11, 23))


def visitors_write() -> None:
    role = Role.objects.get(slug="community-outreach-librarian")
    make_suggestion(text="Which stop would you give up first if the van broke down for a month?", role=role)
    make_suggestion(text="How do you say no to a partner you need?", role=role)
    make_report(text="The link to the state's reading program leads to an empty page.", role=role)


def links_are_looked_at() -> None:
    dead, unsure = ResourceLink.objects.order_by("pk")[:2]
    ResourceLink.objects.filter(pk=dead.pk).update(check_state=CheckState.DEAD, checked_at=timezone.now())
    ResourceLink.objects.filter(pk=unsure.pk).update(check_state=CheckState.UNSURE, checked_at=timezone.now())


if __name__ == "__main__":
    main()
