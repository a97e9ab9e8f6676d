"""What visitors type into the forms to the editors, and send."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from questions.models import Message

REPORT = {"fault": "out-of-date", "text": "The second point is no longer so."}
SUGGESTION = {"text": "Why do you drive a bookmobile?", "licensed": "on"}


def report(visitor: Client, query: str = "", **typed: Any) -> HttpResponse:
    """Send a report that is complete but for what is ``typed`` over it."""
    return visitor.post(f"/report/{query}", REPORT | typed)


def suggest(visitor: Client, query: str = "", **typed: Any) -> HttpResponse:
    return visitor.post(f"/suggest/{query}", SUGGESTION | typed)


def taken(page: HttpResponse) -> bool:
    """Whether the answer was "thank you", on a page of its own."""
    return page.status_code == 302 and page["Location"].partition("?")[0].endswith("/report/thanks/")


def only_message() -> Message:
    """The one message in the queue."""
    return Message.objects.get()
