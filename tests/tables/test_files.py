"""Whatever file somebody chooses: it is read, or a sentence says what to do. Never an error page."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.admin.tables.files import read as read_table
from questions.admin.tables.sorts import Questions
from questions.admin.tables.table import TableError
from questions.models import Question

from .sending import choose, csv_of, read


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "a.csv", "The submitted file is empty."),
        (b"\n\n", "a.csv", "The table has no rows."),
        (b"text\n", "a.csv", "The table has no rows."),
        (b"[]", "a.json", "The table has no rows."),
        (b"text\nWhy\xff?", "a.csv", "The file is not text in UTF-8."),
        ("text\nWhy?".encode("utf-16"), "a.csv", "The file is not text"),
        (b"PK\x03\x04\x00\x00", "a.csv", "The file is not text"),
        (b"text\nWhy?", "a.xlsx", "Choose a file whose name ends in .csv or .json."),
        (b"text,texts\nWhy?,x", "a.csv", "There is no column “texts”. Rename or remove it; the columns are: id, text, kind,"),
        (b"text,text\nWhy?,x", "a.csv", "Two columns have the same name."),
        (b"text,kind\nWhy?,general,more", "a.csv", "Line 2: the row has more cells than"),
        (b'text\n"Why?', "a.csv", "Line 2: the row cannot be read"),
        (b'text\n"Why"not?', "a.csv", "Line 2: the row cannot be read"),
        (b"{}", "a.json", "The file is not a list of rows"),
        (b"[1]", "a.json", "Line 1: The file is not a list of rows"),
        (b'[{"text": "Why?"}', "a.json", "a comma or a bracket is missing"),
        (b'[{"text": "Why?"}] x', "a.json", "Something follows after the end"),
        (b'[\n{"text": "Why?}]', "a.json", "Line 2: this is not JSON."),
        (b'[{"text": {"a": 1}}]', "a.json", "“text” must be a text or a list of texts."),
        (b'[{"text": "\\ud800"}]', "a.json", "“text” must be a text or a list of texts."),
        (b'[{"text": "\\u0000"}]', "a.json", "“text” must be a text or a list of texts."),
        (b'[{"text": ' + b"[" * 100_000, "a.json", "Line 1: this is not JSON."),
        (b'[{"text": ' + b"9" * 5_000 + b"}]", "a.json", "Line 1: this is not JSON."),
    ],
)
def test_a_file_that_is_no_table(publisher: Client, content: bytes, name: str, sentence: str):
    page = choose(publisher, "question", content, name=name)
    assert page.status_code == 200
    assert sentence in read(page)
    assert not Question.objects.exists()


def test_no_file_at_all(publisher: Client):
    assert "This field is required." in read(publisher.post("/admin/questions/question/import/", {}))


@pytest.mark.parametrize(
    "content",
    [
        csv_of({"text": "Why?", "kind": "general"}),
        b"\xef\xbb\xbf" + csv_of({"text": "Why?", "kind": "general"}),
        csv_of({"text": "Why?", "kind": "general"}, delimiter=";"),
        csv_of({"text": "Why?", "kind": "general"}, delimiter="\t"),
        b"\n Text , KIND ,\r\nWhy?,general,\r\n,,\r\n",
        b"text\nWhy?",
    ],
)
def test_csv_in_the_ways_spreadsheets_write_it(publisher: Client, content: bytes):
    page = choose(publisher, "question", content, name="Table.CSV")
    assert "would bring 1 new" in read(page)


def test_too_large_a_file_is_refused_before_it_is_read(publisher: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.admin.tables.forms.LARGEST", 10)
    monkeypatch.setattr("questions.admin.tables.forms.read", None)
    assert "The file is larger than" in read(choose(publisher, "question", csv_of({"text": "Why is this too long?"})))


def test_too_many_rows_are_refused(publisher: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.admin.tables.table.MOST_ROWS", 2)
    page = choose(publisher, "question", csv_of({"text": "A?"}, {"text": "B?"}, {"text": "C?"}))
    assert "The table has more than 2 rows. Split it into several files." in read(page)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(st.binary(), st.text().map(str.encode), st.text(alphabet="text,kind|;\"\n'-=[]{}:")),
    st.sampled_from([".csv", ".json"]),
)
def test_any_bytes_are_a_table_or_a_sentence(content: bytes | str, ending: str):
    data = content.encode() if isinstance(content, str) else content
    told = ""
    try:
        read_table(data, f"a{ending}", Questions.headers())
    except TableError as error:
        told = str(error)
    assert told == "" or told.endswith((".", "]."))
