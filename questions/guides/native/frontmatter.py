"""The YAML between two lines of dashes at the top of a guide: what it may say, and how it is written.

Every scalar is taken as the text that stands there, so "25-4022.00" stays a code, "1984" a title and "no" a word.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import yaml

from questions.guides.document import AltTitle, Guide, GuideError, Note, Provenance
from questions.guides.native import values
from questions.normal import one_line
from questions.vocabulary import Status, TitleKind

FORMAT = "1"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^[A-Za-z_][\w -]*:(?:\s|$)", re.MULTILINE)
_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0", "")


def split(text: str) -> tuple[str, str, int]:
    """The front matter of ``text`` ("" if it has none), the rest, and the number of lines before the rest.

    Raises GuideError where front matter begins and never ends.
    """
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---":
        return "", text, 0
    end = _END.search(rest)
    if not end:
        if _KEY.match(rest):
            raise GuideError("the front matter has no end; close it with a line of three dashes", 1)
        return "", text, 0
    front = rest[: end.start()]
    if front.strip() and not _KEY.search(front):
        return "", text, 0  # two rules with prose between them
    return front, rest[end.end() + 1 :], front.count("\n") + 2


def read(front: str, guide: Guide) -> bool:
    """Takes over into ``guide`` what the front matter says; True if the body is written in the exact native format.

    Raises GuideError, with the line, for invalid YAML, a value of the wrong type or one that no guide may hold.
    """
    try:
        root = yaml.compose(front, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise GuideError(
            f"the front matter is no valid YAML: {error.problem or error.context}", mark.line + 2 if mark else 1
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise GuideError(f"the front matter is no valid YAML: {one_line(str(error))}"[:200], 1) from None
    if root is None:
        return False
    if not isinstance(root, yaml.MappingNode):
        raise GuideError("the front matter must be lines of the form “key: value”", 2)
    entries: dict[str, yaml.Node] = {}
    for key_node, value in root.value:
        key, line = _string(key_node, "a key").strip().lower().replace("-", "_").replace(" ", "_"), _line(key_node)
        if key in entries:
            raise GuideError(f"the front matter says “{key}” twice", line)
        entries[key] = value
        if key in _KEYS:
            _KEYS[key](guide, value)
        elif key != "format":
            guide.notes.append(Note(line, f"unknown key “{key}” in the front matter", _source(front, key_node, value)))
    if "format" not in entries:
        return False
    if _string(entries["format"], "format").strip() != FORMAT:
        raise GuideError(f"this format is not known here; “format: {FORMAT}” is", _line(entries["format"]))
    return True


def write(guide: Guide, extra: dict[str, str]) -> str:
    """The front matter of a guide in normal form, with the lines of dashes; ``extra`` holds texts the body can not."""
    titles = [
        title.name if title.kind == TitleKind.ALTERNATE else {"name": title.name, "kind": title.kind.value}
        for title in guide.also_called
    ]
    entries: dict[str, Any] = {
        "format": int(FORMAT),
        "field": guide.field,
        "group": guide.group,
        "slug": guide.slug,
        "former_slugs": guide.former_slugs,
        "also_called": titles,
        "onet_soc_code": guide.onet_soc_code,
        "featured": guide.featured,
        "summary": guide.summary,
        "status": guide.status.value if guide.status != Status.PUBLISHED else "",
        "reviewed": guide.review.on,
        "reviewed_by": guide.review.by,
        "source": values.provenance_text(guide.source),
        **extra,
    }
    entries = {key: value for key, value in entries.items() if value}
    if guide.roles is not None:
        entries["roles"] = guide.roles
    return f"---\n{yaml.dump(entries, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9)}---"


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as literal blocks, and lists indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 2


def _source(front: str, start: yaml.Node, end: yaml.Node) -> str:
    return front[start.start_mark.index : end.end_mark.index].strip()


def _string(node: yaml.Node, key: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise GuideError(f"“{key}” must be a text", _line(node))
    return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)


def _strings(node: yaml.Node, key: str) -> list[str]:
    if isinstance(node, yaml.SequenceNode):
        return [_string(entry, f"every entry of {key}") for entry in node.value]
    text = _string(node, key)
    return [text] if text.strip() else []


def _set_roles(guide: Guide, node: yaml.Node) -> None:
    guide.roles = _strings(node, "roles")
    entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
    guide.role_lines = {str(entry.value): _line(entry) for entry in entries}


def _titles(node: yaml.Node, key: str) -> list[AltTitle]:
    entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [_title(entry, key) for entry in entries]


def _title(node: yaml.Node, key: str) -> AltTitle:
    if not isinstance(node, yaml.MappingNode):
        return AltTitle(_string(node, f"every entry of {key}"))
    entry = {_string(name, key): _string(value, key) for name, value in node.value}
    kind = values.word(TitleKind, entry.get("kind", "alternate"))
    if not kind or not entry.get("name", "").strip() or entry.keys() - {"name", "kind"}:
        raise GuideError(f"an entry of {key} is a name, or “{{name: …, kind: alternate, short or reported}}”", _line(node))
    return AltTitle(entry["name"], kind)


def _flag(node: yaml.Node, key: str) -> bool:
    text = _string(node, key).strip().lower()
    if text not in _TRUE + _FALSE:
        raise GuideError(f"“{key}” must be true or false", _line(node))
    return text in _TRUE


def _day(node: yaml.Node, key: str) -> date | None:
    text = _string(node, key).strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise GuideError(f"“{key}” must be a day like 2026-11-01", _line(node)) from None


def _setter(name: str, read: Callable[[yaml.Node, str], Any]) -> Callable[[Guide, yaml.Node], None]:
    return lambda guide, node: setattr(guide, name, read(node, name))


def _set_review(name: str, read: Callable[[yaml.Node, str], Any]) -> Callable[[Guide, yaml.Node], None]:
    return lambda guide, node: setattr(guide.review, name, read(node, "reviewed"))


def _closed(parse: Callable[[str], Any], empty: Any, wanted: str) -> Callable[[yaml.Node, str], Any]:
    def read(node: yaml.Node, key: str) -> Any:
        text = _string(node, key)
        found = parse(text) if text.strip() else empty
        if found is None:
            raise GuideError(f"“{key}” must be {wanted}", _line(node))
        return found

    return read


_KEYS: dict[str, Callable[[Guide, yaml.Node], None]] = {
    **{name: _setter(name, _string) for name in ("title", "field", "group", "slug", "onet_soc_code", "summary")},
    **{name: _setter(name, _string) for name in ("description", "interview")},
    "former_slugs": _setter("former_slugs", _strings),
    "roles": _set_roles,
    "also_called": _setter("also_called", _titles),
    "featured": _setter("featured", _flag),
    "status": _setter("status", _closed(values.status, Status.PUBLISHED, "draft, review, published or retired")),
    "source": _setter("source", _closed(values.provenance, Provenance(), "“written” or “imported (where from)”")),
    "reviewed": _set_review("on", _day),
    "reviewed_by": _set_review("by", _string),
}
