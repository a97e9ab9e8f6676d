"""Whatever is in a file: a guide comes out, or an error that says why not."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.guides.document import Guide, GuideError
from questions.guides.reader import read_guide
from questions.guides.shapes.tables import read_csv, read_json
from questions.guides.text import decode
from questions.guides.writer import write_guide
from tests.guides.strategies import texts

often = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
documents = st.one_of(st.text(), st.lists(texts, max_size=12).map("\n".join), st.lists(texts, max_size=12).map("\n\n".join))


def read(text: str) -> Guide | None:
    try:
        return read_guide(text, field="Field", group="Group", name="Name")
    except GuideError:
        return None


@often
@given(documents)
def test_any_text_is_a_guide_or_a_guide_error(text: str) -> None:
    guide = read(text)
    assert guide is None or guide.questions


@often
@given(documents)
def test_what_was_read_from_any_text_is_written_and_read_back_the_same(text: str) -> None:
    guide = read(f"# Name\n\n## Questions\n\n1. Why?\n\n{text}")
    assert guide is None or read_guide(write_guide(guide)) == guide


@often
@given(documents)
def test_any_front_matter_is_read_or_a_guide_error(text: str) -> None:
    guide = read(f"---\n{text}\n---\n\n1. Why?\n")
    assert guide is None or guide.questions


@often
@given(documents)
def test_any_exact_guide_is_read_or_a_guide_error(text: str) -> None:
    guide = read(f"---\nformat: 1\n---\n{text}")
    assert guide is None or guide.title


@often
@given(st.binary())
def test_any_bytes_are_text_or_a_guide_error(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except GuideError:
        return
    assert "\r" not in text


@often
@given(documents)
def test_any_table_is_read_or_a_guide_error(text: str) -> None:
    for reader, table in ((read_csv, f"question,answer\n{text}"), (read_json, f'[{{"question": {text!r}}}]'), (read_json, text)):
        try:
            guides = reader(table, field="Field", group="Group", name="Name")
        except GuideError:
            continue
        assert all(guide.questions for guide in guides)
