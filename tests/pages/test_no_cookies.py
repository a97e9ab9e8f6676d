"""Reading leaves no trace: no cookie, no session, nothing that differs between visitors.

No public page sets a cookie except the report and suggest forms, and theirs is the token of the form and nothing else.
"""

from django.contrib.sessions.models import Session
from django.test import Client

from .banks import FORM_PAGES, all_pages, full_bank


def test_no_public_page_sets_a_cookie_or_differs_by_cookie(visitor: Client):
    for url in all_pages(full_bank()):
        page = visitor.get(url)
        assert "Set-Cookie" not in page.headers
        assert not page.cookies
        assert "Cookie" not in page.get("Vary", "")
    assert not Session.objects.exists()


def test_the_report_and_suggest_forms_set_the_cookie_of_the_form_alone(db: None):
    full_bank()
    for url in FORM_PAGES:
        assert list(Client().get(url).cookies) == ["csrftoken"]
    assert not Session.objects.exists()


def test_an_editor_reads_the_same_pages(visitor: Client, editor: Client):
    for url in all_pages(full_bank()):
        assert editor.get(url).content == visitor.get(url).content


def test_no_page_asks_another_site_for_anything(visitor: Client):
    for url in [*all_pages(full_bank()), *FORM_PAGES]:
        page = visitor.get(url).text
        for asking in ('src="http', 'src="//', 'stylesheet" href="http', "@import", "<iframe"):
            assert asking not in page


def test_no_other_page_carries_the_token_of_a_form(visitor: Client):
    for url in all_pages(full_bank()):
        assert "csrfmiddlewaretoken" not in visitor.get(url).text
