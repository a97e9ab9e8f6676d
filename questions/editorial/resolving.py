"""What a snapshot names by key, found in the bank as it is now: a revision may be older than what it speaks of."""

from collections.abc import Iterable
from typing import Any

from questions.models import ResourceLink, Role, Topic

from .snapshots import Snapshot

# Lists that say [key, name, …] of rows of these models.
_OTHERS: dict[str, Any] = {"roles": Role, "links": ResourceLink}


def resolved(snapshot: Snapshot) -> Snapshot:
    """``snapshot`` as the bank can say it: roles, links and topics that are gone are left out, and each stands there once.

    A topic that is gone is looked for by name or alias, which a merged topic leaves to the other one.
    """
    found = dict(snapshot)
    sections = [part for entry in snapshot.get("roles", []) for part in entry[2:] if isinstance(part, list)]
    topics = _topics([*snapshot.get("topics", []), *sections])
    if "topics" in snapshot:
        there = [topic for key, _name in snapshot["topics"] if (topic := topics[key])]
        found["topics"] = list({topic[0]: topic for topic in there}.values())
    for name, model in _OTHERS.items():
        if name in snapshot:
            places = {entry[0]: entry for entry in snapshot[name]}
            keys = set(model._default_manager.filter(pk__in=places).values_list("pk", flat=True))
            found[name] = [_placed(entry, topics) for key, entry in places.items() if key in keys]
    return found


def _placed(entry: list, topics: dict[int, list | None]) -> list:
    """A place under the heading that its own heading is by now."""
    return [topics[part[0]] if isinstance(part, list) else part for part in entry]


def _topics(said: Iterable[Any]) -> dict[int, list | None]:
    """By key the topic each of ``said`` is, as [key, name]; None for one that is gone."""
    names: dict[int, str] = dict(said)
    found: dict[int, list | None] = dict.fromkeys(names)
    for key, name in Topic.objects.filter(pk__in=names).values_list("pk", "name"):
        found[key] = [key, name]
    for key, topic in found.items():
        if topic is None and (heir := Topic.objects.named(names[key]).first()):
            found[key] = [heir.pk, heir.name]
    return found
