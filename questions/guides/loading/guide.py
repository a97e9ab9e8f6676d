"""One guide into the bank.

Three rules decide everything. An import changes only rows that still are as an import left them; whatever an editor
changed, added or took away stays so and is reported. An import adds and updates; it never deletes. And what a guide says
again as it said it before changes nothing.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model, Q
from django.utils.timezone import now

from questions.models import FormerSlug, GuideImport, Role, RoleTitle
from questions.normal import name_key

from .addressing import SHARED, addressees, mark
from .digests import digest_values
from .inserting import insert
from .ledger import Ledger
from .merging import merge
from .registry import Registry
from .report import Outcome
from .shelves import Shelf, lock, unscheduled
from .snapshot import Read, Snapshot
from .states import Held, role_states
from .wanted import Wanted

COUNTED_AS_CHANGE = (" new", " changed", " shared")


@dataclass(frozen=True, slots=True)
class Options:
    overwrite: bool = False  # the guide wins over editors' changes
    as_draft: bool = False  # what is new arrives as a draft
    by: int | None = None  # the user who imports


def load(read: Read, snapshot: Snapshot, registry: Registry, ledger: Ledger, options: Options) -> Outcome:
    """Merge one guide into the bank, all of it or nothing, and note in ``ledger`` what that makes and changes.

    Raises GuideError where the guide asks for what the bank does not have.
    """
    with transaction.atomic():
        return _Loading(read, snapshot, registry, ledger, options).run()


class _Loading:
    """The loading of one guide: what it needs at hand, and one method a part of the guide."""

    def __init__(self, read: Read, snapshot: Snapshot, registry: Registry, ledger: Ledger, options: Options) -> None:
        self.read, self.guide = read, read.guide
        self.snapshot, self.registry, self.ledger, self.options = snapshot, registry, ledger, options
        self.outcome = Outcome(read.path, self.guide.title or read.path.stem, notes=list(self.guide.notes))
        self.last = snapshot.imports.get((read.source, self.guide.title))
        self.items: dict[str, list] = dict(self.last.items) if self.last else {}
        self.elsewhere: list[dict[str, list]] = []  # the same of other guides of the role

    def run(self) -> Outcome:
        if self.guide.roles is not None:
            return self._load_into(self._addressees(), None)
        role = self._role()
        if role is None:
            self.outcome.role_was = "unchanged"
            self._keep(f"the role “{self.guide.title}” was removed")
            self._remember_problems()
            return self.outcome
        return self._load_into([role], role)

    def _addressees(self) -> list[int]:
        """The roles of a shared guide."""
        roles, faults = addressees(self.guide, self.snapshot.named)
        self.outcome.notes += faults
        self.items[SHARED] = mark(self.guide, roles, faults)
        return roles

    def _load_into(self, roles: list[int], own_role: int | None) -> Outcome:
        self.elsewhere = [row.items for role in roles for row in self.snapshot.imports_of.get(role, ())]
        new_topics = self.registry.new_topics
        self.outcome.role = own_role
        if own_role:
            self._add_titles(own_role)
        self._shelve(self.snapshot.questions, self.read.prepared.questions, roles)
        self._shelve(self.snapshot.links, self.read.prepared.links, roles)
        self.outcome.counts["topics new"] += self.registry.new_topics - new_topics
        changes = any(number and what.endswith(COUNTED_AS_CHANGE) for what, number in self.outcome.counts.items())
        if self.outcome.role_was == "unchanged" and changes:
            self.outcome.role_was = "changed"
        self._remember(own_role)
        return self.outcome

    def _role(self) -> int | None:
        """The role's id, made or brought up to date; None if an editor removed it, which it then stays."""
        wanted = self.read.prepared.role
        group = self.registry.find_group(self.guide.field, self.guide.group)
        held = self.snapshot.role_of(self.last, group, wanted.key)
        if held is None:
            if self.last and not self.options.overwrite:
                return None
            held = self._create_role(wanted)
            self.outcome.role_was = "added"
        else:
            self.outcome.role_was = "changed" if self._update_role(held, wanted) else "unchanged"
        self.items["role:"] = [wanted.digest, held.id, []]
        return held.id

    def _create_role(self, wanted: Wanted) -> Held:
        group = self.registry.group(self.guide.field, self.guide.group)
        slug = self.registry.take_slug(self.guide.slug, [self.guide.title, self.guide.group, self.guide.field])
        values = wanted.values
        digest = digest_values(values)
        own = {"group": group, "slug": slug, "imported_digest": digest, "revision": 1, "created_by": self.options.by}
        [role] = insert(Role, [values | own])
        self.ledger.note_made(Role, [role], self.read.source)
        for former in self.guide.former_slugs:
            if former not in self.registry.slugs:
                FormerSlug.objects.remember(Role.kind(), former, slug)
                self.registry.slugs.add(former)
        held = Held(role, wanted.key, values, digest)
        self.snapshot.keep_role(held, group)
        return held

    def _update_role(self, held: Held, wanted: Wanted) -> bool:
        said_before = self.items.get("role:", [None])[0]
        decision = merge(held, wanted, said_before, overwrite=self.options.overwrite)
        if decision.values:
            lock(Role, held.id)
            held = self.snapshot.roles[held.id] = role_states(Q(pk=held.id))[held.id]
            decision = merge(held, wanted, said_before, overwrite=self.options.overwrite)
        if decision.kept:
            self._keep(f"the role “{held.values['title']}” was changed")
        if not decision.values:
            return False
        self._about_to_change(Role, [held.id])
        held.values, held.imported_digest = decision.values, digest_values(decision.values)
        columns = (
            held.values
            | unscheduled(held.values)
            | {"title_key": name_key(held.values["title"]), "imported_digest": held.imported_digest}
        )
        Role.objects.filter(pk=held.id).update(**columns, updated_at=now())
        return True

    def _add_titles(self, role: int) -> None:
        # A bank may call a role by its own title once more, and what it wrote out comes back as it was.
        have = self.snapshot.titles[role] | (set() if self.guide.exact else {self.snapshot.roles[role].key})
        new = []
        for title in self.guide.also_called:
            key = name_key(title.name)
            item = f"title:{key}"
            if key in have:
                continue
            if self._was_in(item, role) and not self.options.overwrite:
                self._keep(f"the other title “{title.name}” was removed")
                continue
            have.add(key)
            self.items[item] = ["", 0, [role]]
            new.append({"role": role, "name": title.name, "kind": str(title.kind)})
        if new:
            self._about_to_change(Role, [role])
        insert(RoleTitle, new)
        self.snapshot.titles[role] = have
        self.outcome.counts["titles new"] += len(new)

    def _shelve(self, shelf: Shelf, wanted: list[Wanted], roles: list[int]) -> None:
        """Bring the guide's questions or links into the bank and into ``roles``, in the guide's order."""
        unique = {item.key: self.registry.with_topic_ids(item) for item in wanted}
        new = self._create(shelf, [item for item in unique.values() if self._find(shelf, item) is None])
        found: list[tuple[Wanted, Held]] = []
        for item in unique.values():
            held = self._find(shelf, item)
            if held is None:
                self._keep(f"the {shelf.name} “{item.label}” was removed")
                continue
            found.append((item, held))
            state = "new" if item.key in new else self._update(shelf, held, item)
            self.outcome.counts[f"{shelf.name}s {state}"] += 1
        for role in roles:
            self._place(shelf, role, found, new)
        for item, held in found:
            self.items[f"{shelf.name}:{item.key}"] = [item.digest, held.id, sorted(roles)]

    def _create(self, shelf: Shelf, missing: list[Wanted]) -> set[str]:
        """Make the rows the bank lacks, but for those it had and an editor removed; the keys of those made."""
        wanted = [item for item in missing if self.options.overwrite or not self._recall(f"{shelf.name}:{item.key}")]
        made = shelf.create(wanted, self.options.by) if wanted else []
        for held in made:
            shelf.keep(held)
        self.ledger.note_made(shelf.model, [held.id for held in made], self.read.source)
        if shelf.name == "question":
            self.outcome.new_questions += [held.values["text"] for held in made]
        return {item.key for item in wanted}

    def _find(self, shelf: Shelf, item: Wanted) -> Held | None:
        """The item's row: by what it says, else the row it became last time, which an editor may have reworded."""
        if item.key in shelf.by_key:
            return shelf.by_key[item.key]
        return next((shelf.by_id[row] for _, row, _ in self._recall(f"{shelf.name}:{item.key}") if row in shelf.by_id), None)

    def _recall(self, item: str) -> list[list]:
        """What earlier imports of this guide, and of others of the role, noted about the item."""
        return [items[item] for items in (self.items, *self.elsewhere) if item in items]

    def _update(self, shelf: Shelf, held: Held, item: Wanted) -> str:
        if item.key in shelf.merged:
            return "unchanged"  # the guide does not speak of the question that stands for its own
        said_before = self.items.get(f"{shelf.name}:{item.key}", [None])[0]
        decision = merge(held, item, said_before, overwrite=self.options.overwrite)
        if decision.values:
            # Somebody may have saved the row since the snapshot was taken; now the transaction holds it.
            held = shelf.reread(held) or held
            decision = merge(held, item, said_before, overwrite=self.options.overwrite)
        if decision.kept:
            self._keep(f"the {shelf.name} “{held.values['text' if shelf.name == 'question' else 'title']}” was changed")
        if decision.values:
            self._about_to_change(shelf.model, [held.id])
            shelf.update(held, decision.values)
            return "changed"
        return "unchanged"

    def _place(self, shelf: Shelf, role: int, found: list[tuple[Wanted, Held]], new: set[str]) -> None:
        rows = []
        for item, held in found:
            if held.id in shelf.places[role]:
                continue
            if self._was_in(f"{shelf.name}:{item.key}", role) and not self.options.overwrite:
                self._keep(f"the {shelf.name} “{item.label}” was taken off the role")
                continue
            shelf.places[role].add(held.id)
            rows.append((held, item))
            if item.key not in new:
                self.outcome.counts[f"{shelf.name}s shared"] += 1
        if rows:
            self._about_to_change(shelf.model, [held.id for held, _item in rows])
            if shelf.name == "link":  # a role's own content names its links
                self._about_to_change(Role, [role])
            shelf.place(role, rows)

    def _was_in(self, item: str, role: int) -> bool:
        """Whether this guide, or another one of the role, has put the item into the role before."""
        return any(role in roles for _digest, _row, roles in self._recall(item))

    def _about_to_change(self, model: type[Model], keys: list[int]) -> None:
        self.ledger.about_to_change(model, keys, self.read.source)

    def _keep(self, what: str) -> None:
        self.outcome.kept.append(f"{what} by an editor")

    def _remember(self, role: int | None) -> None:
        problems = self.outcome.problems()
        noted = {"digest": self.read.prepared.digest, "items": self.items, "role": role, "problems": problems}
        if self.last is None:
            insert(GuideImport, [noted | {"source": self.read.source, "title": self.guide.title, "imported_at": now()}])
        elif (self.last.digest, self.last.items, self.last.role_id, self.last.problems) != tuple(noted.values()):
            GuideImport.objects.filter(pk=self.last.pk).update(**noted, imported_at=now())

    def _remember_problems(self) -> None:
        if self.last and self.last.problems != self.outcome.problems():
            GuideImport.objects.filter(pk=self.last.pk).update(problems=self.outcome.problems())
