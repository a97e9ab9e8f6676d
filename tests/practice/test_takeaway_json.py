"""The data file keeps to its published schema."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from questions.models import Role
from tests.factories import make_role
from tests.pages.banks import full_bank

from .files import SCRIPT, UNSEEN, download, make_hostile_role, make_role_with_drafts

SCHEMA = json.loads(Path(str(finders.find("schema/role-1.json"))).read_text(encoding="utf-8"))
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}


def data_of(visitor: Client, role: Role) -> dict[str, Any]:
    return json.loads(download(visitor, role, "json").content)


def faults_in(value: Any, schema: dict[str, Any], where: str = "$") -> list[str]:
    """Where ``value`` breaks ``schema``, or says what it does not know; for the words of JSON Schema that ours uses."""
    if "$ref" in schema:
        return faults_in(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], where)
    faults = [f"{where} is none of {schema['enum']}"] if value not in schema.get("enum", [value]) else []
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not isinstance(value, tuple(TYPES[kind] for kind in kinds)):
        return [f"{where} is no {kinds}"]
    if isinstance(value, dict):
        properties = schema["properties"]
        faults += [f"{where} has no {name}" for name in schema.get("required", []) if name not in value]
        faults += [f"{where} has {name}, which the schema does not know" for name in value if name not in properties]
        for name, part in value.items():
            faults += faults_in(part, properties.get(name, {}), f"{where}.{name}")
    if isinstance(value, list):
        for number, part in enumerate(value):
            faults += faults_in(part, schema["items"], f"{where}[{number}]")
    if isinstance(value, str) and schema.get("format") == "date":
        date.fromisoformat(value)
    if isinstance(value, str) and schema.get("format") == "uri":
        faults += [] if value.startswith(("http://", "https://")) else [f"{where} is no address"]
    return faults


def properties_of(schema: dict[str, Any]) -> set[str]:
    """The names of all properties of objects in ``schema``, as a program finds them in a file that has everything."""
    items = [schema["items"]] if "items" in schema else []
    parts = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values(), *items]
    return set(schema.get("properties", {})).union(*map(properties_of, parts))


def names_in(value: Any) -> set[str]:
    parts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return (set(value) if isinstance(value, dict) else set()).union(*map(names_in, parts))


def test_a_file_that_has_everything_keeps_to_the_schema_and_uses_all_of_it(visitor: Client):
    data = data_of(visitor, full_bank().role)
    assert faults_in(data, SCHEMA) == []
    assert names_in(data) == properties_of(SCHEMA)


@pytest.mark.parametrize("make", [make_role, make_role_with_drafts, make_hostile_role])
def test_files_with_little_or_strange_content_keep_to_the_schema(visitor: Client, make):
    assert faults_in(data_of(visitor, make()), SCHEMA) == []


def test_the_file_leads_to_its_schema_its_source_and_its_licence(visitor: Client):
    data = data_of(visitor, full_bank().role)
    assert data["$schema"] == "http://testserver/static/schema/role-1.json"
    assert data["source"] == "http://testserver/roles/community-outreach-librarian/"
    assert data["licence"] == {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}


def test_a_question_comes_with_its_lasting_address_and_all_its_guidance(visitor: Client):
    bank = full_bank()
    question = data_of(visitor, bank.role)["questions"][0]
    assert question["id"] == bank.question.pk
    assert question["url"] == f"http://testserver/questions/{bank.question.pk}/"
    assert question["section"] == "Community engagement"
    assert question["topics"][1]["url"] == "http://testserver/topics/program-planning/"
    assert question["follow_ups"] == ["What had you done wrong?", "What did you turn down?"]
    assert list(question["benchmarks"]) == ["entry", "mid", "senior"]
    assert question["source"] == {"kind": "written", "name": "A public guide"}
    assert question["reviewed"] == {"on": "2026-10-02", "by": "Erin"}


def test_the_keys_stand_in_the_order_of_the_schema(visitor: Client):
    data = data_of(visitor, full_bank().role)
    assert list(data) == list(SCHEMA["properties"])
    assert list(data["questions"][0]) == list(SCHEMA["properties"]["questions"]["items"]["properties"])


def test_what_is_not_published_is_not_in_it(visitor: Client):
    role = make_role_with_drafts()
    assert [question["text"] for question in data_of(visitor, role)["questions"]] == ["Which map would you save first?"]
    assert [word for word in UNSEEN if word in download(visitor, role, "json").text] == []


def test_texts_stay_as_they_are_in_any_script(visitor: Client):
    assert SCRIPT in data_of(visitor, make_hostile_role())["role"]["title"]
    assert '"title": "أمين مكتبة"' in download(visitor, make_role(title="أمين مكتبة"), "json").text


def test_the_documentation_names_every_property():
    text = (Path(__file__).parents[2] / "docs" / "take-away.md").read_text(encoding="utf-8")
    assert [name for name in sorted(properties_of(SCHEMA)) if f"`{name}`" not in text] == []
