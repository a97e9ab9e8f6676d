"""``import_onet`` leaves alone what editors did after an earlier run, and guides still work on what it wrote."""

from pathlib import Path

import pytest

from questions.editorial import revisions
from questions.guides.loading.dumping import dump_bank
from questions.guides.loading.importing import import_guides
from questions.models import Group, GuideImport, Role
from tests.factories import make_role

from .running import run, titles
from .tables import ALTERNATE_COLUMNS, LIBRARIAN, OCCUPATIONS, release, text

pytestmark = pytest.mark.django_db
TITLES = {"Librarians", "Reference Librarian", "Media Librarian", "ML", "Branch Manager"}


def test_what_an_editor_wrote_or_removed_stays_so(tmp_path: Path):
    role = make_role(onet_soc_code=LIBRARIAN, summary="Ours.")
    run(release(tmp_path))
    with revisions.changing(Role, [role.pk], by=None, reason="Nobody says so."):
        role.titles.filter(name="ML").delete()
        Role.objects.filter(pk=role.pk).update(summary="")
    run(tmp_path)
    role.refresh_from_db()
    assert (titles(role), role.summary) == (TITLES - {"ML"}, "")


def test_a_title_an_editor_removed_stays_out_when_the_next_release_has_more(tmp_path: Path):
    role = make_role(onet_soc_code=LIBRARIAN)
    run(release(tmp_path))
    role.titles.filter(name="ML").delete()
    rows = [ALTERNATE_COLUMNS, [LIBRARIAN, "Media Librarian", "ML"], [LIBRARIAN, "Bookman"]]
    text(tmp_path / "db_31_0_text", "Occupation Data.txt", OCCUPATIONS)
    text(tmp_path / "db_31_0_text", "Alternate Titles.txt", rows)
    run(tmp_path / "db_31_0_text")
    assert titles(role) == TITLES - {"ML"} | {"Bookman"}


def test_a_role_whose_code_an_editor_took_off_is_left_alone(tmp_path: Path):
    role = make_role(title="Librarian")
    run(release(tmp_path))
    Role.objects.filter(pk=role.pk).update(onet_soc_code="")
    role.titles.all().delete()
    assert "Nothing was left to do." in run(tmp_path)
    role.refresh_from_db()
    assert (role.onet_soc_code, titles(role)) == ("", set())


def test_an_occupation_whose_draft_an_editor_deleted_is_not_made_again(tmp_path: Path):
    run(release(tmp_path), create=True)
    Role.objects.get(onet_soc_code="53-3053.00").delete()
    said = run(tmp_path, create=True)
    assert "role was deleted       1" in said
    assert "Nothing was left to do." in said
    assert [role.title for role in Role.objects.all()] == ["Librarians"]


def test_a_guide_still_brings_a_role_up_to_date_that_only_imports_have_written(tmp_path: Path):
    import_guides([guide_of("Librarian", tmp_path, "Lends books.")])
    run(release(tmp_path / "onet"))
    assert Role.objects.get().onet_soc_code == LIBRARIAN
    import_guides([guide_of("Librarian", tmp_path, "Lends books and listens.")])
    assert Role.objects.get().description == "Lends books and listens."


def test_a_guide_fills_a_draft_that_nobody_else_has_touched(tmp_path: Path):
    run(release(tmp_path / "onet"), create=True)
    import_guides([guide_of("Shuttle Drivers", tmp_path, "Drives guests to the airport.")])
    driver = Role.objects.get(onet_soc_code="53-3053.00")
    assert (driver.description, driver.summary) == ("Drives guests to the airport.", "Drive vans.")


def guide_of(title: str, folder: Path, description: str) -> Path:
    """A tree with one guide."""
    path = folder / "tree" / "Transportation and Material Moving" / "Motor Vehicle Operators" / f"{title}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {title}\n\n{description}\n\n## Questions\n\n1. Why here?\n", encoding="utf-8")
    return folder / "tree"


def test_guides_carry_what_it_wrote_into_an_empty_bank(tmp_path: Path):
    text(tmp_path / "more", "Occupation Data.txt", OCCUPATIONS)
    odd = ["CEO (Chief Executive): Head, “Boss” & Co. #1", "Yes", "007", "[Archivist] - III"]
    rows = [ALTERNATE_COLUMNS, *([LIBRARIAN, name, "n/a"] for name in odd), [LIBRARIAN, "n/a", "ML"]]
    text(tmp_path / "more", "Alternate Titles.txt", rows)
    run(tmp_path / "more", create=True)
    before = _said()
    assert {*odd, "ML"} <= {name for name, _kind in before[LIBRARIAN][3]}
    list(dump_bank(tmp_path / "out"))
    for model in (Role, Group, GuideImport):
        model.objects.all().delete()
    import_guides([tmp_path / "out"])
    assert _said() == before


def _said() -> dict[str, tuple]:
    """What the bank says of each occupation: title, summary, status, other titles with their kinds."""
    return {
        role.onet_soc_code: (role.title, role.summary, role.status, sorted(role.titles.values_list("name", "kind")))
        for role in Role.objects.all()
    }
