"""What the writer writes, the reader reads back exactly: a curator can take the bank out and in without a loss."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.guides.document import Guide
from questions.guides.inline import escape, plain
from questions.guides.reader import read_guide
from questions.guides.tidy import line, tidy
from questions.guides.writer import write_guide
from tests.guides.strategies import guides, texts

often = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@often
@given(guides)
def test_reading_what_was_written_gives_the_same_guide(guide: Guide) -> None:
    assert read_guide(write_guide(guide)) == guide


@often
@given(guides)
def test_a_written_guide_leaves_nothing_to_report(guide: Guide) -> None:
    assert read_guide(write_guide(guide)).notes == []


@often
@given(guides)
def test_writing_again_gives_the_same_bytes(guide: Guide) -> None:
    written = write_guide(guide).encode()
    assert write_guide(read_guide(written.decode())).encode() == written


@often
@given(guides)
def test_the_normal_form_is_its_own_normal_form(guide: Guide) -> None:
    assert tidy(guide) == guide


@often
@given(st.one_of(texts, st.text()))
def test_escaped_text_reads_as_the_text_itself(text: str) -> None:
    assert plain(escape(line(text))) == line(text)
