"""A visitor suggests a question."""

from django.test import Client

from questions.models import Message, Question
from tests.factories import make_role

from .letters import only_message, report, suggest, taken
from .reading import parse, text_of


def test_a_visitor_suggests_a_question_for_a_role(visitor: Client):
    role = make_role()
    page = visitor.get(f"/suggest/?role={role.slug}")
    assert text_of(page, ".about a") == [role.title]
    assert parse(page).query("[name=role_name]") == []
    assert taken(suggest(visitor, f"?role={role.slug}", guidance="- Routes\n- Partners", thanks="Ada  Reader"))
    message = only_message()
    assert (message.kind, message.role, message.thanks) == ("suggestion", role, "Ada Reader")
    assert (message.text, message.guidance) == ("Why do you drive a bookmobile?", "- Routes\n- Partners")
    assert message.licensed


def test_a_role_the_bank_does_not_have_is_named_in_words(visitor: Client):
    assert taken(suggest(visitor, role_name="Bookmobile  Driver"))
    assert (only_message().role, only_message().role_name) == (None, "Bookmobile Driver")


def test_consent_to_the_licence_is_required(visitor: Client):
    page = visitor.post("/suggest/", {"text": "Why?"})
    assert "Tick the box to agree to the licence." in text_of(page, "#id_licensed_error")[0]
    assert "required" in parse(page).query("#id_licensed")[0].attrs
    assert not Message.objects.exists()


def test_everything_but_the_question_and_the_consent_is_optional(visitor: Client):
    assert taken(visitor.post("/suggest/", {"text": "Why?", "licensed": "on"}))


def test_a_question_becomes_one_line(visitor: Client):
    suggest(visitor, text="  Why do you\r\ndrive\ta bookmobile? ")
    assert only_message().text == "Why do you drive a bookmobile?"


def test_a_suggestion_makes_no_question_without_an_editor(visitor: Client):
    suggest(visitor)
    assert not Question.objects.exists()


def test_control_characters_become_spaces(visitor: Client):
    report(visitor, text="Two\0lines\x1b:\r\none\ufffe.")
    assert only_message().text == "Two lines :\none ."


def test_the_thanks_lead_back_to_the_role(visitor: Client):
    role = make_role()
    page = visitor.get(suggest(visitor, f"?role={role.slug}")["Location"])
    assert text_of(page, ".more a") == ["Back to the role", "Home"]
