"""Small O*NET databases in a folder, as releases of several years write them."""

from pathlib import Path

from openpyxl import Workbook

LIBRARIAN = "25-4022.00"
DESCRIPTION = "Administer libraries. Help people find what they need."
OCCUPATIONS = [
    ["O*NET-SOC Code", "Title", "Description"],
    [LIBRARIAN, "Librarians", DESCRIPTION],
    ["53-3053.00", "Shuttle Drivers", "Drive vans."],
]
ALTERNATE_COLUMNS = ["O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"]
ALTERNATES = [
    ALTERNATE_COLUMNS,
    [LIBRARIAN, "Reference Librarian", "n/a", "08,10"],
    [LIBRARIAN, "Media Librarian", "ML", "08"],
    [LIBRARIAN, "media  librarian", "n/a", "09"],
    ["99-9999.00", "Nobody", "n/a", "08"],
]
REPORTED = [["O*NET-SOC Code", "Reported Job Title", "Shown in My Next Move"], [LIBRARIAN, "Branch Manager", "Y"]]


def text(folder: Path, name: str, rows: list[list[str]], *, mark: str = "\t", encoding: str = "utf-8") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes("\r\n".join(mark.join(row) for row in [*rows, []]).encode(encoding))


def excel(folder: Path, name: str, rows: list[list[str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / name)


def release(folder: Path) -> Path:
    """A release as of today, in the folder its archive makes."""
    text(folder / "db_30_0_text", "Occupation Data.txt", OCCUPATIONS)
    text(folder / "db_30_0_text", "Alternate Titles.txt", ALTERNATES)
    text(folder / "db_30_0_text", "Sample of Reported Titles.txt", REPORTED)
    return folder
