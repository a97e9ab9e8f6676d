"""``import_onet`` enriches roles with what O*NET knows, once, and leaves editors' work alone."""

from pathlib import Path

import pytest
from django.core.management import CommandError
from django.test import Client

from questions.caching.version import content_version
from questions.models import Revision, Role, RoleTitle
from questions.onet import applying
from questions.onet.release import read_release
from questions.search import search
from tests.admin.forms import filled
from tests.factories import make_group, make_role

from .running import run, titles
from .tables import DESCRIPTION, LIBRARIAN, OCCUPATIONS, release, text

pytestmark = pytest.mark.django_db
TITLES = {"Librarians", "Reference Librarian", "Media Librarian", "ML", "Branch Manager"}


def test_a_role_with_the_code_gets_titles_and_a_summary(tmp_path: Path):
    role = make_role(onet_soc_code=LIBRARIAN, summary="", also_called=["reference librarian"])
    said = run(release(tmp_path))
    role.refresh_from_db()
    assert titles(role) == TITLES - {"Reference Librarian"} | {"reference librarian"}
    assert role.summary == DESCRIPTION
    assert ("roles changed          1" in said, "other titles added     4" in said) == (True, True)
    assert [found.title for found in search("branch manager").roles] == [role.title]


@pytest.mark.parametrize("title", ["Librarian", "librarians", "LIBRARIANS"])
def test_a_role_of_the_title_is_known_and_gets_the_code(tmp_path: Path, title: str):
    role = make_role(title=title)
    run(release(tmp_path))
    role.refresh_from_db()
    assert role.onet_soc_code == LIBRARIAN
    assert role.title not in titles(role)


def test_two_roles_of_the_title_are_left_alone_and_named(tmp_path: Path):
    for group in (make_group(name="Schools"), make_group(name="Law")):
        make_role(title="Librarian", group=group)
    assert "25-4022.00 Librarians: 2 roles have this title" in run(release(tmp_path))
    assert not RoleTitle.objects.exists()


def test_every_role_with_the_code_is_enriched(tmp_path: Path):
    roles = [make_role(title=title, onet_soc_code=LIBRARIAN) for title in ("School Librarian", "Law Librarian")]
    run(release(tmp_path))
    assert [titles(role) for role in roles] == [TITLES, TITLES]


def test_a_second_time_nothing_is_left_to_do_and_nothing_is_written(tmp_path: Path):
    make_role(onet_soc_code=LIBRARIAN)
    run(release(tmp_path), create=True)
    before = (content_version(), Revision.objects.count())
    assert "Nothing was left to do." in run(tmp_path, create=True)
    assert (content_version(), Revision.objects.count()) == before


def test_each_change_is_in_the_history(tmp_path: Path):
    role = make_role(onet_soc_code=LIBRARIAN, summary="")
    run(release(tmp_path))
    last = Revision.objects.of(role).accepted().order_by("number").last()
    assert last.reason == "Titles and summary from O*NET 30.0."
    assert {name for name, _kind in last.snapshot["titles"]} == TITLES


def test_a_dry_run_writes_nothing(tmp_path: Path):
    make_role(onet_soc_code=LIBRARIAN)
    before = content_version()
    said = run(release(tmp_path), create=True, dry_run=True)
    assert "roles made             1" in said
    assert "nothing was written" in said
    assert (Role.objects.count(), RoleTitle.objects.count(), content_version()) == (1, 0, before)


def test_a_long_description_is_cut_after_a_sentence(tmp_path: Path):
    sentence = "Plan and direct the daily work of a library with care for all people"
    text(tmp_path, "Occupation Data.txt", [OCCUPATIONS[0], [LIBRARIAN, "Librarians", f"{sentence}. " * 6]])
    role = make_role(onet_soc_code=LIBRARIAN, summary="")
    run(tmp_path)
    role.refresh_from_db()
    assert role.summary == f"{sentence}. {sentence}. {sentence}. {sentence}."


def test_a_wrong_folder_is_told_and_not_traced(tmp_path: Path):
    with pytest.raises(CommandError, match="There is no “Occupation Data”"):
        run(tmp_path)


def test_a_role_with_hundreds_of_titles_can_still_be_saved(editor: Client):
    role = make_role()
    RoleTitle.objects.bulk_create(
        RoleTitle(role=role, name=f"Title {number}", name_key=f"title {number}") for number in range(400)
    )
    address = f"/admin/questions/role/{role.pk}/change/"
    sent = filled(editor.get(address)) | {"summary": "Moves the library."}
    assert len(sent) > 1000
    assert editor.post(address, sent).status_code == 302


def test_visitors_see_it_on_the_next_request(tmp_path: Path, visitor: Client):
    role = make_role(onet_soc_code=LIBRARIAN)
    assert "Branch Manager" not in visitor.get(role.get_absolute_url()).text
    run(release(tmp_path))
    assert "Branch Manager" in visitor.get(role.get_absolute_url()).text


def test_one_role_with_the_titles_of_two_occupations_is_left_alone(tmp_path: Path):
    role = make_role(title="Librarian")
    text(tmp_path, "Occupation Data.txt", [*OCCUPATIONS, ["25-4029.00", "Librarian", "Lends books."]])
    said = run(tmp_path)
    role.refresh_from_db()
    assert "25-4022.00 Librarians, 25-4029.00 Librarian: one role has these titles; give it one of the codes." in said
    assert role.onet_soc_code == ""


def test_an_abbreviation_ends_no_sentence_of_a_summary(tmp_path: Path):
    long = f"Work for the U.S. Congress and {'its many ' * 30}readers. Lend books."
    text(tmp_path, "Occupation Data.txt", [OCCUPATIONS[0], [LIBRARIAN, "Librarians", long]])
    role = make_role(onet_soc_code=LIBRARIAN, summary="")
    run(tmp_path)
    role.refresh_from_db()
    assert role.summary.startswith("Work for the U.S. Congress and its many")
    assert role.summary.endswith(" …")


def test_what_was_done_before_an_import_broke_off_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    class PowerCut(Exception):  # noqa: N818
        """The machine went off."""

    def after_the_first(number: int) -> None:
        if number:
            raise PowerCut

    monkeypatch.setattr(applying, "BATCH", 1)
    roles = [make_role(title=code, onet_soc_code=code) for code in (LIBRARIAN, "53-3053.00")]
    with pytest.raises(PowerCut):
        applying.apply(read_release(release(tmp_path)), progress=after_the_first)
    assert [len(titles(role)) for role in roles] == [5, 0]
    run(tmp_path)
    assert [len(titles(role)) for role in roles] == [5, 1]
