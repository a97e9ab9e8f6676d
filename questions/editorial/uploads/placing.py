"""Where the files of an upload stand while they are read: as a tree of guides, under the names earlier imports know them by.

An import knows a guide again by the last three folders it stands in. A guide of the bank's own tree that somebody edits and
uploads must meet what was noted of it, or the import would take it for another guide that says the same.
"""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from questions.guides.files import NO_FOLDER, TAXONOMY, is_guide_name
from questions.models import GuideImport

from .unpacking import Member

TREE = "uploads"


@dataclass
class Tree:
    """``names`` tells for each file what it is called in the upload; ``left_out`` names those that are no guides."""

    names: dict[Path, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    @property
    def paths(self) -> list[Path]:
        return list(self.names)


@contextmanager
def planted(members: Iterable[Member], *, single: bool) -> Iterator[Tree]:
    """The files in a temporary folder; a ``single`` one is a guide whatever it is called."""
    with tempfile.TemporaryDirectory(prefix="upload-") as temporary:
        # Two folders without a name: nothing of the temporary one may become a field or a part of a guide's place.
        top = Path(temporary).resolve() / NO_FOLDER / NO_FOLDER
        tree, known = Tree(), _known_trees()
        for member in members:
            if not (single or member.parts[-1] in TAXONOMY or is_guide_name(member.parts[-1])):
                tree.left_out.append(member.name)
                continue
            path = _place(top, member.parts, known)
            if path in tree.names:
                path = top.joinpath(*member.parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(member.data)
            tree.names[path] = member.name
        yield tree


def _known_trees() -> dict[str, str]:
    """For each guide imported before (Field/Group/Role.md) the name of its tree; of several trees the latest one's."""
    sources = GuideImport.objects.exclude(title="").order_by("imported_at", "pk").values_list("source", flat=True)
    return {tail: tree for tree, _slash, tail in (source.partition("/") for source in sources) if tail}


def _place(top: Path, parts: tuple[str, ...], known: dict[str, str]) -> Path:
    named = tuple(part or NO_FOLDER for part in parts)
    if len(parts) < 3 or parts[-1] in TAXONOMY:
        return top.joinpath(NO_FOLDER, *(named[-1:] if parts[-1] in TAXONOMY else (NO_FOLDER, *named)[-3:]))
    tail = named[-3:]
    tree = known.get("/".join(tail))
    if tree:
        return top.joinpath(tree, *tail)
    return top.joinpath(*(named if len(named) > 3 else (TREE, *named)))
