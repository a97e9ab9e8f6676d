"""The rows of one table of a release, whatever the file's format and however its columns are named and ordered."""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from openpyxl import load_workbook

# What we read, by the names older and newer releases give the columns; letters and figures alone count.
COLUMNS = {
    "code": ("onetsoccode", "onetsoc", "soccode", "onetcode", "code"),
    "alternate": ("alternatetitle", "alternatetitles", "laytitle"),
    "short": ("shorttitle",),
    "reported": ("reportedjobtitle", "reportedtitle", "samplereportedtitle"),
    "title": ("title", "occupationtitle", "occupation"),
    "description": ("description", "occupationdescription", "definition"),
}
FORMATS = (".txt", ".tsv", ".csv", ".xlsx")
NOTHING = {"", "n/a"}

type Row = dict[str, str]


class OnetError(Exception):
    """The folder is not as an O*NET database is; says what to do."""


def plain(name: str) -> str:
    """``name`` with nothing but small letters and figures: "O*NET-SOC Code" and "onetsoc_code" are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def find(folder: Path, name: str) -> Path | None:
    """The file of the table ``name`` in ``folder`` or one folder down; text before Excel."""
    files = [path for pattern in ("*", "*/*") for path in sorted(folder.glob(pattern)) if path.suffix.lower() in FORMATS]
    found = [path for path in files if plain(path.stem) == plain(name)]
    return min(found, key=lambda path: FORMATS.index(path.suffix.lower()), default=None)


def rows_of(path: Path, wanted: Iterable[str]) -> Iterator[Row]:
    """The rows of the table at ``path``: the columns ``wanted`` by our names for them, "" where there is nothing.

    Raises OnetError where the file cannot be read or has no column for a code.
    """
    lines = _excel(path) if path.suffix.lower() == ".xlsx" else _text(path)
    header = [plain(cell) for cell in next(lines, [])]
    places = {name: next((header.index(word) for word in COLUMNS[name] if word in header), None) for name in ("code", *wanted)}
    if places["code"] is None:
        raise OnetError(f"{path.name} has no column “O*NET-SOC Code” in its first line. Is it a table of the O*NET database?")
    for cells in lines:
        row = {name: _cell(cells, place) for name, place in places.items()}
        if row["code"]:
            yield row


def _cell(cells: list[str], place: int | None) -> str:
    text = " ".join(cells[place].split()) if place is not None and place < len(cells) else ""
    return "" if text.lower() in NOTHING else text


def _text(path: Path) -> Iterator[list[str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # what releases of the first years were written in
    if path.suffix.lower() == ".csv":
        yield from csv.reader(text.splitlines())
    else:
        yield from csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _excel(path: Path) -> Iterator[list[str]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # whatever a broken file makes of the library, it is the file that is wrong
        raise OnetError(f"{path.name} cannot be read as an Excel file ({error}). Download it once more.") from error
    try:
        for cells in book.worksheets[0].iter_rows(values_only=True):
            yield ["" if cell is None else str(cell) for cell in cells]
    finally:
        book.close()
