"""A visitor tells the editors what is wrong."""

import pytest
from django.test import Client

from questions.models import Message
from questions.models.inbox import Fault
from questions.vocabulary import Status
from tests.factories import make_question, make_role, make_topic

from .letters import only_message, report, taken
from .reading import links_of, parse, text_of


def test_a_visitor_reports_a_problem_with_a_question(visitor: Client):
    question = make_question(text="How do you plan a route?")
    page = report(visitor, f"?question={question.pk}", fault="wrong", text="Nobody\r\nplans so.", contact="ada@library.example")
    assert taken(page)
    message = only_message()
    assert (message.kind, message.fault, message.question, message.contact) == (
        "report",
        "wrong",
        question,
        "ada@library.example",
    )
    assert message.text == "Nobody\nplans so."
    assert message.is_waiting


def test_the_form_shows_the_question_it_is_about(visitor: Client):
    question = make_question(text="How do you plan a route?")
    page = visitor.get(f"/report/?question={question.pk}")
    assert links_of(page, ".about a") == {"How do you plan a route?": question.get_absolute_url()}


def test_a_report_may_be_about_a_role_or_a_topic(visitor: Client):
    role, topic = make_role(), make_topic()
    make_question(role=role, topics=[topic])
    assert text_of(visitor.get(f"/report/?role={role.slug}"), ".about a") == [role.title]
    assert text_of(visitor.get(f"/report/?topic={topic.slug}"), ".about a") == [topic.name]
    report(visitor, f"?role={role.slug}&topic={topic.slug}")
    assert (only_message().role, only_message().topic) == (role, topic)


def test_a_report_may_be_about_nothing_in_particular(visitor: Client):
    assert "Say where it is" in visitor.get("/report/").text
    assert taken(report(visitor))
    assert only_message().question is None


@pytest.mark.parametrize(
    "query", ["?question=4711", "?question=x", f"?question={'9' * 30}", "?role=%00", "?role=none", "?topic="]
)
def test_an_unknown_subject_in_the_address_is_left_out(visitor: Client, query: str):
    page = visitor.get(f"/report/{query}")
    assert page.status_code == 200
    assert text_of(page, ".about") == []
    assert taken(report(visitor, query))


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETIRED])
def test_what_is_not_published_stays_unseen_on_the_form(visitor: Client, status: str):
    question = make_question(text="A secret?", status=status)
    role = make_role(title="A secret role", status=status)
    assert "secret" not in visitor.get(f"/report/?question={question.pk}").text
    assert "secret" not in visitor.get(f"/suggest/?role={role.slug}").text.replace(f"role={role.slug}", "")
    report(visitor, f"?question={question.pk}")
    assert only_message().question is None


def test_the_choice_of_what_is_wrong_is_short(visitor: Client):
    assert text_of(visitor.get("/report/"), "fieldset label") == [fault.label for fault in Fault]


def test_the_thanks_are_another_page_that_says_what_happens_next(visitor: Client):
    question = make_question()
    answer = report(visitor, f"?question={question.pk}")
    assert answer["Location"] == f"/report/thanks/?question={question.pk}"
    page = visitor.get(answer["Location"])
    assert text_of(page, "h2") == ["What happens next"]
    assert links_of(page, ".more a") == {"Back to the question": question.get_absolute_url(), "Home": "/"}


def test_the_form_says_what_the_contact_is_for_and_that_it_is_deleted(visitor: Client):
    page = visitor.get("/report/")
    hint = "For an answer to this message and nothing else. It is deleted as soon as the message has been handled."
    assert text_of(page, "#id_contact_helptext") == [hint]
    assert taken(report(visitor, contact=""))


def test_nothing_of_a_report_or_suggestion_is_public(visitor: Client):
    role = make_role()
    question = make_question(role=role)
    report(visitor, f"?question={question.pk}", text="Zebra stripes")
    visitor.post(f"/suggest/?role={role.slug}", {"text": "Why zebra stripes?", "licensed": "on", "thanks": "Zoe Zebra"})
    assert Message.objects.count() == 2
    for url in ("/", role.get_absolute_url(), question.get_absolute_url(), "/search/?q=stripes", "/report/", "/report/thanks/"):
        assert "zebra" not in visitor.get(url).text.lower()


def test_the_form_works_in_spanish(visitor: Client):
    page = visitor.get("/es/report/")
    assert parse(page).query("html")[0].attrs["lang"] == "es"
    assert report(visitor, "")["Location"] == "/report/thanks/"
    assert visitor.post("/es/report/", {"fault": "other", "text": "Está mal."})["Location"] == "/es/report/thanks/"
