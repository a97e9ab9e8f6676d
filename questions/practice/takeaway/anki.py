"""The role as flash cards: an Anki package, the question in front and the guidance behind.

Anki knows a note again by its guid, a deck and a note type by their ids. All three are made of what never changes (the
number of the question or the role, and the site's host), so importing a newer deck updates the notes and keeps progress.
"""

import io
import sqlite3
import time
import zipfile
from contextlib import closing
from hashlib import sha256
from itertools import count
from pathlib import Path

import genanki
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.translation import gettext

from questions import licence
from questions.models import Question
from questions.vocabulary import Kind

from .extract import Extract, Made

# What Anki itself reads in a field (sounds, LaTeX, other fields) and what it separates fields with. As character
# references they are only what the editor wrote.
_ONLY_TEXT = str.maketrans({"[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "\x1f": " "})

# Anki matches note types by id and fields: a change of the fields needs a new number.
_NOTE_TYPE = genanki.Model(
    1_786_241_903,
    "Prepsite question",
    fields=[{"name": name} for name in ("Question", "About", "Answer")],
    templates=[
        {
            "name": "Answer aloud",
            "qfmt": '<p class="about">{{About}}</p><p class="asks" dir="auto">{{Question}}</p>',
            "afmt": '{{FrontSide}}<hr id="answer">{{Answer}}',
        }
    ],
    css=Path(__file__).with_name("anki.css").read_text(encoding="utf-8"),
)


def make(extract: Extract) -> Made:
    """The package (.apkg), its cards in the order of the role, its labels in the language in use."""
    # Anki would make decks within decks of a "::".
    name = f"{extract.role.title} · {extract.role.group.name}".replace("::", ":")
    deck = genanki.Deck(_number(extract.host, "role", extract.role.pk), name, _description(extract))
    about = {kind: render_to_string("practice/anki.html#about", {"role": extract.role, "kind": kind}) for kind in Kind}
    for due, place in enumerate(extract.places):
        deck.add_note(_note(extract, place.question, about[Kind(place.question.kind)], due))
    # genanki's own way to write a file leaves its work behind on the disk, and compresses nothing.
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", _collection(genanki.Package(deck)))
        archive.writestr("media", "{}")
    return Made(package.getvalue())


def _collection(package: genanki.Package) -> bytes:
    # Always now: by default Anki updates a note only from one that is newer than its own.
    now = time.time()
    with closing(sqlite3.connect(":memory:")) as database:
        package.write_to_db(database.cursor(), now, count(int(now * 1000)))
        database.commit()
        return database.serialize()


def _note(extract: Extract, question: Question, about: str, due: int) -> genanki.Note:
    answer = render_to_string("practice/anki.html#answer", {"question": question, "url": extract.url_of(question)})
    return genanki.Note(
        _NOTE_TYPE,
        [field.translate(_ONLY_TEXT) for field in (escape(question.text), about, answer.strip())],
        guid=genanki.guid_for(extract.host, "question", question.pk),
        tags=[f"kind::{question.kind}", *(f"topic::{topic.slug}" for topic in question.topics.all())],
        due=due,
    )


def _description(extract: Extract) -> str:
    link = format_html('<a href="{}">{}</a>', licence.URL, licence.NAME)
    source = format_html('<a href="{0}">{0}</a>', extract.url_of(extract.role))
    return format_html(
        gettext("From {source}, {date}. Free to share under {licence}."),
        source=source,
        date=date_format(extract.made_on),
        licence=link,
    )


def _number(*names: object) -> int:
    """A number from 2³⁰ to 2³¹, where Anki wants its ids: the same one for the same ``names``, on every machine."""
    return int.from_bytes(sha256("\n".join(map(str, names)).encode()).digest()[:4]) % 2**30 + 2**30
