"""What two snapshots of one thing differ in, field by field: data, no HTML. How texts are compared is in ``marking``."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any

from django.db import models
from django.utils import formats, timezone
from django.utils.text import capfirst

from questions.models import Group
from questions.vocabulary import Level, TitleKind

from .aligning import aligned
from .marking import MOST_LINES, Piece, Row, texts, whole, words
from .snapshots import STATE, TEXTS, Snapshot, essence

# Unchanged rows in a row before the middle of them is folded.
MOST_SAME = 4
LISTS = {"titles": "Other titles", "follow_ups": "Follow-ups", "topics": "Topics", "roles": "Roles", "links": "Links"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of both snapshots."""

    label: str
    rows: list[Row]

    @property
    def same(self) -> bool:
        return all(row.same for row in self.rows)

    @property
    def blocks(self) -> list[tuple[bool, list[Row]]]:
        """The rows in stretches, each with whether to fold it: what is unchanged and not beside a change."""
        return list(_blocks(self.rows))


def compare(model: type[models.Model], old: Snapshot, new: Snapshot) -> list[Difference]:
    """Every field of ``model`` in the order of its form; an empty ``old`` stands for a thing that was not there yet."""
    found = [_column(model, name, old.get(name), new.get(name)) for name in TEXTS[model]]
    for level in Level:
        before, after = (dict(side.get("benchmarks", [])).get(level, "") for side in (old, new))
        found += [Difference(f"Good at {level.label.lower()} level", texts(before, after))] if before or after else []
    for name, label in LISTS.items():
        if name in old or name in new:
            found.append(Difference(label, _list(name, old.get(name, []), new.get(name, []))))
    return found + [_column(model, name, old.get(name), new.get(name)) for name in STATE]


def _column(model: type[models.Model], name: str, old: Any, new: Any) -> Difference:
    field: Any = model._meta.get_field(name)
    before, after = _said(field, old), _said(field, new)
    in_words = isinstance(field, models.CharField | models.TextField) and not field.choices
    return Difference(capfirst(field.verbose_name), texts(before, after) if in_words else [whole(before, after)])


def _said(field: Any, value: Any) -> str:
    """A column's value, as a snapshot holds it, in the words of the form."""
    if value is None or value == "":
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.BooleanField):
        return "Yes" if value else "No"
    if isinstance(field, models.DateTimeField):
        return formats.date_format(timezone.localtime(dt.datetime.fromisoformat(value)), "DATETIME_FORMAT")
    if isinstance(field, models.ForeignKey):
        group = Group.objects.select_related("field").filter(pk=value).first()
        return f"{group.name} · {group.field}" if group else f"A group that is gone ({value})"
    return str(value)


def _list(name: str, old: list, new: list) -> list[Row]:
    if name == "follow_ups":
        return _in_order(old, new)
    if name == "titles":
        return _in_order(*([f"{title} ({TitleKind(kind).label.lower()})" for title, kind in side] for side in (old, new)))
    return _by_key(old, new)


def _in_order(old: list[str], new: list[str]) -> list[Row]:
    rows = []
    for _same, before, after in aligned(old, new, MOST_LINES):
        rows += [words(left, right) for left, right in zip_longest(before, after, fillvalue="")]
    return rows


def _by_key(old: list, new: list) -> list[Row]:
    """Other things that are named: what they are called counts for nothing, but is what people read."""
    before, after = ({entry[0]: entry for entry in side} for side in (old, new))
    rows = []
    for key in {**before, **after}:
        left, right = before.get(key), after.get(key)
        if left and right and essence({"roles": [left]}) == essence({"roles": [right]}):
            left = right
        rows.append(words(_entry(left), _entry(right)))
    return rows


def _entry(entry: list | None) -> str:
    if not entry:
        return ""
    _key, name, *rest = entry
    said = [f"under “{part[1]}”" if isinstance(part, list) else f"place {part}" for part in rest if part is not None]
    return ", ".join([name, *said])


def _blocks(rows: list[Row]) -> Iterator[tuple[bool, list[Row]]]:
    rows = [_unended(row) for row in rows if not (row.same and all(piece.text.isspace() for piece in row.new))]
    done = 0
    for same, stretch in groupby(rows, key=lambda row: row.same):
        part = list(stretch)
        done += len(part)
        if not same or len(part) <= MOST_SAME:
            yield False, part
            continue
        # A row beside a change is kept in sight, so that the change is read where it stands.
        first, last = int(done > len(part)), len(part) - int(done < len(rows))
        yield False, part[:first]
        yield True, part[first:last]
        yield False, part[last:]


def _unended(row: Row) -> Row:
    """Without the line ends at its end, which would show as an empty line."""
    sides = []
    for side in (row.old, row.new):
        *pieces, last = side or (Piece("", changed=False),)
        text = last.text.rstrip("\r\n")
        sides.append((*pieces, Piece(text, last.changed)) if text else tuple(pieces))
    return Row(*sides)
