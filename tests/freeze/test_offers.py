"""Search, forms and filters take a server: a copy sends them to one, or does not offer them."""

from pathlib import Path

import pytest

from tests.pages.test_valid_html import faults_of

from .copies import SITE, leading_to, links, pages

ROLE = "roles/community-outreach-librarian"
NEEDING = ("Search", "Report a problem", "suggest a question", "Write to the editors", "Another set", "Compare roles")


def read(folder: Path, name: str) -> str:
    return (folder / name / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["stick", "alone"])
def test_without_a_server_nothing_is_offered_that_needs_one(copies: Path, name: str):
    folder = copies / name
    for page in pages(folder):
        html = page.read_text(encoding="utf-8")
        assert "<form" not in html
        assert [words for words in NEEDING if f">{words}" in html] == []
    assert "Kinds of question" not in read(folder, ROLE)
    assert "agree on any word" not in read(folder, f"{ROLE}/mock")
    assert "Tick the questions" not in read(folder, f"{ROLE}/sheet")


def test_what_is_taken_out_leaves_sound_pages_without_empty_places(copy: Path):
    assert {str(page): faults for page in pages(copy) if (faults := faults_of(page.read_text(encoding="utf-8")))} == {}


def test_what_is_taken_out_leaves_no_lone_sign_and_no_empty_place(stick: Path):
    assert '<a href="index.html">How it is made</a></p>' in read(stick, "about")
    assert '<p class="more"></p>' not in read(stick, ROLE)
    assert read(stick, ROLE).count("<small>") == 4  # of the ways to practise: no comparing, no file to take away


def test_with_a_server_forms_and_filters_lead_there(served: Path):
    assert f'<form class="find" role="search" action="{SITE}search/"' in read(served, ROLE)
    assert f'action="{SITE}es/roles/"' in read(served, "es/roles")
    there = leading_to(served, SITE)
    assert f"{SITE}report/?question=1" in there
    assert f"{SITE}{ROLE}/?kind=behavioral#questions" in there
    assert f"{SITE}{ROLE}/vs/" in there


def test_the_set_to_practise_is_a_fixed_one_and_the_interviewer_has_the_same(stick: Path):
    assert "../interviewer/index.html" in links(stick / ROLE / "mock" / "index.html").to
    texts = [f"What would you do on round {number}?" for number in range(5)] + ["How do you plan a route?", "Why this library?"]
    mock, interviewer = ([text for text in texts if text in read(stick, f"{ROLE}/{own}")] for own in ("mock", "interviewer"))
    assert mock == interviewer != []


def test_scripts_that_ask_the_server_are_left_out(served: Path):
    names = {path.name.split(".")[0] for path in served.rglob("*.js")}
    assert {"questions", "timer", "print"} <= names
    assert names.isdisjoint({"suggest", "filter"})
