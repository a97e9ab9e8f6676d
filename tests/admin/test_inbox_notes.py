"""Before a message is settled the desk asks why, and shows whom to answer as long as it still knows."""

import pytest
from django.test import Client
from django.utils import timezone

from questions.models import Message
from questions.models.inbox import LONGEST_TEXT, MessageState
from tests.factories import make_report, make_suggestion
from tests.pages.reading import links_of, parse, text_of

from .test_actions import run
from .test_inbox_settling import settle

QUEUE = "/admin/questions/message/"


def page_of(message: Message) -> str:
    return f"{QUEUE}{message.pk}/change/"


def test_dismissing_asks_for_a_reason_on_a_page_of_its_own_first(editor: Client):
    message = make_report(text="You forgot the bus.")
    page = run(editor, "message", "dismiss", message)
    assert text_of(page, "h1") == ["Dismiss: 1 message from a visitor"]
    assert "You forgot the bus." in page.text
    assert Message.objects.waiting().get() == message


def test_sending_that_page_dismisses_and_keeps_the_reason(editor: Client):
    message = make_report()
    page = run(editor, "message", "dismiss", message)
    [form] = parse(page).query("#content-main form")
    hidden = {field.attrs["name"]: field.attrs["value"] for field in form.query("input[type=hidden]")}
    answer = editor.post(form.attrs["action"], hidden | {"note": "The bus no longer runs."})
    assert answer.status_code == 302
    message.refresh_from_db()
    assert (message.state, message.note) == (MessageState.DISMISSED, "The bus no longer runs.")


@pytest.mark.parametrize(
    ("note", "told"),
    [(" ", "Say why in a few words: colleagues will ask."), ("x" * (LONGEST_TEXT + 1), "at most 2000 characters")],
)
def test_no_reason_or_a_very_long_one_dismisses_nothing_and_says_so(editor: Client, note: str, told: str):
    message = make_report()
    page = settle(editor, "dismiss", message, note=note)
    assert told in " ".join(text_of(page, ".errorlist"))
    assert note.strip() in page.text
    assert Message.objects.waiting().get() == message


def test_what_is_done_may_go_without_words(editor: Client):
    message = make_report()
    settle(editor, "handled", message, note="")
    message.refresh_from_db()
    assert (message.state, message.note) == (MessageState.HANDLED, "")


def test_the_reason_stands_below_what_colleagues_noted(editor: Client):
    message = make_report(note="Asked the author.")
    settle(editor, "handled", message, note="She put it right.\r\nThanked.")
    message.refresh_from_db()
    assert message.note == "Asked the author.\nShe put it right.\nThanked."


def test_two_long_notes_end_with_why_it_was_settled(editor: Client):
    message = make_report(note="a" * LONGEST_TEXT)
    settle(editor, "handled", message, note="Done.")
    message.refresh_from_db()
    assert (len(message.note), message.note[-5:]) == (LONGEST_TEXT, "Done.")


def test_from_the_page_of_a_message_one_comes_back_to_those_that_wait(editor: Client):
    message = make_report()
    page = editor.post(page_of(message), {"CHANGE_FORM-action": "dismiss", "_selected_action": [message.pk]})
    assert links_of(page, ".submit-row a") == {"Cancel": f"{QUEUE}?state=waiting"}


def test_from_a_filtered_list_one_comes_back_to_it(editor: Client):
    message = make_suggestion()
    chosen = {"action": "handled", "_selected_action": [message.pk]}
    page = editor.post(f"{QUEUE}?kind=suggestion", chosen)
    assert links_of(page, ".submit-row a") == {"Cancel": f"{QUEUE}?kind=suggestion"}
    assert editor.post(f"{QUEUE}?kind=suggestion", chosen | {"note": ""}).url == f"{QUEUE}?kind=suggestion"


def test_too_many_at_once_are_refused_before_a_reason_is_typed(editor: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.admin.inbox_actions.MOST_SETTLED", 1)
    assert run(editor, "message", "dismiss", make_report(), make_report()).status_code == 302
    assert Message.objects.waiting().count() == 2


def test_the_contact_opens_ones_own_mail_program_and_nothing_more(editor: Client):
    ada = make_report(contact="ada@library.example")
    sly = make_report(contact="sly?bcc=all@library.example")
    assert links_of(editor.get(page_of(ada)), ".field-answer_to a") == {"ada@library.example": "mailto:ada@library.example"}
    [address] = links_of(editor.get(page_of(sly)), ".field-answer_to a").values()
    assert address == "mailto:sly%3Fbcc%3Dall@library.example"
    asking = run(editor, "message", "handled", ada)
    assert "mailto:ada@library.example" in links_of(asking, "#content-main li a").values()


def test_a_contact_that_is_no_address_is_shown_as_it_came(editor: Client):
    page = editor.get(page_of(make_report(contact="<b>Ada</b>, at the desk")))
    assert text_of(page, ".field-answer_to .readonly")[0].startswith("<b>Ada</b>, at the desk")
    assert links_of(page, ".field-answer_to a") == {}


def test_a_settled_message_says_that_its_contact_is_gone(editor: Client):
    settled = make_report(state=MessageState.HANDLED, settled_at=timezone.now())
    [said] = text_of(editor.get(page_of(settled)), ".field-answer_to .readonly")
    assert said == "Deleted when the message was settled, if there was one."


def test_what_a_colleague_has_settled_meanwhile_needs_no_reason(editor: Client):
    settled = make_report(state=MessageState.HANDLED, settled_at=timezone.now())
    assert run(editor, "message", "dismiss", settled).status_code == 302
