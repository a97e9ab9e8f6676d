"""What calls itself a form and is none is answered calmly: found by `make odd-requests`, one case each."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory

from prepsite.readable import content_type, readable
from tests.pages.reading import text_of

FORM = "application/x-www-form-urlencoded"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/report/", "/topics/", "/accounts/login/", "/admin/questions/question/add/"])
@pytest.mark.parametrize("charset", ["latin-1", "utf-16"])
def test_a_form_in_another_encoding_is_not_understood(path: str, charset: str):
    # Django's own page for this looked at the form again, and so became a 500.
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.cookies["csrftoken"] = "f" * 32
    page = browser.generic("POST", path, "text=Why%3F", content_type=f"{FORM}; charset={charset}")
    assert page.status_code == 400
    assert text_of(page, "h1") == ["This could not be read"]


def test_a_wrong_host_gets_the_page_too(visitor: Client):
    page = visitor.get("/", headers={"Host": "evil.example"})
    assert page.status_code == 400
    assert text_of(page, "h1") == ["This could not be read"]


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["base64", "rot13", "undefined", "idna", "punycode", "nonsense"])
def test_a_charset_that_holds_no_text_is_no_fault_of_ours(charset: str):
    # Django raises for it while it makes the request, where no middleware stands yet.
    environ = RequestFactory().post("/report/?q=1", b"text=Why", content_type=FORM).environ
    environ |= {"CONTENT_TYPE": f"{FORM}; charset={charset}", "HTTP_COOKIE": f"csrftoken={'f' * 32}"}
    found: list[str] = []
    readable(WSGIHandler())(environ, lambda status, _headers: found.append(status))
    assert found == ["400 Bad Request"]


@pytest.mark.parametrize("said", ["a" * 20_000, "multipart/form-data; boundary*=odd''x"])
def test_a_content_type_nobody_can_read_means_nothing(said: str):
    assert content_type(said) == "application/octet-stream"


@pytest.mark.parametrize("said", ["", FORM, f"{FORM}; charset=UTF-8", 'multipart/form-data; boundary="a;b"'])
def test_what_browsers_send_stays_as_it_is(said: str):
    assert content_type(said) == said
