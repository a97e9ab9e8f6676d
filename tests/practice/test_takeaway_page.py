"""The page that offers a role as files, and what all the files have in common."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.vocabulary import Status
from tests.factories import make_role
from tests.pages.banks import full_bank
from tests.pages.reading import links_of, parse, text_of
from tests.pages.test_query_counts import bank_of

from .files import WORDS, download, make_hostile_role

TYPES = {
    "pack": ("html", "text/html; charset=utf-8"),
    "anki": ("apkg", "application/x-apkg"),
    "csv": ("csv", "text/csv; charset=utf-8"),
    "markdown": ("md", "text/markdown; charset=utf-8"),
    "json": ("json", "application/json"),
}


def test_a_visitor_reads_the_format_and_size_of_each_file_before_taking_it(visitor: Client):
    role = full_bank().role
    page = visitor.get(f"{role.get_absolute_url()}take-away/")
    offers = links_of(page, ".rows a")
    assert [offer.split(",")[0] for offer in offers] == [
        *("Offline pack", "Anki deck", "Spreadsheet (CSV)", "Markdown guide", "Data (JSON)")
    ]
    for offer, url in offers.items():
        size = len(visitor.get(url).content)
        assert offer.split(", ")[1] == f"{max(1, round(size / 1000))} kB"


@pytest.mark.parametrize("word", WORDS)
def test_a_file_is_saved_under_the_name_of_its_role(visitor: Client, word: str):
    answer = download(visitor, full_bank().role, word)
    ending, content_type = TYPES[word]
    assert answer["Content-Disposition"] == f'attachment; filename="community-outreach-librarian.{ending}"'
    assert answer["Content-Type"] == content_type


def test_a_role_in_another_script_gives_files_with_names_in_that_script(visitor: Client):
    answer = download(visitor, make_role(title="أمين مكتبة"), "markdown")
    name = "%D8%A3%D9%85%D9%8A%D9%86-%D9%85%D9%83%D8%AA%D8%A8%D8%A9.md"
    assert answer["Content-Disposition"] == f"attachment; filename*=utf-8''{name}"


def test_search_engines_keep_neither_the_page_nor_the_files(visitor: Client):
    role = full_bank().role
    robots = parse(visitor.get(f"{role.get_absolute_url()}take-away/")).query("meta[name=robots]")
    assert [tag.attrs["content"] for tag in robots] == ["noindex"]
    assert {download(visitor, role, word)["X-Robots-Tag"] for word in WORDS} == {"noindex"}


def test_a_role_without_questions_says_that_there_is_nothing_to_take(visitor: Client):
    page = visitor.get(f"{make_role(title='Bookmobile Driver').get_absolute_url()}take-away/")
    assert text_of(page, ".rows a") == []
    assert "nothing to take away" in text_of(page, ".empty")[0]


@pytest.mark.parametrize("word", WORDS)
def test_a_role_without_questions_still_has_its_files(visitor: Client, word: str):
    role = make_role(title="Bookmobile Driver")
    assert download(visitor, role, word).content


@pytest.mark.parametrize("path", ["take-away/", "take-away/json/"])
def test_drafts_are_not_found_retired_roles_are_gone_and_moved_ones_redirect(visitor: Client, path: str):
    draft, retired = (make_role(title=str(status), status=status) for status in (Status.DRAFT, Status.RETIRED))
    moved = make_role(title="Driver")
    moved.slug = "bookmobile-driver"
    moved.save()
    assert visitor.get(f"{draft.get_absolute_url()}{path}").status_code == 404
    assert visitor.get(f"{retired.get_absolute_url()}{path}").status_code == 410
    assert visitor.get(f"/roles/driver/{path}").headers["Location"] == f"/roles/bookmobile-driver/{path}"


@pytest.mark.parametrize("word", ["pdf", "JSON", "x" * 300, "csv'--"])
def test_an_unknown_format_is_not_found(visitor: Client, word: str):
    assert visitor.get(f"{make_role().get_absolute_url()}take-away/{word}/").status_code == 404


def test_text_files_are_the_same_in_every_language_and_the_others_speak_it(visitor: Client):
    url = full_bank().role.get_absolute_url()
    for word in ("csv", "markdown", "json"):
        assert visitor.get(f"/es{url}take-away/{word}/").content == visitor.get(f"{url}take-away/{word}/").content
    pack = visitor.get(f"/es{url}take-away/pack/")
    assert parse(pack).query("html")[0].attrs["lang"] == "es"
    assert parse(pack).query("h1")[0].attrs["lang"] == "en"
    assert f'href="http://testserver/es{url}"' in pack.text


def test_a_role_with_a_hostile_title_has_a_calm_page(visitor: Client):
    page = visitor.get(f"{make_hostile_role().get_absolute_url()}take-away/")
    assert {script.attrs.get("src") for script in parse(page).query("script")} == {"/static/js/suggest.js"}


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize(("path", "most"), [("", 10), ("pack/", 10), ("anki/", 8), ("csv/", 8), ("markdown/", 8), ("json/", 8)])
def test_files_cost_the_same_few_queries_with_three_rows_and_with_thirty(visitor: Client, path: str, most: int, rows: int):
    bank_of(rows)
    with CaptureQueriesContext(connection) as asked:
        visitor.get(f"/roles/librarian-0/take-away/{path}")
    assert len(asked) == most
