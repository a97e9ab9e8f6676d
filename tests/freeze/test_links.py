"""No link of a copy leads nowhere."""

from pathlib import Path
from urllib.parse import unquote

from django.conf import settings

from .copies import SITE, broken, links, pages


def test_every_link_leads_to_a_file_and_a_place_in_it_that_are_there(copy: Path):
    assert len(pages(copy)) > 100
    assert list(broken(copy)) == []


def test_alone_a_copy_names_no_address_that_it_does_not_answer_itself(alone: Path):
    named = {link for page in pages(alone) for link in links(page).to if link.startswith(SITE)}
    names = {unquote(link.removeprefix(SITE).partition("#")[0]) for link in named}
    assert named
    assert [
        name for name in names if not any((alone / f"{name}{end}").is_file() for end in ("", "index.html", "index.xml"))
    ] == []


def test_the_made_up_address_of_a_copy_without_one_stands_nowhere(stick: Path):
    assert [path for path in stick.rglob("*") if path.is_file() and b"copy.invalid" in path.read_bytes()] == []


def test_links_name_whole_files_so_that_they_open_from_a_disk(copy: Path):
    inner = {link for page in pages(copy) for link in links(page).to if not link.startswith(("http", "#", "mailto:"))}
    assert [link for link in inner if link.startswith("/") or link.partition("#")[0].endswith("/")] == []


def test_scripts_run_from_a_disk_where_browsers_load_no_modules(copy: Path):
    assert [page for page in pages(copy) if 'type="module"' in page.read_text(encoding="utf-8")] == []
    for script in copy.rglob("*.js"):
        assert script.read_text(encoding="utf-8").startswith('(() => {\n"use strict";\n')


def test_each_page_of_another_language_has_its_twin_in_the_first(copy: Path):
    for code, _name in settings.LANGUAGES[1:]:
        for page in pages(copy / code):
            assert (copy / page.relative_to(copy / code)).is_file()
            assert page.read_text(encoding="utf-8").startswith(f'<!doctype html>\n<html lang="{code}"')
