"""What an editor typed, as the snapshot the services take."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.db.models import Model
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import HttpRequest

from questions.editorial import snapshots
from questions.editorial.editing import version_for
from questions.editorial.snapshots import TEXTS, Snapshot, plain
from questions.models import Benchmark, FollowUp, Role, RoleLink, RoleQuestion, RoleTitle

from .inlines import AddOnly
from .parts import PARTS


class Typed:
    """A form that was sent, with its rows."""

    def __init__(self, admin: ModelAdmin, request: HttpRequest, form: Any, formsets: list[Any]) -> None:
        self.admin, self.request, self.form, self.formsets = admin, request, form, formsets
        self.thing = form.instance
        self.model = type(self.thing)

    def standing(self) -> Snapshot:
        """What stands in the bank where the editor would save: the live content, or the pending revision."""
        live = snapshots.read(self.model, [self.thing.pk])[self.thing.pk]
        fresh = self.model._default_manager.get(pk=self.thing.pk)
        _, waiting = version_for(fresh, self.request.user)
        return waiting or live

    def snapshot(self, before: Snapshot) -> Snapshot:
        """``before`` with everything the form has said about it."""
        said = getattr(self.form, "cleaned_data", {})
        snapshot = dict(before)
        for name in TEXTS[self.model]:
            if name in said:
                snapshot[name] = said[name].pk if isinstance(said[name], Model) else plain(said[name])
            elif name not in snapshot:
                snapshot[name] = plain(self.model._meta.get_field(name).value_from_object(self.thing))
        if "slug" in snapshot and not snapshot["slug"]:
            snapshot["slug"] = before.get("slug", "")
        if "topics" in said:
            snapshot["topics"] = [[topic.pk, topic.name] for topic in said["topics"]]
        for formset in self.formsets:
            part = PARTS[self.model, formset.model]
            had = before.get(part, [])
            inline = next(inline for inline in self._inlines() if inline.model is formset.model)
            if isinstance(inline, AddOnly):
                snapshot[part] = [*had, *_ROWS[part, formset.model](_values(formset))]
            elif inline.has_change_permission(self.request, self.thing) or not before:
                snapshot[part] = _ROWS[part, formset.model](_values(formset))
        for part in ("topics", *(part for (model, _rows), part in PARTS.items() if model is self.model)):
            if part != "topics" or self.model is not Role:
                snapshot.setdefault(part, [])
        return snapshot

    def _inlines(self) -> list[Any]:
        return self.admin.get_inline_instances(self.request, self.thing if self.thing.pk else None)


def _values(formset: Any) -> list[dict[str, Any]]:
    # A row with a fault cannot be compared: it stands in the form as it was typed, with what is wrong.
    rows = [getattr(form, "cleaned_data", {}) for form in formset.forms if not form.errors]
    return [row for row in rows if row and not row.get(DELETION_FIELD_NAME)]


def _follow_ups(rows: list[dict[str, Any]]) -> list[str]:
    return [row["text"] for row in sorted(rows, key=lambda row: row["position"]) if row.get("text")]


def _places(rows: list[dict[str, Any]]) -> list[list]:
    return [[row["role"].pk, row["role"].title, _reference(row["section"]), row["position"]] for row in rows if row.get("role")]


def _reference(thing: Any) -> list | None:
    return [thing.pk, str(thing)] if thing else None


_ROWS: dict[tuple[str, type[Model]], Any] = {
    ("follow_ups", FollowUp): _follow_ups,
    ("benchmarks", Benchmark): lambda rows: sorted([row["level"], row["text"]] for row in rows if row.get("level")),
    ("roles", RoleQuestion): _places,
    ("titles", RoleTitle): lambda rows: [[row["name"], row["kind"]] for row in rows if row.get("name")],
    ("links", RoleLink): lambda rows: [[row["link"].pk, row["link"].title, row["position"]] for row in rows if row.get("link")],
    ("roles", RoleLink): lambda rows: [[row["role"].pk, row["role"].title, row["position"]] for row in rows if row.get("role")],
}
