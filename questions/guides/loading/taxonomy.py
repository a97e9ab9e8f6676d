"""topics.yaml and catalogue.yaml: the names things are filed under, merged into the bank as guides are."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from questions.guides.document import GuideError, Note
from questions.models import Field, FormerSlug, Group, GuideImport, Topic, TopicAlias
from questions.models.slugs import Slugged, SlugRegister
from questions.normal import name_key, one_line

from .digests import digest_of, digest_values
from .guide import Options
from .merging import merge
from .report import Failure, Outcome, Report
from .states import Held, field_states, group_states, topic_states
from .wanted import Wanted

MAX_FILE = 5 * 1024 * 1024


def load_taxonomy(paths: Iterable[Path], options: Options, report: Report) -> None:
    """Load the catalogue and the topics found at the top of the given folders, or given by name."""
    for name, load in (("catalogue.yaml", _load_catalogue), ("topics.yaml", _load_topics)):
        for path in paths:
            file = path / name if path.is_dir() else path
            if file.name != name or not file.is_file():
                continue
            try:
                with transaction.atomic():
                    _Taxonomy(file, options, report).load(load)
            except GuideError as error:
                report.failures.append(Failure(file, error.line, error.reason))


class _Taxonomy:
    """One such file on its way into the bank."""

    def __init__(self, path: Path, options: Options, report: Report) -> None:
        self.path, self.options, self.report = path, options, report
        self.data = path.read_bytes()
        self.source = "/".join(path.resolve().parts[-4:])
        self.last = GuideImport.objects.filter(source=self.source, title="").first()
        self.items: dict[str, list] = dict(self.last.items) if self.last else {}
        self.outcome = Outcome(path, path.name)

    def load(self, load: "Callable[[_Taxonomy, Any], None]") -> None:
        load(self, parse(self.data))
        row = self.last or GuideImport(source=self.source)
        digest = digest_of(self.data)
        problems = self.outcome.problems()
        if self.last is None or (row.digest, row.items, row.problems) != (digest, self.items, problems):
            row.digest, row.items, row.problems, row.imported_at = digest, self.items, problems, now()
            row.save()
        self.report.taxonomy.append(self.outcome)

    def settle(
        self, sort: str, held: Held | None, wanted: Wanted, create: Callable[[], int], update: Callable[[int, dict], None]
    ) -> int | None:
        """Merge one entry; the id of its row, or None for one an editor removed."""
        item = f"{sort}:{wanted.key}"
        before = self.items.get(item)
        state = "unchanged"
        if held is None and before and not self.options.overwrite:
            self.outcome.kept.append(f"the {sort} “{wanted.label}” was removed by an editor")
            return None
        if held is None:
            number, state = create(), "new"
        else:
            number = held.id
            decision = merge(held, wanted, before[0] if before else None, overwrite=self.options.overwrite)
            if decision.kept:
                self.outcome.kept.append(f"the {sort} “{held.values['name']}” was changed by an editor")
            if decision.values:
                update(number, decision.values | {"imported_digest": digest_values(decision.values)})
                state = "changed"
        self.items[item] = [wanted.digest, number, []]
        self.outcome.counts[f"{sort}s {state}"] += 1
        return number


def parse(data: bytes) -> Any:
    """The content of a YAML file. Raises GuideError with the line for what is no YAML or far too large."""
    if len(data) > MAX_FILE:
        raise GuideError("larger than 5 MB: split it")
    try:
        return yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (both are safe)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise GuideError(f"not valid YAML: {getattr(error, 'problem', None) or error}", mark.line + 1 if mark else 0) from None


def entries(data: Any, key: str) -> list[dict]:
    """The list under ``key``, each entry with a name. Raises GuideError where the file is built otherwise."""
    found = data.get(key) if isinstance(data, dict) else None
    if found is None:
        found = []
    if not isinstance(found, list) or not all(isinstance(entry, dict) and entry.get("name") for entry in found):
        raise GuideError(f"“{key}:” must be a list of entries, each with a name")
    return found


def _text(entry: dict, key: str) -> str:
    return str(entry.get(key) or "").strip()


def _lines(entry: dict, key: str) -> list[str]:
    value = entry.get(key) or []
    if not isinstance(value, list):
        raise GuideError(f"“{key}” of “{entry['name']}” must be a list")
    return [one_line(str(line)) for line in value if str(line).strip()]


def _name(entry: dict, limit: int) -> str:
    name = one_line(str(entry["name"]))
    if len(name) > limit:
        raise GuideError(f"the name “{name[:60]} …” has {len(name)} characters, and the bank holds {limit}: shorten it")
    return name


def _load_catalogue(file: _Taxonomy, data: Any) -> None:
    for entry in entries(data, "fields"):
        field = _settle_place(file, "field", Field, entry, field_states, {})
        for group in entries(entry, "groups") if field else ():
            _settle_place(file, "group", Group, group, group_states, {"field_id": field})


def _settle_place(
    file: _Taxonomy,
    sort: str,
    model: type[Field] | type[Group],
    entry: dict,
    states: Callable[[Q], dict[int, Held]],
    parent: dict[str, Any],
) -> int | None:
    values = {"name": _name(entry, 120), "description": _text(entry, "description")}
    key = name_key(values["name"])
    held = next(iter(states(Q(name_key=key, **parent)).values()), None)
    item, former = f"{sort}:{key}", [name_key(name) for name in _lines(entry, "former_names")]
    known = next((one for one in (item, *(f"{sort}:{name}" for name in former)) if one in file.items), None)
    if held is None and known:
        file.items[item] = file.items.pop(known)
        held = states(Q(pk=file.items[item][1])).get(file.items[item][1])
    elif held is None and former:
        # Renamed in the file before this bank read it from here: still the row that it was under its former name.
        held = next(iter(states(Q(name_key__in=former, **parent)).values()), None)
        if held:
            file.items[item] = ["", held.id, []]
    wanted = Wanted(key, values["name"], digest_values(values), values, values)

    def create() -> int:
        thing = model(slug=_free(model, entry), imported_digest=digest_values(values), **values, **parent)
        thing.save()
        _remember_slugs(thing, entry)
        return thing.pk

    def update(number: int, columns: dict) -> None:
        model._default_manager.filter(pk=number).update(**columns, name_key=name_key(columns["name"]))

    return file.settle(sort, held, wanted, create, update)


def _load_topics(file: _Taxonomy, data: Any) -> None:
    for entry in entries(data, "topics"):
        _settle_topic(file, entry)


def _settle_topic(file: _Taxonomy, entry: dict) -> None:
    name = _name(entry, 100)
    key = name_key(name)
    before = file.items.get(f"topic:{key}")
    topic = Topic.objects.named(name).first() or (Topic.objects.filter(pk=before[1]).first() if before else None)
    own = Q(topic=topic) if topic else Q(pk=None)
    aliases: list[str] = []
    for alias in _lines(entry, "aliases"):
        taken = Topic.objects.filter(name_key=name_key(alias)).exists()
        if taken or TopicAlias.objects.filter(name_key=name_key(alias)).exclude(own).exists():
            file.outcome.notes.append(Note(0, f"“{alias}” is no alias of “{name}”: another topic is called so", alias))
        elif name_key(alias) not in map(name_key, aliases):
            aliases.append(alias)
    phrases = "\n".join(_lines(entry, "phrases"))
    values = {"name": name, "description": _text(entry, "description"), "phrases": phrases, "aliases": sorted(aliases)}
    held = topic_states(Q(pk=topic.pk))[topic.pk] if topic else None
    wanted = Wanted(key, name, digest_values(values), values, values)

    def create() -> int:
        columns = {column: value for column, value in values.items() if column != "aliases"}
        new = Topic(slug=_free(Topic, entry), imported_digest=digest_values(values), **columns)
        new.save()
        TopicAlias.objects.bulk_create([TopicAlias(topic=new, name=alias) for alias in values["aliases"]])
        _remember_slugs(new, entry)
        return new.pk

    def update(number: int, columns: dict) -> None:
        names = columns.pop("aliases")
        Topic.objects.filter(pk=number).update(**columns, name_key=name_key(columns["name"]))
        have = set(TopicAlias.objects.filter(topic=number).values_list("name_key", flat=True))
        TopicAlias.objects.bulk_create(
            [TopicAlias(topic_id=number, name=alias) for alias in names if name_key(alias) not in have]
        )

    file.settle("topic", held, wanted, create, update)


def _free(model: type[Slugged], entry: dict) -> str:
    """The entry's own slug if it is free; "" lets the model choose."""
    slug = _text(entry, "slug")
    return "" if slug in SlugRegister(model) else slug


def _remember_slugs(thing: Slugged, entry: dict) -> None:
    for former in _lines(entry, "former_slugs"):
        if former != thing.slug and FormerSlug.objects.current_for(thing.kind(), former) is None:
            FormerSlug.objects.remember(thing.kind(), former, thing.slug)
