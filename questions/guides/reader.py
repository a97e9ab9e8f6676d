"""From the text of a file to a guide: the native format, or any of the shapes people use."""

from questions.guides.blocks import Source
from questions.guides.document import Guide, GuideError
from questions.guides.native import exact, frontmatter
from questions.guides.native.guidance import Reading
from questions.guides.shapes import foreign
from questions.guides.text import clean
from questions.guides.tidy import tidy


def read_guide(text: str, *, field: str = "", group: str = "", name: str = "") -> Guide:
    """The guide in ``text``, in normal form. ``field``, ``group`` and ``name`` (the file's, without its ending) serve
    where the text itself says nothing.

    Raises GuideError, and nothing else, where there is no guide to be made of the text.
    """
    front, body, offset = frontmatter.split(clean(text))
    guide = Guide("")
    taken_at_its_word = frontmatter.read(front, guide) if front else False
    reading = Reading(guide, Source(body), offset)
    if taken_at_its_word:
        exact.read(reading)
    else:
        foreign.read(reading, name)
    guide.field = guide.field or field
    guide.group = guide.group or group
    guide.title = guide.title or name if guide.roles is None else guide.title
    guide = tidy(guide)
    guide.exact = taken_at_its_word
    if not guide.title and guide.roles is None:
        raise GuideError("has no title; begin it with a heading like “# Community Outreach Librarian”", 1)
    if not guide.questions and not taken_at_its_word:
        raise GuideError("has no question; write them as a numbered list below a heading “## Questions”")
    guide.notes.sort(key=lambda note: note.line)
    return guide
