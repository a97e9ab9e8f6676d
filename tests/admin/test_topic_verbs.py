"""A publisher renames, merges and splits topics on pages of their own, after a look at what it would do."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils.html import escape

from questions.models import Question, Topic
from tests.factories import make_question, make_topic

LIST = "/admin/questions/topic/"
MERGE = f"{LIST}merge/"


def signed_in(name: str, group: str) -> Client:
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def publisher(db: None) -> Client:
    """Paula, who publishes."""
    return signed_in("paula", "Publisher")


def page_of(topic: Topic, verb: str = "change") -> str:
    return f"{LIST}{topic.pk}/{verb}/"


def said(response) -> str:
    return str(next(iter(response.context["messages"])))


def test_a_topic_is_renamed_and_says_its_new_address(publisher: Client):
    topic = make_topic(name="Money")
    assert "/topics/money/" in publisher.get(page_of(topic, "rename")).content.decode()
    answer = publisher.post(page_of(topic, "rename"), {"name": "Budgets"}, follow=True)
    assert "Renamed “Money” to" in said(answer)
    assert "/topics/budgets/" in said(answer)
    assert LogEntry.objects.get().change_message == "Renamed from “Money”."


def test_a_rename_to_another_topics_name_offers_to_merge_the_two(publisher: Client):
    money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
    html = publisher.post(page_of(money, "rename"), {"name": "budgets"}).content.decode()
    assert "The topic “Budgets” has this name or alias already." in html
    assert escape(f"{MERGE}?topic={money.pk}&topic={budgets.pk}") in html


def test_chosen_topics_are_shown_with_their_counts_before_they_merge(publisher: Client):
    money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
    question = make_question(topics=[money])
    chosen = {"action": "merge_selected", "_selected_action": [money.pk, budgets.pk]}
    look = publisher.post(LIST, chosen, follow=True)
    assert [(topic, counts.questions) for topic, counts, _ in look.context["rows"]] == [(budgets, 0), (money, 1)]
    assert Topic.objects.count() == 2
    answer = publisher.post(MERGE, {"topic": [money.pk, budgets.pk], "into": budgets.pk}, follow=True)
    assert "Merged “Money” into" in said(answer)
    assert "1 question, 0 resource links, 0 headings in roles and 1 alias moved" in said(answer)
    assert list(question.topics.all()) == [budgets]


def test_a_single_topic_merges_into_one_named_by_an_alias(publisher: Client):
    money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
    budgets.aliases.create(name="Spending")
    assert publisher.get(MERGE, {"topic": money.pk}).status_code == 200
    publisher.post(MERGE, {"topic": money.pk, "into": "spending"})
    assert Topic.objects.get() == budgets


@pytest.mark.parametrize(
    ("into", "message"),
    [("", "required"), ("Nowhere", "There is no topic of this name."), ("money", "This is the topic itself.")],
)
def test_a_merge_without_a_topic_that_stays_is_refused(publisher: Client, into: str, message: str):
    money = make_topic(name="Money")
    assert message in publisher.post(MERGE, {"topic": money.pk, "into": into}).content.decode()
    assert Topic.objects.count() == 1


def test_one_that_was_not_chosen_cannot_stay(publisher: Client):
    keys = [make_topic(name=name).pk for name in ("Money", "Budgets", "Diversity")]
    for into in ("", keys[2], "x"):
        assert publisher.post(MERGE, {"topic": keys[:2], "into": into}).status_code == 200
    assert Topic.objects.count() == 3


def test_topics_that_are_gone_lead_back_to_the_list(publisher: Client):
    for wrong in ("", "99999", "x", "9" * 30):
        assert publisher.get(MERGE, {"topic": wrong}).headers["Location"] == LIST


def test_a_split_is_looked_at_first_and_done_by_a_second_step(publisher: Client):
    money = make_topic(name="Money")
    question = make_question(text="Who gave a grant?", topics=[money])
    wanted = {"name": "Grants", "phrases": "grant\nfunder"}
    look = publisher.get(page_of(money, "split"), wanted)
    assert look.context["found"].questions == [(question.pk, "Who gave a grant?")]
    assert Topic.objects.count() == 1
    answer = publisher.post(page_of(money, "split"), wanted, follow=True)
    assert "1 question, 0 resource links, 0 headings in roles and 0 aliases" in said(answer)
    assert Question.objects.about(Topic.objects.get(name="Grants")).get() == question


def test_a_split_that_finds_nothing_or_has_a_taken_name_says_so_and_makes_nothing(publisher: Client):
    money = make_topic(name="Money")
    for send in (publisher.get, publisher.post):
        html = send(page_of(money, "split"), {"name": "Grants", "phrases": "grant"}).content.decode()
        assert "so no topic was made" in html
        html = send(page_of(money, "split"), {"name": "MONEY", "phrases": "grant"}).content.decode()
        assert "This is the topic you are splitting." in html
    assert Topic.objects.count() == 1


def test_an_editor_renames_but_is_neither_offered_nor_allowed_a_merge_or_a_split(db: None):
    money, client = make_topic(name="Money"), signed_in("eddie", "Editor")
    html = client.get(page_of(money)).content.decode()
    assert "/rename/" in html
    assert not any(word in html for word in ("/merge/", "/split/"))
    assert "merge_selected" not in client.get(LIST).content.decode()
    assert client.get(page_of(money, "rename")).status_code == 200
    for address in (f"{MERGE}?topic={money.pk}", page_of(money, "split")):
        assert client.get(address).status_code == client.post(address).status_code == 403


def test_view_only_staff_are_refused_all_of_them_and_visitors_are_sent_to_sign_in(db: None, visitor: Client):
    money, client = make_topic(name="Money"), signed_in("rhea", "View-only staff")
    for address in (f"{MERGE}?topic={money.pk}", page_of(money, "split"), page_of(money, "rename")):
        assert client.get(address).status_code == 403
        assert visitor.get(address).headers["Location"].startswith("/admin/login/")


def test_a_topic_that_is_not_there_is_not_found(publisher: Client):
    for verb in ("rename", "split"):
        assert publisher.get(f"{LIST}999/{verb}/").status_code == 404


def test_taggits_own_pages_cannot_be_reached(editor: Client):
    for address in ("taggit/", "taggit/tag/", "taggit/tag/merge-tags/"):
        assert editor.get(f"/admin/{address}").status_code == 404
