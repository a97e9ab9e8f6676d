"""The database refuses what must not be, and forms say why in words an editor understands."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from questions.models import Benchmark, Question, ResourceLink, Role, RoleQuestion, RoleTitle, Topic, TopicAlias
from tests.factories import make_group, make_link, make_question, make_role, make_topic


def refused(thing: Any) -> bool:
    """Whether the database itself refuses the row, whatever the forms say."""
    try:
        with transaction.atomic():
            thing.save()
    except IntegrityError:
        return True
    return False


def messages(thing: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        thing.full_clean()
    return " ".join(message for found in caught.value.message_dict.values() for message in found)


def test_a_group_has_a_title_once_however_it_is_written(db):
    make_role(title="Outreach Librarian")
    again = Role(title="outreach  LIBRARIAN", group=make_group())
    assert messages(again) == "This group has a role of this title already."
    assert refused(again)


def test_the_same_title_in_two_groups_is_two_roles(db):
    make_role(title="Outreach Librarian")
    assert not refused(Role(title="Outreach Librarian", group=make_group(name="Archives")))


@pytest.mark.parametrize("text", ["why  OUTREACH?", "Why outreach", "“Why outreach?”", "Why outreach?!"])
def test_a_question_is_stored_once_whatever_its_case_spaces_and_end_marks(db, text):
    make_question(text="Why outreach?")
    assert messages(Question(text=text)) == "The bank has this question already. Add the role to that one instead."
    assert refused(Question(text=text))


def test_marks_inside_a_question_tell_questions_apart(db):
    make_question(text="What is C?")
    assert not refused(Question(text="What is C++?"))
    assert not refused(Question(text="What is C#?"))


def test_a_question_stands_in_a_role_once(db):
    role = make_role()
    question = make_question(role=role)
    again = RoleQuestion(role=role, question=question)
    assert messages(again) == "The role has this question already."
    assert refused(again)


@pytest.mark.parametrize("name", ["DIVERSITY", "diversity ", "Diversity"])
def test_topic_names_are_unique_without_regard_to_case(db, name):
    make_topic(name="Diversity")
    assert "There is a topic of this name already." in messages(Topic(name=name))
    assert refused(Topic(name=name))


def test_topic_names_are_unique_without_regard_to_case_in_any_script(db):
    make_topic(name="РАЗНООБРАЗИЕ")
    assert refused(Topic(name="разнообразие"))


def test_an_alias_may_not_be_another_topics_name(db):
    make_topic(name="Diversity")
    budgets = make_topic(name="Budgets")
    assert "There is a topic named “Diversity”" in messages(TopicAlias(topic=budgets, name="diversity"))


def test_a_topic_may_not_be_called_like_an_alias(db):
    TopicAlias.objects.create(topic=make_topic(name="Diversity"), name="Inclusion")
    assert "is an alias of the topic “Diversity”" in messages(Topic(name="inclusion"))


@pytest.mark.parametrize(
    "url", ["ftp://library.example/", "javascript:alert(1)", "mailto:erin@library.example", "//library.example"]
)
def test_only_web_addresses_are_links(db, url):
    assert "Enter a valid URL." in messages(ResourceLink(title="A link", url=url))
    with pytest.raises((IntegrityError, ValueError)), transaction.atomic():
        ResourceLink.objects.create(title="A link", url=url)


@pytest.mark.parametrize("url", ["HTTPS://Library.example/a", "https://library.example:443/a/", " https://library.example/a"])
def test_an_address_stands_in_the_bank_once(db, url):
    make_link(url="https://library.example/a")
    assert refused(ResourceLink(title="Another", url=url))


def test_a_question_has_one_benchmark_a_level(db):
    question = make_question(benchmarks={"entry": "Listens."})
    again = Benchmark(question=question, level="entry", text="Asks.")
    assert messages(again) == "The question has a benchmark for this level already."
    assert refused(again)


def test_a_role_has_another_title_once(db):
    role = make_role(also_called=["Outreach Librarian"])
    assert messages(RoleTitle(role=role, name="outreach librarian")) == "The role has this other title already."


def test_an_unknown_status_is_refused_by_the_database(db):
    assert refused(Question(text="Why?", status="secret"))
    assert refused(Role(title="A role", group=make_group(), status="secret"))


def test_an_unknown_kind_is_refused_by_the_database(db):
    assert refused(Question(text="Why?", kind="trick"))


def test_a_malformed_occupation_code_is_explained(db):
    role = Role(title="A role", group=make_group(), onet_soc_code="25402200")
    assert messages(role) == "Write the code as 25-4022.00: two digits, four, two."
