"""What the bank holds of what a batch of guides speaks of, read in about twenty queries however many guides there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Q

from questions.guides.document import Guide
from questions.models import GuideImport, Role, RoleTitle
from questions.normal import name_key

from .addressing import roles_named
from .shelves import LinkShelf, QuestionShelf
from .states import Held, role_states
from .wanted import Prepared


@dataclass(slots=True)
class Read:
    """A guide as it was read: ``source`` is its place in its tree."""

    path: Path
    source: str
    prepared: Prepared

    @property
    def guide(self) -> Guide:
        return self.prepared.guide


class Snapshot:
    def __init__(self, reads: Iterable[Read]) -> None:
        reads = list(reads)
        guides = [read.guide for read in reads]
        self.imports: dict[tuple[str, str], GuideImport] = {
            (row.source, row.title): row for row in GuideImport.objects.filter(source__in={read.source for read in reads})
        }
        self._read_roles(guides)
        self._read_imports_by_role()
        items = [row.items for rows in self.imports_of.values() for row in rows] + [row.items for row in self.imports.values()]
        self.questions = QuestionShelf()
        self.questions.read(
            keys={item.key for read in reads for item in read.prepared.questions},
            ids=ids_in(items, "question"),
            roles=self.roles,
        )
        self.links = LinkShelf()
        self.links.read(
            keys={item.key for read in reads for item in read.prepared.links}, ids=ids_in(items, "link"), roles=self.roles
        )

    def keep_role(self, held: Held, group: int) -> None:
        self.roles[held.id] = held
        self.role_by_title[group, held.key] = held.id

    def role_of(self, last: GuideImport | None, group: int | None, key: str) -> Held | None:
        """The role a guide is about: the one it was imported as, else the one of that title in the group."""
        if last and last.role_id in self.roles:
            return self.roles[last.role_id]
        found = self.role_by_title.get((group, key)) if group else None
        return self.roles[found] if found else None

    def _read_roles(self, guides: list[Guide]) -> None:
        known = {row.role_id for row in self.imports.values() if row.role_id}
        where = Q(title_key__in={name_key(guide.title) for guide in guides}) | Q(pk__in=known)
        self.named = roles_named({name for guide in guides for name in guide.roles or ()})
        where |= Q(pk__in={role for found in self.named.values() for role in found})
        self.roles = role_states(where)
        self.role_by_title: dict[tuple[int, str], int] = {
            (group, key): pk for pk, group, key in Role.objects.filter(where).values_list("pk", "group", "title_key")
        }
        self.titles: dict[int, set[str]] = defaultdict(set)
        for role, key in RoleTitle.objects.filter(role__in=self.roles).values_list("role", "name_key"):
            self.titles[role].add(key)

    def _read_imports_by_role(self) -> None:
        self.imports_of: dict[int, list[GuideImport]] = defaultdict(list)
        for row in GuideImport.objects.filter(role__in=self.roles):
            if row.role_id:
                self.imports_of[row.role_id].append(row)


def ids_in(ledgers: Iterable[dict[str, list]], name: str) -> Iterator[int]:
    """The row ids of the items of one sort ("question", "link") in the ledgers of earlier imports."""
    for ledger in ledgers:
        for item, (_digest, row, _roles) in ledger.items():
            if item.startswith(f"{name}:"):
                yield row
