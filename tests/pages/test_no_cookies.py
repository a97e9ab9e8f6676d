"""Reading leaves no trace: no cookie, no session, nothing that differs between visitors."""

from django.contrib.sessions.models import Session
from django.test import Client

from .banks import every_page, full_bank


def test_no_public_page_sets_a_cookie_or_differs_by_cookie(visitor: Client):
    for url in every_page(full_bank()):
        page = visitor.get(url)
        assert "Set-Cookie" not in page.headers
        assert not page.cookies
        assert "Cookie" not in page.get("Vary", "")
    assert not Session.objects.exists()


def test_an_editor_reads_the_same_pages(visitor: Client, editor: Client):
    for url in every_page(full_bank()):
        assert editor.get(url).content == visitor.get(url).content


def test_no_page_asks_another_site_for_anything(visitor: Client):
    for url in every_page(full_bank()):
        page = visitor.get(url).text
        for asking in ('src="http', 'src="//', 'stylesheet" href="http', "@import", "<iframe", "<script", "csrfmiddlewaretoken"):
            assert asking not in page
