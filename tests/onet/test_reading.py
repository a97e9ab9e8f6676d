"""The folder of an O*NET database is read whatever year it is of."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questions.onet.release import read_release
from questions.onet.tables import OnetError

from .tables import ALTERNATES, DESCRIPTION, LIBRARIAN, OCCUPATIONS, REPORTED, excel, release, text


def older(folder: Path) -> None:
    """Columns named and ordered otherwise, with the title between them, in the encoding of that time."""
    text(folder, "occupation_data.txt", [["Title", "Description", "onetsoc_code"], ["Librarians", DESCRIPTION, LIBRARIAN]])
    rows = [["Title", "ONET-SOC CODE", "Short Title", "Alternate Title"]]
    rows += [["Librarians", LIBRARIAN, "", "Reference Librarian"], ["Librarians", LIBRARIAN, "ML", "Media Librarian"]]
    text(folder, "AlternateTitles.TXT", rows, encoding="cp1252")
    text(folder, "sample of reported titles.csv", [["O*NET-SOC Code", "Reported Job Title"], REPORTED[1][:2]], mark=",")


def in_excel(folder: Path) -> None:
    excel(folder, "Occupation Data.xlsx", OCCUPATIONS)
    with_title = [[row[0], "Title" if not number else "Librarians", *row[1:]] for number, row in enumerate(ALTERNATES)]
    excel(folder, "Alternate Titles.xlsx", with_title)
    excel(folder, "Sample of Reported Titles.xlsx", REPORTED)


@pytest.mark.parametrize("write", [release, older, in_excel])
def test_occupations_and_their_titles_are_read(tmp_path: Path, write: Callable[[Path], object]):
    write(tmp_path)
    librarian = read_release(tmp_path).occupations[LIBRARIAN]
    assert (librarian.title, librarian.description) == ("Librarians", DESCRIPTION)
    assert set(librarian.titles.values()) == {
        ("Reference Librarian", "alternate"),
        ("Media Librarian", "alternate"),
        ("ML", "short"),
        ("Branch Manager", "reported"),
    }


def test_a_release_is_known_by_the_name_of_its_folder(tmp_path: Path):
    assert read_release(release(tmp_path)).name == "O*NET 30.0"
    assert read_release(tmp_path / "db_30_0_text").name == "O*NET 30.0"
    in_excel(tmp_path / "tables")
    assert read_release(tmp_path / "tables").name == "O*NET"


def test_letters_of_other_encodings_are_read(tmp_path: Path):
    text(tmp_path, "Occupation Data.txt", [OCCUPATIONS[0], [LIBRARIAN, "Café Librarians", "It’s — fine."]], encoding="cp1252")
    assert read_release(tmp_path).occupations[LIBRARIAN].title == "Café Librarians"


def test_what_cannot_be_used_is_said(tmp_path: Path):
    text(tmp_path, "Occupation Data.txt", [*OCCUPATIONS, ["25-4022", "Too short", ""], ["11-1011.00", "", "No title"]])
    text(tmp_path, "Alternate Titles.txt", [*ALTERNATES, [LIBRARIAN, "x" * 161, "n/a", ""]])
    assert read_release(tmp_path).notices == [
        "Occupation Data.txt: “25-4022” is not used: it has no O*NET-SOC code and title.",
        "Occupation Data.txt: “11-1011.00” is not used: it has no O*NET-SOC code and title.",
        f"Alternate Titles.txt: longer than 160 characters, left out: “{'x' * 161}”",
        "Alternate Titles.txt: titles of codes without an occupation are left out (1).",
        "There is no “Sample of Reported Titles” in the folder, so none of its titles.",
    ]


def broken_excel(folder: Path) -> None:
    (folder / "Occupation Data.xlsx").write_bytes(b"PK no such thing")


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda folder: None, "There is no “Occupation Data”"),
        (lambda folder: folder.rmdir(), "There is no folder"),
        (lambda folder: text(folder, "Occupation Data.txt", [["Name", "Job"], ["a", "b"]]), "has no column “O*NET-SOC Code”"),
        (lambda folder: text(folder, "Occupation Data.txt", [[]]), "has no column “O*NET-SOC Code”"),
        (lambda folder: text(folder, "Occupation Data.txt", OCCUPATIONS[:1]), "has no occupations"),
        (broken_excel, "cannot be read as an Excel file"),
    ],
)
def test_a_folder_that_is_none_says_what_to_do(tmp_path: Path, write: Callable[[Path], object], said: str):
    folder = tmp_path / "database"
    folder.mkdir()
    write(folder)
    with pytest.raises(OnetError) as error:
        read_release(folder)
    assert said in str(error.value)
