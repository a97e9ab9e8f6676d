"""The queue in the admin: what it shows, to whom, and that nobody writes into it."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from questions.models import Message
from questions.models.inbox import Fault, MessageState
from tests.factories import make_question, make_report, make_role, make_suggestion
from tests.pages.reading import links_of, text_of

from .forms import filled

QUEUE = "/admin/questions/message/"


def listed(editor: Client, query: str = "") -> list[Message]:
    return list(editor.get(f"{QUEUE}{query}").context["cl"].result_list)


def page_of(message: Message) -> str:
    return f"{QUEUE}{message.pk}/change/"


def staff(*permissions: str) -> Client:
    """Rhea, of the staff, with these permissions."""
    rhea = User.objects.create_user("rhea", is_staff=True)
    rhea.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(rhea)
    return client


def test_the_queue_stands_on_the_first_page_of_the_admin(editor: Client):
    links = links_of(editor.get("/admin/"), ".model-message a")
    assert links["Messages from visitors"] == QUEUE
    assert "Add" not in links


def test_the_newest_that_waits_comes_first_and_what_is_settled_last(editor: Client):
    settled = make_report(state=MessageState.HANDLED, settled_at=timezone.now())
    older, newer = make_report(), make_suggestion()
    assert listed(editor) == [newer, older, settled]


def test_a_row_says_what_about_how_it_begins_when_and_its_state(editor: Client):
    role = make_role()
    question = make_question(text="How do you plan a route?")
    make_report(question=question, role=role, fault=Fault.UNCLEAR, text="What " * 200)
    page = editor.get(QUEUE)
    assert text_of(page, "td.field-what") == ["Problem report: Hard to understand"]
    assert links_of(page, "td.field-about a") == {
        "How do you plan a route?": f"/admin/questions/question/{question.pk}/change/",
        role.title: f"/admin/questions/role/{role.pk}/change/",
    }
    [beginning] = text_of(page, "th.field-beginning")
    assert len(beginning) == 100
    assert text_of(page, "td.field-state") == ["Waiting"]
    assert text_of(page, "td.field-created_at") != []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?state=waiting", {"report", "suggestion"}),
        ("?state=dismissed", {"settled"}),
        ("?kind=suggestion", {"suggestion"}),
        ("?kind=report&fault=other", {"report"}),
        ("?q=zebra", {"report"}),
        ("?state=nonsense", {"report", "suggestion", "settled"}),
    ],
)
def test_the_list_is_filtered_by_state_kind_and_fault_and_searched(editor: Client, query: str, found: set[str]):
    messages = {
        make_report(fault=Fault.OTHER, text="A zebra."): "report",
        make_suggestion(): "suggestion",
        make_report(state=MessageState.DISMISSED, settled_at=timezone.now()): "settled",
    }
    assert {messages[message] for message in listed(editor, query)} == found


def test_a_report_opens_to_be_read_with_links_to_what_it_is_about(editor: Client):
    question = make_question(text="How do you plan a route?")
    page = editor.get(page_of(make_report(question=question, text="It is\nold.", contact="ada@library.example")))
    assert "It is<br>old." in page.text
    assert links_of(page, ".field-about a") == {"How do you plan a route?": f"/admin/questions/question/{question.pk}/change/"}
    assert "ada@library.example" in page.text


def test_what_a_visitor_wrote_cannot_be_changed_but_colleagues_leave_notes(editor: Client):
    message = make_report(text="As it came.")
    sent = filled(editor.get(page_of(message)), note="Asked the author.")
    editor.post(page_of(message), sent | {"text": "Mine", "state": "handled", "contact": "x"})
    message.refresh_from_db()
    assert (message.text, message.state, message.contact, message.note) == ("As it came.", "waiting", "", "Asked the author.")


def test_nobody_adds_a_message_by_hand(editor: Client):
    assert editor.get(f"{QUEUE}add/").status_code == 403
    assert editor.post(f"{QUEUE}add/", {"text": "Mine"}).status_code == 403
    assert not Message.objects.exists()


def test_what_visitors_wrote_is_shown_as_text_only(editor: Client):
    message = make_suggestion(text="<script>alert(1)</script>", guidance="<b>bold</b>", thanks="<i>Ada</i>")
    for url in (QUEUE, page_of(message)):
        page = editor.get(url).text
        assert "<script>alert" not in page
        assert "<b>bold" not in page


def test_staff_who_may_only_look_see_everything_and_settle_nothing(db: None):
    rhea = staff("view_message")
    message = make_suggestion()
    assert rhea.get(QUEUE).status_code == 200
    page = rhea.get(page_of(message))
    assert "Why do you drive a bookmobile?" in page.text
    assert 'name="_save"' not in page.text
    for action in ("handled", "dismiss", "accept"):
        rhea.post(QUEUE, {"action": action, "_selected_action": [message.pk], "note": "Mine."})
        rhea.post(page_of(message), {"CHANGE_FORM-action": action, "_selected_action": [message.pk], "note": "Mine."})
    assert Message.objects.waiting().get() == message


def test_staff_without_a_right_to_the_queue_do_not_see_it(db: None):
    rhea = staff("view_question")
    assert rhea.get(QUEUE).status_code == 403
    assert rhea.get(page_of(make_report())).status_code == 403


def test_who_may_not_add_questions_accepts_none(db: None):
    rhea = staff("view_message", "change_message")
    message = make_suggestion()
    assert set(dict(rhea.get(QUEUE).context["action_form"].fields["action"].choices)) == {"", "handled", "dismiss"}
    rhea.post(QUEUE, {"action": "accept", "_selected_action": [message.pk]})
    assert Message.objects.waiting().exists()
    rhea.post(QUEUE, {"action": "handled", "_selected_action": [message.pk], "note": ""})
    assert not Message.objects.waiting().exists()
