"""A pending revision and what became of the live version since: both, part by part."""

from .snapshots import REFERENCES, Snapshot, content, essence, without_names


def combined(base: Snapshot, mine: Snapshot, live: Snapshot) -> tuple[Snapshot, list[str]]:
    """``live`` with what ``mine`` changed since ``base``; and which parts ``live`` changed too, into something else.

    Of topics, roles and links each is a part of its own: one that was added here and another one there do not meet.
    """
    was, wants, has = essence(base), essence(mine), essence(live)
    both, found = dict(live), []
    for name in content(mine):
        if name in REFERENCES:
            both[name], meets = _entries(base.get(name, []), mine[name], live.get(name, []))
        else:
            changed = wants[name] != was.get(name)
            both[name] = mine[name] if changed else live[name]
            meets = changed and was.get(name) != has[name] != wants[name]
        if meets:
            found.append(name)
    return both, found


def _entries(base: list, mine: list, live: list) -> tuple[list, bool]:
    was, wants, has = ({entry[0]: entry for entry in said} for said in (base, mine, live))
    both, meets = [], False
    for key in {**has, **wants}:
        old, new, now = (without_names(said[key]) if key in said else None for said in (was, wants, has))
        meets |= new != old and old != now != new
        both.append((has if new == old else wants).get(key))
    return [entry for entry in both if entry], meets
