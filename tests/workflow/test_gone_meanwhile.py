"""What a pending revision speaks of is deleted or merged before a publisher looks at it."""

from typing import Any

import pytest
from django.test import Client

from questions.editorial import editing, snapshots
from questions.editorial.editing import NotPossibleError
from questions.editorial.topics.merging import merge
from questions.editorial.topics.removing import remove
from questions.models import Group, Question, Revision, Role, RoleLink, Topic
from tests.admin.forms import filled
from tests.factories import make_finished_question, make_group, make_link, make_role, make_topic
from tests.revisions.edits import address, edit
from tests.staff import browser_of, person
from tests.tables.sending import said

from .at_once import broken_chains
from .crafting import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def question() -> Question:
    return make_finished_question(status="published")


@pytest.fixture
def pat() -> Client:
    return browser_of("pat")


def ed_adds(thing: Any, part: str, *entries: list) -> Revision:
    return edit(thing, by=person("ed"), **{part: [*now(thing)[part], *entries]})


def now(thing: Any) -> dict:
    """What is live."""
    return snapshots.read(type(thing), [thing.pk])[thing.pk]


def accept(pat: Client, revision: Revision) -> str:
    return said(pat.post(address(revision, "accept")))


def test_a_topic_that_is_deleted_is_left_out_and_the_history_says_what_is_live(question: Question, pat: Client):
    money = make_topic(name="Money")
    pending = ed_adds(question, "topics", [money.pk, "Money"])
    remove([money], by=person("sue"))
    assert "what is gone by now left out" in accept(pat, pending)
    assert broken_chains() == []
    pending.refresh_from_db()
    assert pending.state == "replaced"


def test_a_role_that_is_deleted_is_left_out_and_the_rest_is_accepted(question: Question, pat: Client):
    archivist = make_role(title="Archivist")
    entry = [archivist.pk, "Archivist", None, 1]
    pending = edit(question, by=person("ed"), purpose="Ed's.", roles=[*now(question)["roles"], entry])
    browser_of("sue").post(page_of(archivist, "delete"), {"post": "yes"})
    accept(pat, pending)
    assert broken_chains() == []
    question.refresh_from_db()
    assert (question.purpose, question.revision) == ("Ed's.", 3)
    assert Revision.objects.of(question).first().author_name == "ed"
    assert Revision.objects.of(question).first().reason == "Revision 2, brought up to date."


def test_a_link_of_a_role_that_is_deleted_is_left_out(pat: Client):
    link, role = make_link(role=make_role()), make_role(title="Archivist")
    pending = ed_adds(link, "roles", [role.pk, "Archivist", 1])
    browser_of("sue").post(page_of(role, "delete"), {"post": "yes"})
    accept(pat, pending)
    assert broken_chains() == []


def test_the_same_link_twice_is_one_link(pat: Client):
    role, link = make_role(), make_link()
    pending = edit(role, by=person("ed"), links=[[link.pk, link.title, 1], [link.pk, link.title, 2]])
    accept(pat, pending)
    assert RoleLink.objects.get().link == link
    assert broken_chains() == []


def test_before_accepting_the_page_says_what_is_left_out(question: Question, pat: Client):
    money = make_topic(name="Money")
    pending = ed_adds(question, "topics", [money.pk, "Money"])
    remove([money], by=person("sue"))
    page = pat.get(address(pending, "compare"))
    assert "is gone by now is left out" in page.content.decode()
    assert [difference.label for difference in page.context["changed"]] == []


def test_a_topic_that_was_merged_stays_chosen_in_the_form_of_who_goes_on(question: Question):
    money, budgets = make_topic(name="Money"), Topic.objects.get(name="Budgets")
    [[role, title, _section, place]] = now(question)["roles"]
    ahead = make_topic(name="Cash")
    ed = person("ed")
    edit(question, by=ed, topics=[[ahead.pk, "Cash"]], roles=[[role, title, [money.pk, "Money"], place]])
    merge([money, ahead], budgets, by=person("pat"))
    browser = browser_of("ed")
    browser.post(page_of(question), filled(browser.get(page_of(question)), purpose="Once more."))
    pending = Revision.objects.pending().get()
    assert pending.snapshot["topics"] == [[budgets.pk, "Budgets"]]
    assert pending.snapshot["roles"] == [[role, title, [budgets.pk, "Budgets"], place]]


def test_a_topic_merged_into_another_is_no_change_in_the_same_place(question: Question, pat: Client):
    budgets, money, routes = (make_topic(name=name) for name in ("Budgets", "Money", "Routes"))
    pending = ed_adds(question, "topics", [routes.pk, "Routes"])
    merge([budgets], money, by=person("pat"))
    accept(pat, pending)
    assert set(question.topics.values_list("name", flat=True)) == {"Money", "Routes"}
    assert broken_chains() == []


@pytest.fixture
def moved() -> Revision:
    """Ed's change of a role's group; the group is deleted before Pat looks at it."""
    pending = edit(make_role(), by=person("ed"), group=make_group(name="Archives").pk)
    Group.objects.filter(name="Archives").delete()
    return pending


def test_a_group_that_is_gone_is_told_and_nothing_is_accepted(moved: Revision, pat: Client):
    assert "Its group is gone" in accept(pat, moved)
    moved.refresh_from_db()
    assert moved.is_pending
    assert Role.objects.get().group.name == "Librarianship"


def test_who_goes_on_from_a_change_to_a_group_that_is_gone_chooses_another_one(moved: Revision):
    role, ed = Role.objects.get(), browser_of("ed")
    page = ed.get(page_of(role))
    assert page.status_code == 200
    ed.post(page_of(role), filled(page, group=role.group_id, summary="Ed's."))
    assert Revision.objects.pending().get().snapshot["group"] == role.group_id


def test_nobody_goes_back_to_a_group_that_is_gone():
    role = make_role()
    first = edit(role, by=person("pat"), group=make_group(name="Archives").pk)
    edit(role, by=person("pat"), group=make_group().pk)
    Group.objects.filter(name="Archives").delete()
    with pytest.raises(NotPossibleError, match="Its group is gone"):
        editing.revert(first, by=person("pat"), base=role.revision)
