"""The table opens as it should in a spreadsheet, computes nothing there, and can be imported."""

import csv
import io

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from questions.guides.document import Guide
from questions.guides.loading.dumping import role_guide
from questions.guides.shapes.tables import read_csv
from questions.guides.text import decode
from questions.guides.tidy import tidy
from questions.models import Role
from questions.practice.takeaway.table import harmless
from tests.factories import make_question, make_role
from tests.pages.banks import full_bank

from .files import UNSEEN, download, make_hostile_role, make_role_with_drafts

COMPUTES = tuple("=+-@\t\r\n")


def rows_of(visitor: Client, role: Role) -> list[dict[str, str]]:
    text = download(visitor, role, "csv").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def imported(visitor: Client, role: Role) -> Guide:
    text, _ = decode(download(visitor, role, "csv").content)
    return read_csv(text)[0]


def test_a_spreadsheet_recognises_the_characters(visitor: Client):
    role = make_role(title="أمين مكتبة")
    make_question(text="حدثنا عن وقت غيّر فيه السكان رأيك؟", role=role)
    assert download(visitor, role, "csv").content.startswith(b"\xef\xbb\xbfid,role,")
    assert rows_of(visitor, role)[0]["question"] == "حدثنا عن وقت غيّر فيه السكان رأيك؟"


def test_each_question_is_a_row_with_its_guidance(visitor: Client):
    bank = full_bank()
    rows = rows_of(visitor, bank.role)
    assert len(rows) == 3
    assert rows[0]["id"] == str(bank.question.pk)
    assert rows[0]["url"] == f"http://testserver/questions/{bank.question.pk}/"
    assert rows[0]["topics"] == "Community engagement; Program planning"
    assert rows[0]["follow-up"] == "What had you done wrong?\nWhat did you turn down?"
    assert rows[0]["senior"] == "A habit of the team."
    assert rows[0]["reviewed"] == "2026-10-02 by Erin"


def test_a_list_begins_with_asterisks_so_that_no_spreadsheet_takes_it_for_a_sum(visitor: Client):
    assert rows_of(visitor, full_bank().role)[0]["points"].startswith("* What you had planned\n* Who spoke up\n")


def test_the_importer_reads_the_table(visitor: Client):
    role = full_bank().role
    read, known = imported(visitor, role), tidy(role_guide(role))
    assert (read.title, read.group, read.field) == (known.title, known.group, known.field)
    for mine, theirs in zip(read.questions, known.questions, strict=True):
        assert set(mine.topics) == {*theirs.topics, theirs.section} - {""}
        assert mine.points.replace("* ", "- ") == theirs.points
        for name in ("text", "kind", "section", "purpose", "follow_ups", "pitfalls", "benchmarks", "source", "review"):
            assert getattr(mine, name) == getattr(theirs, name), name


def test_a_comma_in_a_topic_separates_nothing(visitor: Client):
    role = make_role()
    make_question(role=role, topics=["Diversity, equity and inclusion"])
    assert imported(visitor, role).questions[0].topics == ["Diversity, equity and inclusion"]


def test_what_is_not_published_has_no_row(visitor: Client):
    role = make_role_with_drafts()
    assert [row["question"] for row in rows_of(visitor, role)] == ["Which map would you save first?"]
    assert [word for word in UNSEEN if word in download(visitor, role, "csv").text] == []


def test_no_cell_of_a_hostile_role_is_computed(visitor: Client):
    row = rows_of(visitor, make_hostile_role())[0]
    assert [cell for cell in row.values() if cell.startswith(COMPUTES)] == []
    assert row["question"].startswith("'=HYPERLINK")
    assert row["purpose"] == "'+1+1"


def test_a_role_without_questions_is_a_line_of_headers(visitor: Client):
    assert len(download(visitor, make_role(), "csv").text.splitlines()) == 1


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("=+-@\t\r\n *'＝"), max_size=20))
def test_no_text_at_all_is_computed_and_none_is_lost(text: str):
    cell = harmless(text)
    assert not cell.startswith(COMPUTES)
    assert cell.removeprefix("'").replace("*", "-").replace("+", "-") == text.removeprefix("'").replace("*", "-").replace(
        "+", "-"
    )
