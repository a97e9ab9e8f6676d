"""An editor renames a topic: the new name has an address of its own, the old one leads there."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from questions.editorial.topics.renaming import TakenError, rename
from questions.models import FormerSlug, Revision, Topic
from tests.factories import make_question, make_topic


def aliases(topic: Topic) -> list[str]:
    return sorted(topic.aliases.values_list("name", flat=True))


def test_the_address_follows_the_name_and_the_old_one_redirects(visitor: Client):
    topic = make_topic(name="Money")
    make_question(topics=[topic])
    rename(topic, " Budgets  and grants ", by=None)
    topic.refresh_from_db()
    assert (topic.name, topic.slug, aliases(topic)) == ("Budgets and grants", "budgets-and-grants", ["Money"])
    assert visitor.get("/topics/money/").headers["Location"] == "/topics/budgets-and-grants/"


def test_an_old_name_may_come_back_with_its_address(db: None):
    topic = make_topic(name="Money")
    rename(topic, "Budgets", by=None)
    rename(topic, "Money", by=None)
    topic.refresh_from_db()
    assert (topic.name, topic.slug, aliases(topic)) == ("Money", "money", ["Budgets"])
    assert FormerSlug.objects.current_for("topic", "budgets") == "money"
    assert FormerSlug.objects.current_for("topic", "money") is None


def test_other_capitals_leave_the_address_and_make_no_alias(db: None):
    topic = make_topic(name="money")
    rename(topic, "Money", by=None)
    topic.refresh_from_db()
    assert (topic.name, topic.slug, aliases(topic)) == ("Money", "money", [])


def test_a_name_or_alias_of_another_topic_is_refused_with_whose_it_is(db: None):
    budgets, money = make_topic(name="Budgets"), make_topic(name="Money")
    budgets.aliases.create(name="Funds")
    for name in ("BUDGETS", "funds"):
        with pytest.raises(TakenError, match="“Budgets” has this name or alias already") as refused:
            rename(money, name, by=None)
        assert refused.value.topic == budgets
    money.refresh_from_db()
    assert money.slug == "money"


@pytest.mark.parametrize("name", ["", "   ", "Money", "x" * 101])
def test_what_is_no_new_name_is_refused(db: None, name: str):
    with pytest.raises(ValidationError):
        rename(make_topic(name="Money"), name, by=None)


def test_a_page_of_every_role_keeps_its_address(db: None):
    topic = make_topic(name="Money")
    rename(topic, "Sheet", by=None)
    topic.refresh_from_db()
    assert topic.slug == "sheet-2"


def test_questions_are_about_the_same_topic_and_need_no_revision(db: None):
    topic = make_topic(name="Money")
    question = make_question(topics=[topic])
    rename(topic, "Budgets", by=None)
    assert not Revision.objects.of(question).exists()


def test_who_may_not_change_topics_may_not_rename_them(db: None):
    with pytest.raises(PermissionDenied):
        rename(make_topic(name="Money"), "Budgets", by=User.objects.create_user("rhea"))
