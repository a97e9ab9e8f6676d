"""Which part of a snapshot the rows inside a form are, and a pending revision as the rows a form shows."""

from typing import Any

from django.db.models import Model

from questions.models import Benchmark, FollowUp, Question, ResourceLink, Role, RoleLink, RoleQuestion, RoleTitle

# The part of a snapshot that the rows of a model are.
PARTS: dict[tuple[type[Model], type[Model]], str] = {
    (Question, FollowUp): "follow_ups",
    (Question, Benchmark): "benchmarks",
    (Question, RoleQuestion): "roles",
    (Role, RoleTitle): "titles",
    (Role, RoleLink): "links",
    (ResourceLink, RoleLink): "roles",
}


def rows_from(thing: Any, model: type[Model]) -> list[dict[str, Any]] | None:
    """The rows of ``model`` a form shows for a thing with a pending revision in it; None to show those of the bank."""
    waiting = getattr(thing, "waiting", None)
    if waiting is None:
        return None
    part = PARTS[type(thing), model]
    return [_INITIAL[part, model](number, entry) for number, entry in enumerate(waiting[part], start=1)]


_INITIAL: dict[tuple[str, type[Model]], Any] = {
    ("follow_ups", FollowUp): lambda number, text: {"text": text, "position": number},
    ("benchmarks", Benchmark): lambda number, entry: dict(zip(("level", "text"), entry, strict=True)),
    ("roles", RoleQuestion): lambda number, entry: {
        "role": entry[0],
        "section": entry[2][0] if entry[2] else None,
        "position": entry[3],
    },
    ("titles", RoleTitle): lambda number, entry: dict(zip(("name", "kind"), entry, strict=True)),
    ("links", RoleLink): lambda number, entry: {"link": entry[0], "position": entry[2]},
    ("roles", RoleLink): lambda number, entry: {"role": entry[0], "position": entry[2]},
}
