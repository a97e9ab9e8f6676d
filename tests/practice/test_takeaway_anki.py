"""The deck as Anki finds it: the SQLite file in the package."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
import time_machine
from django.test import Client
from justhtml import JustHTML

from questions.models import Role
from tests.factories import make_group, make_question, make_role, place_question
from tests.pages.banks import full_bank

from .files import UNSEEN, download, make_hostile_role, make_role_with_drafts


@contextmanager
def opened(package: bytes) -> Iterator[sqlite3.Connection]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive, closing(sqlite3.connect(":memory:")) as collection:
        assert archive.testzip() is None
        assert json.loads(archive.read("media")) == {}
        collection.deserialize(archive.read("collection.anki2"))
        collection.row_factory = sqlite3.Row
        yield collection


def notes_of(visitor: Client, role: Role, **extra: Any) -> list[dict[str, Any]]:
    """The notes in the order of their cards, with ``fields``, a list."""
    answer = visitor.get(f"{role.get_absolute_url()}take-away/anki/", **extra)
    with opened(answer.content) as collection:
        rows = collection.execute("select notes.*, cards.due from notes join cards on cards.nid = notes.id order by cards.due")
        return [{**row, "fields": row["flds"].split("\x1f")} for row in map(dict, rows)]


def ids_of(visitor: Client, role: Role) -> tuple[dict[str, Any], dict[str, Any]]:
    """Decks and note types by id, without those every package has."""
    with opened(download(visitor, role, "anki").content) as collection:
        row = collection.execute("select decks, models from col").fetchone()
    decks, models = json.loads(row["decks"]), json.loads(row["models"])
    return {key: deck for key, deck in decks.items() if key != "1"}, models


def test_each_question_is_a_card_in_the_order_of_the_role_with_its_guidance_behind(visitor: Client):
    bank = full_bank()
    notes = notes_of(visitor, bank.role)
    assert [note["fields"][0] for note in notes] == [
        *("Tell us about a time residents changed your mind.", "How do you plan a route?", "Why this library?")
    ]
    _, about, answer = notes[0]["fields"]
    assert about == "<bdi>Community Outreach Librarian</bdi> · Behavioral"
    for words in ("<strong>listen</strong>", "<li>Who spoke up</li>", "What did you turn down?", "A habit of the team."):
        assert words in answer
    assert f'href="http://testserver/questions/{bank.question.pk}/"' in answer
    assert notes[0]["tags"] == " kind::behavioral topic::community-engagement topic::program-planning "


def test_a_reworded_question_updates_its_note(visitor: Client):
    bank = full_bank()
    with time_machine.travel("2026-11-01 10:00", tick=False):
        before = notes_of(visitor, bank.role)[0]
    bank.question.text = "Tell us how residents changed your mind."
    bank.question.save()
    with time_machine.travel("2026-11-01 10:01", tick=False):
        after = notes_of(visitor, bank.role)[0]
    assert before["fields"][0] != after["fields"][0]
    assert before["guid"] == after["guid"]
    assert before["mod"] < after["mod"]


def test_a_renamed_role_keeps_its_decks_number_and_all_roles_share_one_note_type(visitor: Client):
    role, other = full_bank().role, make_role(title="Archivist", group=make_group(name="Archives"))
    decks, models = ids_of(visitor, role)
    assert [deck["name"] for deck in decks.values()] == ["Community Outreach Librarian · Librarianship"]
    role.title = "Outreach Librarian"
    role.save()
    renamed, same = ids_of(visitor, role)
    assert list(renamed) == list(decks)
    assert list(same) == list(models)
    assert not set(ids_of(visitor, other)[0]) & set(decks)


def test_the_decks_of_two_sites_do_not_touch_each_others_notes(visitor: Client):
    role = full_bank().role
    here = {note["guid"] for note in notes_of(visitor, role)}
    assert not here & {note["guid"] for note in notes_of(visitor, role, headers={"host": "localhost"})}


def test_a_question_of_two_roles_is_one_note(visitor: Client):
    bank, other = full_bank(), make_role(title="Driver")
    place_question(question=bank.question, role=other)
    assert notes_of(visitor, other)[0]["guid"] == notes_of(visitor, bank.role)[0]["guid"]


def test_a_card_names_no_colour_so_that_night_mode_fits(visitor: Client):
    (model,) = ids_of(visitor, full_bank().role)[1].values()
    declared = model["css"].split("*/")[1].replace("color: inherit", "")
    assert "color" not in declared
    assert "background" not in declared
    assert "#" not in declared


def test_what_is_not_published_is_no_card(visitor: Client):
    notes = notes_of(visitor, make_role_with_drafts())
    assert [note["fields"][0] for note in notes] == ["Which map would you save first?"]
    assert [word for word in UNSEEN if word in str(notes)] == []


def test_hostile_texts_are_only_shown(visitor: Client):
    (note,) = notes_of(visitor, make_hostile_role())
    for field in note["fields"]:
        assert JustHTML(field, fragment=True, sanitize=False).query("script") == []
        assert [mark for mark in ("[sound:", "[latex]", "{{", "javascript:") if mark in field] == []
    assert note["tags"].split()[1].startswith("topic::scriptalert")


@pytest.mark.parametrize("title", ["أمين مكتبة", "Librarian::Public"])
def test_a_deck_has_its_roles_name_in_any_script_and_is_never_a_deck_within_another(visitor: Client, title: str):
    role = make_role(title=title)
    make_question(text="لماذا؟", role=role, topics=["المشاركة"])
    (deck,) = ids_of(visitor, role)[0].values()
    assert deck["name"] == f"{title} · Librarianship".replace("::", ":")
    assert notes_of(visitor, role)[0]["tags"] == " kind::general topic::المشاركة "
