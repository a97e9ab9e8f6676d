"""What goes out comes back in and changes nothing, whatever stands in the bank."""

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from questions.models import Question, ResourceLink, Revision, Role
from questions.normal import name_key
from questions.vocabulary import Kind, LinkKind, Source, Status
from tests.factories import make_field, make_group, make_link, make_question, make_role, make_topic

from .sending import choose, confirm, exported, faults, read, staff

STRANGE = [
    "-",
    "--",
    "'-",
    "'=1",
    "=1+1",
    "| a |",
    "a | b",
    "||",
    "|",
    " x ",
    "a\nb",
    "a\r\nb",
    "\ta",
    "„ä“",
    "yes",
    "#1",
    "1,2;3",
    '"',
    "'",
]
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.one_of(st.sampled_from(STRANGE), st.text(characters, max_size=12))
names = texts.filter(lambda text: text.strip() and name_key(text))


def returned(client: Client, model: str, kind: int) -> str:
    """What the site says of a file that it wrote itself a moment ago."""
    page = choose(client, model, exported(client, model, kind=kind).content, name=["t.csv", "t.json"][kind])
    assert page.context.get("report"), read(page)
    assert faults(page) == []
    report = page.context["report"]
    assert [(change.name, change.parts) for change in report.changes] == []
    return f"{report.new} {report.changed} {report.unchanged}"


@pytest.mark.parametrize("kind", [0, 1])
def test_a_bank_comes_back_unchanged(publisher: Client, kind: int):
    roles = [make_role(title="Guide", group=make_group(name="Visitors", field=make_field(name=name))) for name in ("A", "B")]
    make_role(title="B / C", group=make_group(name="A"), also_called=["X | Y", "-"], summary="=1", status=Status.RETIRED)
    make_role(title="C", group=make_group(name="A / B"), featured=True, onet_soc_code="25-4022.00")
    for number, text in enumerate(STRANGE):
        guidance = {"purpose": text, "points": text, "pitfalls": f"{text}{text}", "source_name": text}
        make_question(
            text=f"{number}{text}",
            kind=Kind.TO_ASK,
            source_kind=Source.IMPORTED,
            reviewed_on=dt.date(2026, 1, 2),
            follow_ups=[text, text],
            benchmarks={"entry": text},
            topics=[make_topic(name=f"{number}{text}")],
            role=roles[number % 2],
            section=make_topic(name="Heading"),
            **guidance,
        )
        make_link(title=text, note=text, topics=[f"{number}{text}"], role=roles[0], kind=LinkKind.OTHER)
    assert returned(publisher, "question", kind) == f"0 0 {len(STRANGE)}"
    assert returned(publisher, "role", kind) == "0 0 4"
    assert returned(publisher, "resourcelink", kind) == f"0 0 {len(STRANGE)}"
    assert not Revision.objects.exists()


class AnyBank(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        questions=st.lists(
            st.tuples(names, texts, texts, texts, st.sampled_from(list(Status))),
            max_size=4,
            unique_by=lambda row: name_key(row[0]),
        ),
        topics=st.lists(names, max_size=3, unique_by=name_key),
        titles=st.lists(st.tuples(names, names), max_size=3, unique_by=lambda row: (name_key(row[0]), name_key(row[1]))),
        kind=st.sampled_from([0, 1]),
    )
    def test_any_bank_comes_back_unchanged(self, questions: list, topics: list, titles: list, kind: int):
        client = staff("superuser")
        tags = [make_topic(name=f"{number} {name}") for number, name in enumerate(topics)]
        roles = [make_role(title=title, group=make_group(name=group)) for group, title in titles]
        for number, (text, purpose, probe, sounds, status) in enumerate(questions):
            values: dict[str, Any] = {"purpose": purpose, "points": probe, "status": status, "topics": tags}
            question = make_question(text=f"{number} {text}", follow_ups=[probe], benchmarks={"mid": sounds}, **values)
            for place, role in enumerate(roles):
                question.role_questions.create(role=role, position=place)
        for model, manager in (("question", Question.objects), ("role", Role.objects)):
            if manager.exists():
                assert returned(client, model, kind) == f"0 0 {manager.count()}"


@pytest.mark.parametrize("kind", [0, 1])
def test_a_bank_moves_to_another_one_by_its_tables(publisher: Client, kind: int):
    role = make_role(also_called=["Outreach Librarian"], summary="Goes out.")
    make_question(
        text="Why?", role=role, topics=["Budgets"], follow_ups=["And?", "So?"], benchmarks={"mid": "So."}, points="- One\n- Two"
    )
    make_link(title="ABOS", url="https://abos.example/", role=role, topics=["Budgets"])
    files = {model: exported(publisher, model, kind=kind).content for model in ("role", "question", "resourcelink")}
    ResourceLink.objects.all().delete()
    Question.objects.all().delete()
    Role.objects.all().delete()
    for model, content in files.items():
        page = choose(publisher, model, without_ids_and_status(content, kind), name=["t.csv", "t.json"][kind])
        assert faults(page) == []
        confirm(publisher, model, page)
    after = {model: exported(publisher, model, kind=kind).content for model in files}
    for model in files:
        assert without_ids_and_status(after[model], kind) == without_ids_and_status(files[model], kind)


def without_ids_and_status(content: bytes, kind: int) -> bytes:
    text = content.decode("utf-8-sig")
    rows = json.loads(text) if kind else list(csv.DictReader(io.StringIO(text, newline="")))
    rows = [{name: value for name, value in row.items() if name not in ("id", "status")} for row in rows]
    if kind:
        return json.dumps(rows).encode()
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
