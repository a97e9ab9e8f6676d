"""What a copy holds: every public page that an address alone asks for."""

import json
from pathlib import Path

import pytest

from .copies import SITE, pages

ROLE = "roles/community-outreach-librarian"
TOPIC = "topics/community-engagement"


@pytest.fixture
def there(served: Path) -> set[str]:
    return {str(path.relative_to(served)) for path in served.rglob("*") if path.is_file()}


def test_the_pages_of_the_bank_in_both_languages(there: set[str]):
    names = ["", "about/", "roles/", "topics/", "resources/", "star/", "questions/1/"]
    names += ["fields/health/", "groups/librarianship/", f"{ROLE}/", f"{TOPIC}/", f"{ROLE}/community-engagement/"]
    names += [f"{ROLE}/{own}/" for own in ("sheet", "mock", "interviewer", "ask", "take-away")] + [f"{TOPIC}/sheet/"]
    assert {f"{language}{name}index.html" for name in names for language in ("", "es/")} - there == set()


def test_the_parts_of_long_lists(there: set[str], served: Path):
    assert {f"{ROLE}/page-2.html", f"{ROLE}/page-3.html", f"es/{ROLE}/page-3.html"} <= there
    assert any(name.startswith(f"{TOPIC}/older-") for name in there)
    assert f"{ROLE}/page-1.html" not in there
    lists = [(served / ROLE / name).read_text(encoding="utf-8") for name in ("index.html", "page-2.html", "page-3.html")]
    assert sum(page.count('class="question"') for page in lists) == 8


def test_what_machines_read(there: set[str], served: Path):
    assert {"robots.txt", "sitemap.xml", "sitemap-roles-0.xml", "feed/index.xml", f"{ROLE}/feed/index.xml"} <= there
    assert f"Sitemap: {SITE}sitemap.xml" in (served / "robots.txt").read_text()
    assert f"<loc>{SITE}{ROLE}/</loc>" in (served / "sitemap-roles-0.xml").read_text()
    assert f'<link rel="canonical" href="{SITE}{TOPIC}/">' in (served / TOPIC / "index.html").read_text(encoding="utf-8")


def test_files_to_take_away_under_the_names_people_get(there: set[str]):
    endings = ("html", "apkg", "csv", "md", "json")
    assert {f"{ROLE}/take-away/community-outreach-librarian.{ending}" for ending in endings} <= there


def test_a_page_for_what_is_not_there_that_hosts_can_show_at_any_address(there: set[str], served: Path):
    assert {"404.html", "es/404.html"} <= there
    page = (served / "es" / "404.html").read_text(encoding="utf-8")
    assert f'href="{SITE}es/roles/index.html"' in page
    assert f'<link rel="stylesheet" href="{SITE}static/css/' in page


def test_questions_that_no_page_leads_to_in_both_languages(served: Path):
    for language in (served, served / "es"):
        texts = [page.read_text(encoding="utf-8") for page in pages(language / "questions")]
        assert [text for text in texts if "A question nobody placed?" in text]


def test_names_in_any_script(there: set[str]):
    assert "roles/أمين-مكتبة/index.html" in there


def test_nothing_that_is_not_public(there: set[str], served: Path):
    assert not {name.split("/")[0] for name in there} & {"admin", "search", "report", "suggest", "preview", "styleguide", "sheet"}
    assert [path for path in served.rglob("*") if path.is_file() and b"Not yet to be seen?" in path.read_bytes()] == []


def test_a_copy_says_what_it_is(there: set[str], served: Path):
    said = json.loads((served / "prepsite-copy.json").read_text())
    assert (said["program"], said["site"], said["files"]) == ("prepsite", SITE, len(there) - 1)


def test_what_full_addresses_of_static_files_name(there: set[str], served: Path):
    assert f'<meta property="og:image" content="{SITE}static/share.png">' in (served / "index.html").read_text(encoding="utf-8")
    said = json.loads((served / ROLE / "take-away" / "community-outreach-librarian.json").read_text(encoding="utf-8"))
    assert said["$schema"].endswith("/static/schema/role-1.json")
    assert {"static/share.png", "static/schema/role-1.json"} <= there


def test_without_an_address_nothing_is_made_of_full_addresses(stick: Path):
    names = {path.name for path in stick.rglob("*")}
    assert names.isdisjoint({"robots.txt", "sitemap.xml", "index.xml", "take-away"})
    page = (stick / ROLE / "index.html").read_text(encoding="utf-8")
    assert not [word for word in ("canonical", "og:url", "ld+json", "atom+xml", "take-away") if word in page]


def test_pages_are_for_everybody_to_read(served: Path):
    assert served.stat().st_mode & 0o555 == 0o555
    assert (served / "index.html").stat().st_mode & 0o444 == 0o444
