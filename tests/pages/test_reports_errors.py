"""Nothing typed is lost on an error, and every error says what to do, where."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.editorial import throttle
from questions.models import Message
from questions.models.inbox import LONGEST_NAME, LONGEST_QUESTION, LONGEST_TEXT

from .letters import report, suggest, taken
from .reading import links_of, parse, text_of
from .test_valid_html import faults_of


@pytest.fixture
def patient(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A visitor who may send very often."""
    monkeypatch.setattr(throttle, "MOST", [(throttle.KEPT, 1_000)])
    return visitor


def test_errors_are_listed_at_the_top_with_links_to_their_fields(visitor: Client):
    page = visitor.post("/report/", {"contact": "ada@library.example"})
    assert links_of(page, ".faults a") == {
        "Choose what is wrong; “Something else” will do.": "#id_fault_0",
        "Write what the editors should know, so that they can put it right.": "#id_text",
    }
    for target in links_of(page, ".faults a").values():
        assert len(parse(page).query(target)) == 1
    assert text_of(page, "title") == ["Not sent yet: report a problem · Prepsite"]


def test_the_list_of_errors_gets_the_focus(visitor: Client):
    [summary] = parse(visitor.post("/suggest/", {})).query(".faults")
    assert {"autofocus", "tabindex", "role"} <= set(summary.attrs)


def test_a_field_in_error_says_so_to_a_screen_reader(visitor: Client):
    page = parse(visitor.post("/report/", {}))
    [text] = page.query("#id_text")
    assert text.attrs["aria-invalid"] == "true"
    assert text.attrs["aria-describedby"] == "id_text_helptext id_text_error"
    [choice] = page.query("fieldset")
    assert choice.attrs["aria-describedby"] == "id_fault_error"
    [contact] = page.query("#id_contact")
    assert "aria-invalid" not in contact.attrs
    for described in page.query("[aria-describedby]"):
        for name in described.attrs["aria-describedby"].split():
            assert len(page.query(f"#{name}")) == 1


def test_what_was_typed_comes_back(visitor: Client):
    page = report(visitor, fault="unclear", text="", contact="ada@library.example")
    assert [choice.attrs["value"] for choice in parse(page).query("[name=fault][checked]")] == ["unclear"]
    assert parse(page).query("#id_contact")[0].attrs["value"] == "ada@library.example"
    typed = {"role_name": "Bookmobile Driver", "guidance": "One\nTwo <b>", "thanks": "Ada"}
    page = visitor.post("/suggest/", {"text": "Why?", **typed})
    assert [text.strip("\n") for text in (parse(page).query("#id_guidance")[0].to_text(strip=False),)] == ["One\nTwo <b>"]
    assert text_of(page, "#id_text") == ["Why?"]
    assert [parse(page).query(f"#id_{name}")[0].attrs["value"] for name in ("role_name", "thanks")] == [
        "Bookmobile Driver",
        "Ada",
    ]
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("send", "field", "longest"),
    [
        (report, "text", LONGEST_TEXT),
        (report, "contact", LONGEST_NAME),
        (suggest, "text", LONGEST_QUESTION),
        (suggest, "guidance", LONGEST_TEXT),
        (suggest, "role_name", LONGEST_NAME),
        (suggest, "thanks", LONGEST_NAME),
    ],
)
def test_a_text_that_is_too_long_is_told_its_limit_and_not_cut(visitor: Client, send, field: str, longest: int):
    page = send(visitor, **{field: "x" * (longest + 7)})
    [error] = text_of(page, f"#id_{field}_error")
    assert error.startswith("Shorten ")
    assert error.endswith(f" to {longest} characters or fewer; it has {longest + 7}.")
    assert "x" * (longest + 7) in page.text
    assert "maxlength" not in parse(page).query(f"#id_{field}")[0].attrs
    assert taken(send(visitor, **{field: "x" * longest}))


def test_a_line_break_counts_as_one_character(visitor: Client):
    assert taken(report(visitor, text="x" + "\r\n" * (LONGEST_TEXT - 2) + "x"))


def test_an_unknown_fault_is_refused_in_words(visitor: Client):
    assert text_of(report(visitor, fault="boring"), "#id_fault_error") == ["Choose one of the answers to “What is wrong?”."]


def test_a_form_with_errors_is_sound_html(visitor: Client):
    for url in ("/report/", "/suggest/", "/es/report/", "/es/suggest/"):
        assert faults_of(visitor.get(url).text) == []
        assert faults_of(visitor.post(url, {}).text) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8"), max_size=60), name=st.text(st.characters(codec="utf-8"), max_size=20))
def test_whatever_is_typed_is_taken_or_explained(patient: Client, text: str, name: str):
    for page in (report(patient, text=text, contact=name), suggest(patient, text=text, thanks=name, role_name=name)):
        assert taken(page) or text_of(page, ".faults a")
