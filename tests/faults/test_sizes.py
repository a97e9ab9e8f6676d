"""What is too large is refused by what its head says, before it is read."""

import io
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from questions.models import GuideUpload, Message

UPLOAD, TABLE = "/admin/questions/guideimport/upload/", "/admin/questions/question/import/"


class Unread(io.BytesIO):
    """A body that must not be looked at."""

    def read(self, *_args: Any) -> bytes:
        raise AssertionError("The body was read.")

    readline = read


def send(client: Client, path: str, length: str, **more: str) -> Any:
    """A request that says it brings so many bytes."""
    kind = "multipart/form-data; boundary=x"
    environ = {"CONTENT_LENGTH": length, "CONTENT_TYPE": kind, "wsgi.input": Unread()}
    return client.generic("POST", path, **environ | more)


@pytest.mark.parametrize(
    ("path", "most"), [(UPLOAD, "10.0 MB"), (TABLE, "5.0 MB"), ("/report/", "2.5 MB"), ("/accounts/login/", "2.5 MB")]
)
def test_too_large_a_body_is_refused_unread_with_the_limit_said(editor: Client, path: str, most: str):
    page = send(editor, path, "100000000")
    assert page.status_code == 413
    assert f"At most {most} can be sent to this page at once" in page.content.decode()


@pytest.mark.parametrize("length", ["9" * 30, "9" * 5_000])
def test_a_length_beyond_all_numbers_is_too_large(visitor: Client, length: str):
    assert send(visitor, "/report/", length).status_code == 413


def test_the_refusal_comes_before_the_check_of_the_token():
    browser = Client(enforce_csrf_checks=True)
    assert send(browser, "/report/", str(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)).status_code == 413


def test_a_body_of_no_said_length_is_refused_unread(editor: Client):
    assert send(editor, UPLOAD, "", HTTP_TRANSFER_ENCODING="chunked").status_code == 411
    assert not GuideUpload.objects.exists()


def test_a_refused_page_is_kept_by_nobody(visitor: Client):
    assert "no-store" in send(visitor, "/report/", "100000000")["Cache-Control"]


def test_a_file_of_the_largest_size_still_arrives(editor: Client):
    text = b"# A Role Interview Prep\n\n1. Why?\n"
    sent = io.BytesIO(text + b" " * (10_000_000 - len(text)))
    sent.name = "a.md"
    page = editor.post(UPLOAD, {"file": sent, "field": "Libraries", "group": "Librarians", "as_draft": "on"})
    assert (page.status_code, GuideUpload.objects.count()) == (302, 1)


def test_one_byte_more_comes_back_with_the_reason(editor: Client):
    sent = io.BytesIO(b"x" * 10_000_001)
    sent.name = "a.md"
    page = editor.post(UPLOAD, {"file": sent})
    assert "It is larger than 10 MB. Send it in parts." in page.content.decode()


def test_a_long_message_within_the_limit_is_read(visitor: Client):
    page = visitor.post("/report/", {"text": "x" * 2_000_000})
    assert (page.status_code, Message.objects.count()) == (200, 0)


@pytest.mark.parametrize(("path", "said"), [(UPLOAD, "at most 10 MB"), (TABLE, "and 5 MB")])
def test_the_limit_stands_beside_the_field(editor: Client, path: str, said: str):
    assert said in editor.get(path).content.decode()
