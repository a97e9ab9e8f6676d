"""The formats there are, in the order they are offered: their words for visitors, and what their files are called."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from . import anki, markdown, pack, records, table
from .extract import Extract, Made


@dataclass(frozen=True)
class Format:
    """``word`` stands in the address. ``speaks``: the file has labels, which are in the language of the address."""

    word: str
    ending: str
    content_type: str
    label: Promise
    good_for: Promise
    make: Callable[[Extract], Made]
    speaks: bool = False


@dataclass(frozen=True)
class File:
    format: Format
    name: str
    content: bytes
    left_out: int

    @property
    def kilobytes(self) -> int:
        """Its size in units of 1,000 bytes, at least one."""
        return max(1, round(len(self.content) / 1000))


FORMATS = {
    format.word: format
    for format in (
        Format(
            "pack",
            "html",
            "text/html; charset=utf-8",
            _("Offline pack"),
            _(
                "One web page that holds everything, with a jump list. It opens from a USB stick or a phone "
                "with the network off, and prints."
            ),
            pack.make,
            speaks=True,
        ),
        Format(
            "anki",
            "apkg",
            "application/x-apkg",
            _("Anki deck"),
            _(
                "Flash cards for daily practice: the question in front, the guidance behind. A newer deck updates the cards "
                "and keeps your progress."
            ),
            anki.make,
            speaks=True,
        ),
        Format(
            "csv",
            "csv",
            "text/csv; charset=utf-8",
            _("Spreadsheet (CSV)"),
            _("One question a row, to sort, to add a column for your own answers, or to build a worksheet for a class."),
            table.make,
        ),
        Format(
            "markdown",
            "md",
            "text/markdown; charset=utf-8",
            _("Markdown guide"),
            _("Plain text to read and edit in any editor or notes program. Any Prepsite reads it back unchanged."),
            markdown.make,
        ),
        Format(
            "json",
            "json",
            "application/json",
            _("Data (JSON)"),
            _("For programs: everything by name, with lasting numbers and addresses, after a published schema."),
            records.make,
        ),
    )
}


def make_file(format: Format, extract: Extract) -> File:
    """The extract as a file. Files without labels are the same in every language of the interface, down to their links."""
    if format.speaks:
        made = format.make(extract)
    else:
        with override(settings.LANGUAGE_CODE):
            made = format.make(extract)
    return File(format, f"{extract.role.slug}.{format.ending}", *made)
