"""An editor whose session has ended meanwhile loses nothing that they typed."""

import time_machine
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from questions.models import Topic
from tests.admin.forms import filled
from tests.pages.reading import parse, text_of

from .signing import sign_in

ADD = "/admin/questions/topic/add/"
OURS = {"Origin": "http://testserver"}


def kept_in(page: HttpResponse) -> dict[str, str]:
    """What the page would send once more."""
    return {
        str(field.attrs["name"]): str(field.attrs.get("value", "")) for field in parse(page).query("main form input[type=hidden]")
    }


def test_what_was_typed_comes_back_and_is_saved_after_signing_in(erin: User, clock: time_machine.Traveller):
    browser = Client(enforce_csrf_checks=True)
    token = parse(browser.get("/accounts/login/")).query("[name=csrfmiddlewaretoken]")[0].attrs["value"]
    sign_in(browser, csrfmiddlewaretoken=token)
    typed = filled(browser.get(ADD)) | {"name": "Maps & routes", "description": "Two\nlines"}
    clock.shift(3 * 3600)
    page = browser.post(ADD, typed, headers=OURS)
    assert page.status_code == 403
    assert "Your session had ended. All that you typed is kept on this page." in text_of(page, "main p")
    # In another tab, while this page waits:
    sign_in(browser, csrfmiddlewaretoken=kept_in(page)["csrfmiddlewaretoken"])
    again = browser.post(ADD, kept_in(page), headers=OURS)  # with the token of before the sign-in
    assert "You signed in after you had opened this form." in again.text
    assert browser.post(ADD, kept_in(again), headers=OURS).status_code == 302
    assert Topic.objects.get().description.splitlines() == ["Two", "lines"]


def test_another_sites_form_gets_no_button_to_send_it(editor: Client):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = editor.cookies
    for elsewhere in ({"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {}):
        page = browser.post(ADD, {"name": "Forged"}, headers=elsewhere)
        assert page.status_code == 403
        assert "Forged" not in page.text


def test_passwords_do_not_come_back(visitor: Client):
    page = visitor.post("/admin/auth/user/add/", {"username": "ann", "password1": "secret words"})
    assert "ann" in kept_in(page).values()
    assert "secret words" not in page.text


def test_of_files_it_says_that_they_are_asked_for_again(visitor: Client, db: None):
    page = visitor.post("/admin/questions/guideimport/upload/", {"guide": SimpleUploadedFile("a.md", b"# A")})
    assert "Files cannot be kept: you will be asked for them once more." in text_of(page, "main p")


def test_no_cache_keeps_the_page(visitor: Client, db: None):
    assert "no-store" in visitor.post(ADD, {"name": "Maps"})["Cache-Control"]
