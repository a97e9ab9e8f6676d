"""The report between choosing a table and importing it: what would change, word by word, and nothing done unseen."""

import re

import pytest
import time_machine
from django.test import Client

from questions.admin.tables.report import difference
from questions.models import GuideUpload, Question, Revision
from tests.factories import make_question, make_role

from .sending import bring_in, choose, confirm, csv_of, exported, read, said


def test_nothing_is_written_before_it_is_confirmed(publisher: Client):
    question = make_question(text="Why?", purpose="Old.")
    page = choose(publisher, "question", csv_of({"id": question.pk, "text": "", "purpose": "New."}, {"text": "More?"}))
    assert "would bring 1 new, change 1 and leave 0 as they are" in read(page)
    question.refresh_from_db()
    assert (question.purpose, Question.objects.count(), Revision.objects.count()) == ("Old.", 1, 0)


def test_a_table_that_changes_nothing_offers_nothing_to_confirm(publisher: Client):
    make_question(text="Why?", purpose="Same.")
    page = choose(publisher, "question", csv_of({"text": "Why?", "purpose": "Same."}))
    assert "0 new, change 0 and leave 1 as they are" in read(page)
    assert page.context.get("upload") is None
    assert not GuideUpload.objects.exists()


def test_what_somebody_saved_since_the_report_is_not_overwritten_unseen(publisher: Client):
    question = make_question(text="Why?", purpose="Old.")
    report = choose(publisher, "question", csv_of({"id": question.pk, "purpose": "From the table."}))
    bring_in(publisher, "question", {"id": question.pk, "purpose": "From a colleague."})
    again = confirm(publisher, "question", report)
    assert "somebody saved since the report you saw" in said(again)
    question.refresh_from_db()
    assert question.purpose == "From a colleague."
    confirm(publisher, "question", again)
    question.refresh_from_db()
    assert question.purpose == "From the table."


def test_a_confirmed_table_is_not_kept_and_not_imported_twice(publisher: Client):
    report = choose(publisher, "question", csv_of({"text": "Once?"}))
    confirm(publisher, "question", report)
    assert not GuideUpload.objects.exists()
    assert "That table is gone" in said(confirm(publisher, "question", report))
    assert Question.objects.count() == 1


def test_a_table_with_a_very_long_name_is_imported(publisher: Client):
    report = choose(publisher, "resourcelink", csv_of({"title": "Kit", "url": "https://a.example/"}), name=f"{'x' * 240}.csv")
    assert "1 new" in said(confirm(publisher, "resourcelink", report))


def test_a_table_that_can_not_be_read_any_more_is_told(publisher: Client):
    report = choose(publisher, "question", csv_of({"text": "Once?"}))
    GuideUpload.objects.update(name="question/table.xls")
    assert "Choose a file whose name ends in .csv or .json." in said(confirm(publisher, "question", report))
    assert not Question.objects.exists()


def test_the_report_shows_by_words_what_goes_and_what_comes(publisher: Client):
    question = make_question(text="Why outreach?", purpose="Shows the will.")
    page = choose(publisher, "question", csv_of({"id": question.pk, "text": "Why outreach?", "purpose": "Shows the <b>way</b>."}))
    [change] = page.context["report"].changes
    assert (change.line, change.name) == (2, "Why outreach?")
    [(column, words)] = change.parts
    assert column == "purpose"
    assert words == "Shows the <del>will</del><ins>&lt;b&gt;way&lt;/b&gt;</ins>."
    assert str(words) in page.content.decode()
    assert f'href="/admin/questions/question/{question.pk}/change/"' in page.content.decode()


def test_very_long_texts_are_shown_whole(db: None):
    assert difference("a " * 500, "b " * 500).startswith("<del>a a")


def test_rows_that_change_nothing_are_counted_and_named_by_line(publisher: Client):
    rows = [{"text": f"Question {number}?", "purpose": ""} for number in range(5)]
    for row in rows:
        make_question(text=row["text"])
    rows[2]["purpose"] = "New."
    page = choose(publisher, "question", csv_of(*rows))
    assert "4 rows would change nothing Lines 2–3, 5–6." in read(page)


def test_of_very_many_changes_the_first_are_shown_and_the_rest_counted(publisher: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.admin.tables.report.MOST_SHOWN", 2)
    page = choose(publisher, "question", csv_of(*({"text": f"{number}?"} for number in range(5))))
    assert len(page.context["report"].changes) == 2
    assert "… and 3 more rows." in read(page)


def test_what_nobody_confirms_is_gone_after_a_day(publisher: Client):
    with time_machine.travel("2026-11-20 12:00 +0000"):
        choose(publisher, "question", csv_of({"text": "Forgotten?"}))
    with time_machine.travel("2026-11-21 13:00 +0000"):
        kept = choose(publisher, "question", csv_of({"text": "Kept?"})).context["upload"]
    assert GuideUpload.objects.get() == kept


def test_no_page_of_ours_or_the_library_has_anything_inline(publisher: Client):
    make_question(text="Why?", role=make_role())
    chosen = csv_of({"text": "Why?", "purpose": "New."})
    for page in (
        publisher.get("/admin/questions/question/import/"),
        publisher.get("/admin/questions/question/export/"),
        publisher.get("/admin/questions/question/"),
        choose(publisher, "question", chosen),
        choose(publisher, "question", csv_of({"text": "Why?", "kind": "x"})),
        exported(publisher, "question", kind=9),
    ):
        assert page.status_code == 200
        assert re.findall(r"<style|\bstyle=|<script(?![^>]*\bsrc=)|\son\w+=", page.content.decode()) == []
