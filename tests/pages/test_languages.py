"""The language of a page is what its address says, for everybody alike."""

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings

from tests.factories import make_question, make_role

from .banks import FORM_PAGES, every_page, full_bank, practice_pages
from .reading import parse, text_of

WISHES = [{"HTTP_ACCEPT_LANGUAGE": "es"}, {"HTTP_COOKIE": f"{settings.LANGUAGE_COOKIE_NAME}=es"}]
MACHINES = ["/feed/", "/sitemap.xml", "/robots.txt", "/favicon.ico"]


@pytest.fixture
def urls(db: None) -> list[str]:
    """An address without a language of every page for reading and practising."""
    bank = full_bank()
    reading = {url.partition("?")[0]: url for url in every_page(bank)}
    return [*reading.values(), *practice_pages(bank.role), "/star/"]


def told(page: HttpResponse) -> tuple[str, str]:
    """The language of a page, as its header and its root say."""
    return page["Content-Language"], parse(page).query("html")[0].attrs.get("lang", "")


def test_a_page_says_its_language(visitor: Client, urls: list[str]):
    for url in urls:
        assert (url, told(visitor.get(url))) == (url, ("en", "en"))
        assert (url, told(visitor.get(f"/es{url}"))) == (url, ("es", "es"))


@pytest.mark.parametrize("wish", WISHES, ids=["browser", "cookie"])
def test_neither_a_browser_nor_a_cookie_changes_a_page(visitor: Client, urls: list[str], wish: dict[str, str]):
    for url in [*urls, *MACHINES]:
        assert visitor.get(url, **wish).content == visitor.get(url).content


def test_a_browser_in_english_shows_a_spanish_page_in_spanish(visitor: Client):
    assert told(visitor.get("/es/about/", HTTP_ACCEPT_LANGUAGE="en", HTTP_COOKIE="django_language=en")) == ("es", "es")


def test_caches_need_no_copy_for_each_language_or_visitor(visitor: Client, urls: list[str]):
    for url in [*urls, *MACHINES, "/es/", "/es/roles/community-outreach-librarian/", "/es/nothing/"]:
        assert visitor.get(url).get("Vary", "Accept-Encoding") == "Accept-Encoding"


def test_links_on_a_spanish_page_stay_spanish(visitor: Client, urls: list[str]):
    forms = [url for url in FORM_PAGES if "/es/" not in url]
    for url in (f"/es{url}" for url in [*urls, *forms]):
        page = parse(visitor.get(url))
        links = page.query("body a[href]:not(.languages a), form[action], head link[type='application/atom+xml']")
        paths = [link.attrs.get("href") or link.attrs.get("action", "") for link in links]
        # The schema of a file is a file, too.
        assert [path for path in paths if path.startswith("/") and not path.startswith(("/es/", "/static/"))] == [], url


def test_the_other_language_of_a_page_is_one_link_away_with_all_that_was_asked(visitor: Client):
    role = make_role()
    spanish = visitor.get(f"{role.get_absolute_url()}?kind=general")
    (link,) = parse(spanish).query(".languages a")
    assert (link.attrs["href"], link.attrs["lang"]) == (f"/es{role.get_absolute_url()}?kind=general", "es")
    (back,) = parse(visitor.get(link.attrs["href"])).query(".languages a")
    assert back.attrs["href"] == "/roles/community-outreach-librarian/?kind=general"


def test_a_moved_address_moves_within_its_language(visitor: Client):
    role = make_role()
    role.slug = "outreach"
    role.save()
    moved = visitor.get("/es/roles/community-outreach-librarian/?kind=general")
    assert (moved.status_code, moved["Location"]) == (301, "/es/roles/outreach/?kind=general")


def test_an_address_without_its_last_slash_is_mended_within_its_language(visitor: Client):
    assert [visitor.get(url)["Location"] for url in ("/es", "/es/roles", "/roles")] == ["/es/", "/es/roles/", "/roles/"]


@pytest.mark.parametrize("url", ["/en/", "/en/roles/", "/es-mx/roles/", "/fr/", "/es/es/", "/es/admin/", "/es/robots.txt"])
def test_each_page_has_one_address_in_each_language_and_no_other(visitor: Client, url: str):
    assert visitor.get(url).status_code == 404


@pytest.mark.parametrize("wish", WISHES, ids=["browser", "cookie"])
def test_the_admin_stays_english(visitor: Client, wish: dict[str, str]):
    page = visitor.get("/accounts/login/", **wish)
    assert page["Content-Language"] == "en"
    assert "Password:" in text_of(page, "label")


def test_the_title_of_a_role_keeps_its_own_language(visitor: Client):
    (heading,) = parse(visitor.get(f"/es{make_role().get_absolute_url()}")).query("h1")
    assert (heading.attrs["lang"], heading.attrs["dir"]) == ("en", "auto")


def test_a_bank_in_another_language_says_so_on_english_pages_alone(visitor: Client):
    url = make_question(text="¿Por qué aquí?").get_absolute_url()
    with override_settings(CONTENT_LANGUAGE="es"):
        english, spanish = (parse(visitor.get(path)).query("h1")[0] for path in (url, f"/es{url}"))
    assert (english.attrs.get("lang"), spanish.attrs.get("lang")) == ("es", None)


def test_an_interface_that_reads_from_right_to_left_says_so(visitor: Client):
    url = make_role().get_absolute_url()
    with override_settings(LANGUAGES=[*settings.LANGUAGES, ("ar", "العربية")]):
        arabic, english = (parse(visitor.get(path)).query("html")[0] for path in (f"/ar{url}", url))
    assert (arabic.attrs, english.attrs) == ({"lang": "ar", "dir": "rtl"}, {"lang": "en"})
