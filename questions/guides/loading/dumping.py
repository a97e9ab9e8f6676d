"""The bank written out as guides, topics.yaml and catalogue.yaml, so that an empty bank can be filled from them again."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from django.db.models import Prefetch, QuerySet

from questions.guides.document import AltTitle, Guide, Link, Provenance, Question, Review
from questions.guides.tidy import tidy
from questions.guides.writer import write_guide
from questions.models import Field, FormerSlug, ResourceLink, Role, RoleLink, RoleQuestion, Topic
from questions.models import Question as QuestionRow
from questions.vocabulary import Level, LinkKind, Status, TitleKind

BATCH = 50
LOOSE = "Without a role.md"


def dump_bank(folder: Path, roles: QuerySet[Role] | None = None) -> Iterator[Path]:
    """Write ``roles`` (all of them if None) under ``folder`` as Field/Group/Role.md, yielding each file written.

    A whole dump also holds topics.yaml, catalogue.yaml and a guide of what belongs to no role. Files already there under
    other names are left alone.
    """
    if roles is None:
        yield _write(folder / "catalogue.yaml", _yaml({"fields": _fields()}))
        yield _write(folder / "topics.yaml", _yaml({"topics": _topics()}))
        loose = loose_guide()
        if loose.questions or loose.links:
            yield _write(folder / LOOSE, write_guide(tidy(loose)))
        roles = Role.objects.all()
    former = _former_slugs(Role.kind())
    taken: set[Path] = set()
    for role in _with_everything(roles).iterator(chunk_size=BATCH):
        path = folder / _file_name(role.group.field.name) / _file_name(role.group.name) / f"{_file_name(role.title)}.md"
        if Path(str(path).casefold()) in taken:
            path = path.with_name(f"{role.slug}.md")
        taken.add(Path(str(path).casefold()))
        yield _write(path, write_guide(tidy(role_guide(role, former.get(role.slug, [])))))


def role_guide(role: Role, former_slugs: Iterable[str] = ()) -> Guide:
    """Everything the bank knows of a role, as a guide."""
    return Guide(
        title=role.title,
        field=role.group.field.name,
        group=role.group.name,
        slug=role.slug,
        former_slugs=list(former_slugs),
        also_called=[AltTitle(title.name, TitleKind(title.kind)) for title in role.titles.all()],
        onet_soc_code=role.onet_soc_code,
        featured=role.featured,
        summary=role.summary,
        description=role.description,
        interview=role.interview,
        status=Status(role.status),
        review=Review(role.reviewed_on, role.reviewed_by),
        questions=[_question(place.question, place.section) for place in role.role_questions.all()],
        links=[_link(place.link) for place in role.role_links.all()],
    )


def loose_guide() -> Guide:
    """The questions and links of no role, as a shared guide that names none."""
    questions = QuestionRow.objects.filter(role_questions=None).with_guidance().with_topics().order_by("text_key")
    links = ResourceLink.objects.filter(role_links=None).prefetch_related("topics").order_by("url_key")  # type: ignore[misc]  # taggit carries no types
    return Guide(title="", roles=[], questions=[_question(row, None) for row in questions], links=[_link(row) for row in links])


def _with_everything(roles: QuerySet[Role]) -> QuerySet[Role]:
    questions = RoleQuestion.objects.select_related("question", "section").prefetch_related(  # type: ignore[misc]
        "question__topics", "question__follow_ups", "question__benchmarks"
    )
    links = RoleLink.objects.select_related("link").prefetch_related("link__topics")  # type: ignore[misc]
    return (
        roles.select_related("group__field")
        .prefetch_related("titles", Prefetch("role_questions", questions), Prefetch("role_links", links))
        .order_by("group__field__name", "group__name", "title", "pk")
    )


def _question(row: QuestionRow, section: Topic | None) -> Question:
    topics = [topic.name for topic in row.topics.all()]
    heading = section.name if section and section.name in topics else ""
    return Question(
        text=row.text,
        kind=row.kind,
        section=heading,
        topics=[name for name in topics if name != heading],
        purpose=row.purpose,
        points=row.points,
        pitfalls=row.pitfalls,
        follow_ups=[probe.text for probe in row.follow_ups.all()],
        benchmarks={Level(benchmark.level): benchmark.text for benchmark in row.benchmarks.all()},
        source=Provenance(row.source_kind, row.source_name),
        review=Review(row.reviewed_on, row.reviewed_by),
        status=Status(row.status),
    )


def _link(row: ResourceLink) -> Link:
    return Link(
        title=row.title,
        url=row.url,
        kind=LinkKind(row.kind),
        note=row.note,
        topics=[topic.name for topic in row.topics.all()],
        status=Status(row.status),
    )


def _fields() -> list[dict]:
    former = {kind: _former_slugs(kind) for kind in ("field", "group")}
    return [
        _entry(field, former["field"], groups=[_entry(group, former["group"]) for group in field.groups.all()])
        for field in Field.objects.prefetch_related("groups")
    ]


def _topics() -> list[dict]:
    former = _former_slugs(Topic.kind())
    return [
        _entry(topic, former, phrases=topic.phrase_list, aliases=sorted(alias.name for alias in topic.aliases.all()))
        for topic in Topic.objects.prefetch_related("aliases").order_by("name_key")
    ]


def _entry(thing: Any, former: dict[str, list[str]], **more: list) -> dict:
    entry = {
        "name": thing.name,
        "slug": thing.slug,
        "former_slugs": former.get(thing.slug),
        "description": thing.description,
    } | more
    return {key: value for key, value in entry.items() if value}


def _former_slugs(kind: str) -> dict[str, list[str]]:
    former: dict[str, list[str]] = {}
    for old, current in FormerSlug.objects.filter(kind=kind).order_by("slug").values_list("slug", "current"):
        former.setdefault(current, []).append(old)
    return former


def _yaml(data: dict) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)


def _file_name(name: str) -> str:
    """``name`` as a file name on any system; the guide's front matter keeps the name itself."""
    safe = "".join("-" if mark in '<>:"/\\|?*' or ord(mark) < 32 else mark for mark in name).strip(" .")
    return safe[:100] or "unnamed"


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
