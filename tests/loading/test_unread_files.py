"""A file that an import on the server could not read is a problem editors hear of, until it is read or thrown away."""

import pytest
from django.test import Client

from questions.models import GuideImport
from tests.desk.reading import desk_of, rows_behind
from tests.staff import browser_of

LIST = "/admin/questions/guideimport/"
GOOD = "Community Outreach Librarian.md"


@pytest.fixture
def pat(db: None) -> Client:
    return browser_of("pat")


@pytest.fixture
def broken(tree, outreach) -> GuideImport:
    """Of two files one cannot be read."""
    tree.write(GOOD, outreach)
    tree.write("Bad.md", "# A role\n\nOnly a description.\n")
    tree.load_with_failures()
    return GuideImport.objects.get(source__endswith="Bad.md")


def test_the_desk_counts_it_and_says_why(broken: GuideImport, pat: Client):
    assert desk_of(pat)["Imports with problems"] == "1"
    [row] = rows_behind(pat, "Imports with problems")
    assert "Bad.md" in row
    assert "not read:" in pat.get(f"{LIST}{broken.pk}/change/").text


def test_importing_it_in_vain_again_keeps_one_row(broken: GuideImport, tree):
    tree.load_with_failures()
    assert GuideImport.objects.filter(source=broken.source).count() == 1


def test_once_it_is_read_it_is_no_problem(broken: GuideImport, tree, pat: Client):
    tree.write("Bad.md", "# Bad\n\n1. Why a van?\n")
    tree.load()
    assert [row.title for row in GuideImport.objects.filter(source=broken.source)] == ["Bad"]
    assert "Imports with problems" not in desk_of(pat)


def test_a_guide_that_broke_is_known_again_when_it_is_mended(tree, outreach, pat: Client):
    tree.write(GOOD, outreach)
    tree.load()
    tree.write(GOOD, b"\x00\x01\x02")
    tree.load_with_failures()
    assert desk_of(pat)["Imports with problems"] == "1"
    tree.write(GOOD, outreach)
    assert tree.load().outcomes[0].role_was == "unchanged"
    assert GuideImport.objects.count() == 1


def test_a_dry_run_notes_nothing(tree):
    from questions.guides.loading.importing import import_guides

    tree.write("Bad.md", "# A role\n\nOnly a description.\n")
    import_guides([tree.root], dry_run=True)
    assert not GuideImport.objects.exists()


def test_who_may_import_throws_it_away_and_nothing_else(broken: GuideImport, pat: Client):
    good = GuideImport.objects.get(source__endswith=GOOD)
    assert browser_of("ed").post(f"{LIST}{broken.pk}/delete/", {"post": "yes"}).status_code == 403
    for row in (broken, good):
        pat.post(f"{LIST}{row.pk}/delete/", {"post": "yes"})
    assert list(GuideImport.objects.all()) == [good]
