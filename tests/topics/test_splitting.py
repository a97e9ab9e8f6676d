"""A publisher makes a topic of a part of another one."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from questions.editorial.topics.renaming import TakenError
from questions.editorial.topics.splitting import NothingError, look, split
from questions.models import Revision, Topic
from tests.factories import make_link, make_question, make_role, make_topic


def topics_of(thing) -> list[str]:
    return sorted(thing.topics.values_list("name", flat=True))


def test_what_contains_a_phrase_goes_over_with_its_heading(db: None):
    role, money = make_role(), make_topic(name="Money", phrases="budget\ngrant")
    goes = make_question(text="Which grants did you win?", role=role, topics=[money], section=money)
    stays = make_question(text="How do you keep a budget?", role=role, topics=[money], section=money)
    link = make_link(title="How to find a grant", topics=[money])
    new, moved = split(money, "Grants", ["grant"], by=None)
    assert [topics_of(thing) for thing in (goes, stays, link)] == [["Grants"], ["Money"], ["Grants"]]
    assert goes.role_questions.get().section == new
    assert stays.role_questions.get().section == money
    assert (moved.questions, moved.links, moved.headings) == (1, 1, 1)
    money.refresh_from_db()
    assert (new.phrase_list, money.phrase_list) == (["grant"], ["budget"])
    assert Revision.objects.of(goes).first().reason == "Split from the topic “Money”: “Grants”."


def test_phrases_are_whole_words_in_any_inflection(db: None):
    money = make_topic(name="Money")
    make_question(text="What did the Granting committee ask?", topics=[money])
    make_question(text="How do you explain immigrants' rights?", topics=[money])
    assert [text for _, text in look(money, ["grants"]).questions] == ["What did the Granting committee ask?"]


def test_questions_of_other_topics_stay_where_they_are(db: None):
    money = make_topic(name="Money")
    other = make_question(text="Who grants access?", topics=["Privacy"])
    make_question(text="Who gave a grant?", topics=[money])
    split(money, "Grants", ["grant", "grants"], by=None)
    assert topics_of(other) == ["Privacy"]


def test_the_old_topic_may_be_kept_beside(db: None):
    money = make_topic(name="Money", phrases="grant")
    question = make_question(text="Who gave a grant?", role=make_role(), topics=[money], section=money)
    split(money, "Grants", ["grant"], by=None, keep=True)
    assert topics_of(question) == ["Grants", "Money"]
    assert question.role_questions.get().section == money
    money.refresh_from_db()
    assert money.phrase_list == ["grant"]


def test_an_alias_of_the_topic_may_become_the_new_one(db: None):
    money = make_topic(name="Money")
    money.aliases.create(name="Grants")
    make_question(text="Who gave a grant?", topics=[money])
    new, _ = split(money, "Grants", ["grant"], by=None)
    assert Topic.objects.named("grants").get() == new
    assert not money.aliases.exists()


def test_where_nothing_contains_a_phrase_nothing_is_made(db: None):
    money = make_topic(name="Money")
    make_question(text="How do you keep a budget?", topics=[money])
    for phrases in (["grant"], ["…"], []):
        with pytest.raises(NothingError, match="Nothing about “Money” contains one of these phrases"):
            split(money, "Grants", phrases, by=None)
    assert Topic.objects.get() == money


def test_a_name_that_is_taken_is_refused(db: None):
    money = make_topic(name="Money")
    make_topic(name="Grants")
    make_question(text="Who gave a grant?", topics=[money])
    with pytest.raises(TakenError):
        split(money, "grants", ["grant"], by=None)


def test_who_may_not_publish_may_not_split(db: None):
    with pytest.raises(PermissionDenied):
        split(make_topic(name="Money"), "Grants", ["grant"], by=User.objects.create_user("rhea"))
