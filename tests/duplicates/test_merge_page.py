"""The page on which a publisher looks at two questions and makes them one."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from questions.editorial import editing, snapshots
from questions.models import NearDuplicate, Question
from questions.vocabulary import Status
from tests.factories import make_question, make_role
from tests.pages.reading import parse, text_of
from tests.staff import person


@pytest.fixture
def pair(db: None) -> NearDuplicate:
    first = make_question(text="How do you plan a bookmobile route?", role=make_role(), follow_ups=["Who decides?"])
    second = make_question(text="How would you plan bookmobile routes?", purpose="Shows how you <b>weigh</b>.")
    return NearDuplicate.objects.create(first=first, second=second, similarity=0.91)


def address(pair: NearDuplicate) -> str:
    return f"/admin/questions/nearduplicate/{pair.pk}/merge/"


def staff(group: str) -> Client:
    user = User.objects.create_user("rhea", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def test_it_shows_both_side_by_side(editor: Client, pair: NearDuplicate):
    page = editor.get(address(pair))
    cells = text_of(page, "tbody td")
    for said in (
        pair.first.text,
        pair.second.text,
        "Community Outreach Librarian",
        "Who decides?",
        "Shows how you <b>weigh</b>.",
    ):
        assert said in cells


@pytest.mark.parametrize("stays", ["first", "second"])
def test_the_one_that_was_chosen_stays(editor: Client, pair: NearDuplicate, stays: str):
    kept = getattr(pair, stays)
    gone = pair.second if stays == "first" else pair.first
    page = editor.post(address(pair), {"stays": kept.pk}, follow=True)
    assert page.redirect_chain == [(f"/admin/questions/question/{kept.pk}/change/", 302)]
    assert "is retired, and its page leads to this one" in page.text
    gone.refresh_from_db()
    assert gone.merged_into == kept
    assert editor.get(address(pair)).status_code == 404


def test_looking_at_it_merges_nothing(editor: Client, pair: NearDuplicate):
    editor.get(address(pair), {"stays": pair.first.pk})
    assert not Question.objects.retired().exists()


def test_the_one_visitors_know_is_proposed_to_stay(editor: Client, pair: NearDuplicate):
    Question.objects.filter(pk=pair.second.pk).update(status=Status.DRAFT)
    [chosen] = parse(editor.get(address(pair))).query("input[checked]")
    assert chosen.attrs["value"] == str(pair.first.pk)


@pytest.mark.parametrize("sent", [{}, {"stays": "0"}, {"stays": "x"}])
def test_without_a_choice_it_asks_for_one(editor: Client, pair: NearDuplicate, sent: dict[str, str]):
    page = editor.post(address(pair), sent)
    assert page.status_code == 200
    assert len(text_of(page, ".errornote")) == 1
    assert not Question.objects.retired().exists()


def test_what_cannot_be_merged_says_why(editor: Client, pair: NearDuplicate):
    Question.objects.filter(pk=pair.second.pk).update(status=Status.DRAFT)
    page = editor.post(address(pair), {"stays": pair.second.pk})
    [said] = text_of(page, ".errornote")
    assert "Publish that one, or keep the other" in said
    assert not Question.objects.retired().exists()


def test_a_question_with_an_edit_that_waits_does_not_go_until_it_is_decided(editor: Client, pair: NearDuplicate):
    gone = pair.second
    content = snapshots.read(Question, [gone.pk])[gone.pk] | {"points": "- Ed's point."}
    pending = editing.save(gone, content, by=person("ed"), base=gone.revision).pending
    page = editor.post(address(pair), {"stays": pair.first.pk})
    assert text_of(page, ".errornote") == ["An edit of the question that would go waits. Accept it or send it back first."]
    editing.accept(pending, by=person("pat"))
    editor.post(address(pair), {"stays": pair.first.pk})
    pair.first.refresh_from_db()
    assert pair.first.points == "- Ed's point."


def test_an_edit_that_waits_on_the_one_that_stays_is_no_hindrance(editor: Client, pair: NearDuplicate):
    stays = pair.first
    content = snapshots.read(Question, [stays.pk])[stays.pk] | {"points": "- Ed's point."}
    pending = editing.save(stays, content, by=person("ed"), base=stays.revision).pending
    editor.post(address(pair), {"stays": stays.pk})
    editing.accept(pending, by=person("pat"))
    stays.refresh_from_db()
    assert (stays.points, stays.purpose) == ("- Ed's point.", pair.second.purpose)


@pytest.mark.parametrize(("group", "answer"), [("View-only staff", 403), ("Author", 403), ("Editor", 403), ("Publisher", 200)])
def test_only_publishers_merge(pair: NearDuplicate, group: str, answer: int):
    client = staff(group)
    assert client.get(address(pair)).status_code == answer
    client.post(address(pair), {"stays": pair.first.pk})
    assert Question.objects.retired().exists() == (answer == 200)


def test_nobody_without_an_account_sees_it(visitor: Client, pair: NearDuplicate):
    assert visitor.get(address(pair)).status_code == 302
    # What was sent comes back, to be sent again after signing in.
    assert visitor.post(address(pair), {"stays": pair.first.pk}).status_code == 403
    assert not Question.objects.retired().exists()
