"""From the bytes of a file to a table."""

from collections.abc import Collection
from pathlib import PurePath

from . import as_csv, as_json
from .table import LARGEST, Table, TableError, collected

READERS = {".csv": as_csv.rows, ".json": as_json.rows}


def read(data: bytes, name: str, columns: Collection[str]) -> Table:
    """The table in a file called ``name``. Raises TableError, with a sentence for whoever chose the file."""
    rows = READERS.get(PurePath(name).suffix.lower())
    if rows is None:
        raise TableError("Choose a file whose name ends in .csv or .json. A spreadsheet can save one: “CSV UTF-8”.")
    if len(data) > LARGEST:
        raise TableError(f"The file is larger than {LARGEST // 1_000_000} MB. Split it into several.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableError("The file is not text in UTF-8. Save it as “CSV UTF-8”, then choose it again.") from None
    if "\0" in text:
        raise TableError("The file is not text. Save the table as CSV or JSON, then choose that file.")
    return collected(rows(text), columns)
