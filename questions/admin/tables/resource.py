"""Tables as the library knows them: a resource that reads and writes whole snapshots, through the services of the desk."""

from itertools import batched
from typing import Any

import tablib
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from import_export import resources
from import_export.fields import Field
from import_export.results import Result

from questions.editorial import editing, publishing, snapshots, workflow
from questions.editorial.batches import write_lists
from questions.editorial.places import also_changing_many
from questions.editorial.revisions import changing, created
from questions.editorial.rights import may_edit, may_publish
from questions.editorial.writing import fill
from questions.models import Question, ResourceLink, Role
from questions.vocabulary import Status

from . import matching
from .entries import STATUS, Entry
from .names import Names
from .sorts import SORTS
from .table import Table

# What one file may hold: some seconds, and some 100 MB while it is made.
MOST_EXPORTED = 20_000
VERBS = {Status(verb.target): getattr(publishing, verb.name) for verb in workflow.VERBS.values()}


class ChangedSinceError(Exception):
    """Somebody has saved what a table speaks of since its report was made."""


class TableResource(resources.ModelResource):
    """``table`` in the name of ``by``; ``source`` names the file; ``seen``, if given, is the digest the report was made from."""

    def __init__(self, *, table: Table | None = None, by: Any = None, source: str = "", seen: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.sort = SORTS[self._meta.model]
        self.names = Names()
        self.table, self.by, self.seen = table or Table(), by, seen
        self.reason = f"Imported from a table: {source[:200]}."
        self.entries: list[Entry] = []
        self.written: list[Entry] = []
        self.version = ""

    @classmethod
    def headers(cls) -> list[str]:
        return SORTS[cls._meta.model].headers()

    def get_import_fields(self) -> list[Field]:
        return [Field(column_name=name) for name in self.headers()]

    def export(self, queryset: QuerySet, **kwargs: Any) -> tablib.Dataset:
        """The things of ``queryset``, in its order. Raises ValueError, with a sentence, for too many."""
        keys = list(queryset.values_list("pk", flat=True)[: MOST_EXPORTED + 1])
        if len(keys) > MOST_EXPORTED:
            raise ValueError(f"One file holds at most {MOST_EXPORTED:,} rows. Filter the list first, and export it in parts.")
        dataset = tablib.Dataset(headers=self.headers())
        for batch in batched(keys, matching.BATCH):
            said = snapshots.read(self.sort.model, batch)
            for pk in batch:
                if pk in said:
                    dataset.append(self.sort.told(pk, said[pk], self.names))
        return dataset

    def import_data_inner(self, *args: Any, **kwargs: Any) -> Result:
        # One table of a sort after the other: two that bring the same new rows would wait for each other, row after row.
        opts = self.sort.model._meta
        ContentType.objects.select_for_update(no_key=True).get(app_label=opts.app_label, model=opts.model_name)
        self.entries = matching.identified(self.table, self.sort, self.names)
        keys = [entry.pk for entry in self.entries if entry.pk]
        with changing(self.sort.model, keys, by=self.by, reason=self.reason):
            # Read again now that they are locked.
            matching.filled(self.entries, self.sort, self.names, self.by)
            self.version = matching.version(self.entries)
            if self.seen and self.seen != self.version:
                raise ChangedSinceError
            result = super().import_data_inner(*args, **kwargs)
            self._write_lists()
        if not result.has_errors():
            self._move(result)
        return result

    def before_import_row(self, row: Any, row_number: int = 0, **kwargs: Any) -> None:
        self.entry = self.entries[row_number - 1]
        if self.entry.faults:
            raise ValidationError(dict(self.entry.faults))

    def get_or_init_instance(self, instance_loader: Any, row: Any) -> tuple[Entry, bool]:
        return self.entry, self.entry.pk is None

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Done for all rows at once, before the first."""

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        return not (instance.writes or instance.moves)

    def validate_instance(self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True) -> None:
        entry, model = instance, self.sort.model
        entry.thing = entry.thing or model()
        if entry.pk and not (may_edit(self.by, entry.thing) or may_publish(self.by)):
            raise ValidationError("It is somebody else's, and you may change your own only.")
        fill(entry.thing, entry.wanted)
        # The key of a group was looked up just now; all that tables do not hold is not theirs to check.
        texts = set(snapshots.TEXTS[model]) - {"group", "slug"}
        entry.thing.clean_fields(exclude={field.name for field in model._meta.fields} - texts)

    def save_instance(self, instance: Any, is_create: bool, row: Any, **kwargs: Any) -> None:
        entry = instance
        if kwargs.get("dry_run") and not entry.moves:
            return  # All that could be refused was asked before; only the checklist looks at what stands in the bank.
        if not is_create and editing.waits_for_publisher(entry.thing, self.by):
            base, _ = editing.version_for(entry.thing, self.by)
            editing.save(entry.thing, entry.wanted, by=self.by, base=base, reason=self.reason)
            return
        if is_create:
            entry.thing.created_by, entry.thing.status = self.by, Status.DRAFT.value
        if entry.writes:
            entry.thing.save()
            self.written.append(entry)

    def _write_lists(self) -> None:
        """What hangs on the rows that were saved, for all of them at once; row by row it took 25 queries each."""
        model = self.sort.model
        written = [(entry.thing.pk, entry.before, entry.wanted) for entry in self.written]
        with also_changing_many(model, [(before, wanted) for _key, before, wanted in written], by=self.by, reason=self.reason):
            write_lists(model, written)
        created(model, [entry.thing.pk for entry in self.written if not entry.pk], by=self.by, reason=self.reason)

    def save_m2m(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Saved with the rest."""

    def after_import(self, dataset: Any, result: Result, **kwargs: Any) -> None:
        """Not the library's way, which winds the sequence of keys back under the feet of whoever saves at this moment."""

    def _move(self, result: Result) -> None:
        """Take the rows to the status they ask for, by the verbs of the desk; what a verb refuses is a fault of its row."""
        refused = {row.number for row in result.invalid_rows}
        numbered = [pair for pair in enumerate(self.entries, start=1) if pair[0] not in refused and pair[1].moves]
        for status, verb in VERBS.items():
            moving = {entry.thing.pk: (number, entry) for number, entry in numbered if entry.status == status}
            if not moving:
                continue
            for thing, why in verb([entry.thing for _number, entry in moving.values()], by=self.by).refused:
                number, entry = moving[thing.pk]
                entry.refuse(STATUS, f"It cannot become “{status.label.lower()}”: {why}. Mend that, or leave this cell empty.")
                result.append_invalid_row(number, entry.cells, ValidationError(dict(entry.faults)))


class QuestionResource(TableResource):
    class Meta:
        model = Question
        fields: tuple[str, ...] = ()
        skip_diff = store_instance = use_transactions = True


class RoleResource(TableResource):
    class Meta:
        model = Role
        fields: tuple[str, ...] = ()
        skip_diff = store_instance = use_transactions = True


class ResourceLinkResource(TableResource):
    class Meta:
        model = ResourceLink
        fields: tuple[str, ...] = ()
        skip_diff = store_instance = use_transactions = True


RESOURCES = {Question: QuestionResource, Role: RoleResource, ResourceLink: ResourceLinkResource}
