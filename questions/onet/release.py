"""An O*NET database as it was released: its occupations, with what people call them."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from questions.normal import name_key
from questions.vocabulary import TitleKind

from .tables import OnetError, find, rows_of

CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
LONGEST_TITLE = 160


@dataclass(slots=True)
class Occupation:
    code: str
    title: str
    description: str
    # By their normal form: the title as written, and its kind.
    titles: dict[str, tuple[str, str]] = field(default_factory=dict)

    def call(self, title: str, kind: str) -> None:
        if title:
            self.titles.setdefault(name_key(title), (title, kind))


@dataclass(slots=True)
class Release:
    """``notices`` are what could not be used, a line each."""

    name: str
    occupations: dict[str, Occupation]
    notices: list[str]


def read_release(folder: Path) -> Release:
    """The database in ``folder``. Raises OnetError where there is no folder or no table of occupations."""
    if not folder.is_dir():
        raise OnetError(f"There is no folder {folder}. Unpack the O*NET database and name the folder with its tables.")
    table = find(folder, "Occupation Data")
    if table is None:
        raise OnetError(f"There is no “Occupation Data” (.txt, .tsv, .csv or .xlsx) in {folder}, nor one folder down.")
    release = Release(_name_of(folder), {}, [])
    for row in rows_of(table, ["title", "description"]):
        if CODE.fullmatch(row["code"]) and row["title"]:
            release.occupations[row["code"]] = Occupation(row["code"], row["title"], row["description"])
        else:
            release.notices.append(f"{table.name}: “{row['code']}” is not used: it has no O*NET-SOC code and title.")
    if not release.occupations:
        raise OnetError(f"{table.name} has no occupations. Its first line must name the columns, O*NET-SOC Code and Title.")
    _titles(folder, release, "Alternate Titles", {"alternate": TitleKind.ALTERNATE, "short": TitleKind.SHORT})
    _titles(folder, release, "Sample of Reported Titles", {"reported": TitleKind.REPORTED})
    return release


def _titles(folder: Path, release: Release, name: str, kinds: dict[str, TitleKind]) -> None:
    table = find(folder, name)
    if table is None:
        release.notices.append(f"There is no “{name}” in the folder, so none of its titles.")
        return
    unknown: set[str] = set()
    for row in rows_of(table, kinds):
        occupation = release.occupations.get(row["code"])
        if occupation is None:
            unknown.add(row["code"])
            continue
        for column, kind in kinds.items():
            if len(row[column]) > LONGEST_TITLE:
                release.notices.append(f"{table.name}: longer than {LONGEST_TITLE} characters, left out: “{row[column]}”")
            else:
                occupation.call(row[column], kind.value)
    if unknown:
        release.notices.append(f"{table.name}: titles of codes without an occupation are left out ({len(unknown)}).")


def _name_of(folder: Path) -> str:
    """ "O*NET 30.0" of a folder called db_30_0_text, or with such a one above or below it; else "O*NET"."""
    for name in (folder.resolve().name, folder.resolve().parent.name, *(path.name for path in sorted(folder.glob("*/")))):
        version = re.match(r"db_(\d+)_(\d+)", name)
        if version:
            return f"O*NET {version[1]}.{version[2]}"
    return "O*NET"
