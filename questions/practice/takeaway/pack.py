"""The role as one HTML file that opens anywhere and asks nothing of any network: styles, script and mark stand in it."""

from base64 import b64encode
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from questions import licence
from questions.browse.outline import Outline, Place
from questions.models import Question, Topic

from .extract import Extract, Made

MOST_QUESTIONS = 200
LARGEST = 2_000_000  # bytes


def make(extract: Extract) -> Made:
    """The page, UTF-8, in the language in use: as many questions, in the order of the role's page, as there is room for."""
    places = Outline(extract.role).places
    held = min(len(places), MOST_QUESTIONS)
    page = _page(extract, places, held)
    while len(page) > LARGEST and held:
        # A little fewer than would fit if all were of one length; each round has fewer, so this ends.
        held = held * LARGEST * 19 // (len(page) * 20)
        page = _page(extract, places, held)
    return Made(page, len(places) - held)


def _page(extract: Extract, places: Sequence[Place], held: int) -> bytes:
    context = {
        "role": extract.role,
        "sections": _sections(extract, places[:held]),
        "links": extract.links,
        "held": held,
        "left_out": len(places) - held,
        "site": extract.site,
        "made_on": extract.made_on,
        "licence": licence.URL,
        "styles": [_data_url(name, "text/css") for name in ("css/site.css", "css/pack.css")],
        "scripts": [_data_url(name, "text/javascript") for name in ("js/questions.js", "js/print.js")],
        "mark": _data_url("mark.svg", "image/svg+xml"),
    }
    return render_to_string("practice/pack.html", context).encode()


def _sections(extract: Extract, places: Sequence[Place]) -> list[tuple[Topic | None, list[Question]]]:
    """The headings (None: other questions), each with its questions; ``places`` of one heading stand together."""
    questions = {place.question_id: place.question for place in extract.places}
    return [
        (heading, [questions[place.question_id] for place in together])
        for heading, together in groupby(places, key=lambda place: place.heading)
    ]


def _data_url(name: str, content_type: str) -> str:
    """The static file of that name as an address that holds the file itself."""
    path = finders.find(name)
    if not path:
        raise FileNotFoundError(f"static file {name}")
    return f"data:{content_type};base64,{b64encode(Path(path).read_bytes()).decode()}"
