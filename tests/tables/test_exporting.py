"""Questions, roles and links go out as tables that people and spreadsheets read."""

import datetime as dt

import pytest
from django.test import Client

from questions.vocabulary import Kind, Status
from tests.factories import make_field, make_group, make_link, make_question, make_role, make_topic

from .sending import exported, read, rows_of, said


def test_a_question_is_a_row_that_names_its_topics_and_roles(publisher: Client):
    question = make_question(
        text="Why outreach?",
        kind=Kind.BEHAVIORAL,
        role=make_role(),
        topics=["Budgets", "Diversity"],
        purpose="Shows *why*.",
        points="One\nTwo",
        follow_ups=["And then?", "What else?"],
        benchmarks={"mid": "Names a partner."},
        source_name="Ana",
        reviewed_on=dt.date(2026, 11, 1),
        reviewed_by="Rhea",
    )
    assert rows_of(exported(publisher, "question")) == [
        {
            "id": str(question.pk),
            "text": "Why outreach?",
            "kind": "behavioral",
            "topics": "Budgets | Diversity",
            "roles": "Librarianship / Community Outreach Librarian",
            "purpose": "Shows *why*.",
            "points": "One\nTwo",
            "pitfalls": "",
            "follow_ups": "And then? | What else?",
            "benchmark_entry": "",
            "benchmark_mid": "Names a partner.",
            "benchmark_senior": "",
            "source_kind": "written",
            "source_name": "Ana",
            "reviewed_on": "2026-11-01",
            "reviewed_by": "Rhea",
            "status": "published",
        }
    ]


def test_json_has_real_lists_and_real_yes_and_no(publisher: Client):
    make_role(also_called=["Outreach Librarian", "Bookmobile Librarian"], featured=True)
    [row] = rows_of(exported(publisher, "role", kind=1))
    assert row["also_called"] == ["Outreach Librarian", "Bookmobile Librarian"]
    assert row["featured"] is True
    assert (row["field"], row["group"]) == ("Library and Information Science", "Librarianship")


def test_a_link_names_its_roles(publisher: Client):
    make_link(title="ABOS", url="https://abos.example/", role=make_role(), topics=["Outreach"], note="A vendor-free list.")
    [row] = rows_of(exported(publisher, "resourcelink"))
    assert row["roles"] == "Librarianship / Community Outreach Librarian"
    assert (row["title"], row["url"], row["topics"], row["note"]) == (
        "ABOS",
        "https://abos.example/",
        "Outreach",
        "A vendor-free list.",
    )


def test_two_roles_of_one_name_are_told_apart_by_their_field(publisher: Client):
    for name in ("Libraries", "Museums"):
        make_role(title="Guide", group=make_group(name="Visitors", field=make_field(name=name)))
    role = make_role(title="Guide", group=make_group(name="Tours"))
    for field in ("Libraries", "Museums"):
        make_question(text=f"{field}?", role=make_group(name="Visitors", field=make_field(name=field)).roles.get())
    make_question(text="Tours?", role=role)
    roles = {row["text"]: row["roles"] for row in rows_of(exported(publisher, "question"))}
    assert roles == {
        "Libraries?": "Libraries / Visitors / Guide",
        "Museums?": "Museums / Visitors / Guide",
        "Tours?": "Tours / Guide",
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_of_csv_is_computed_by_a_spreadsheet(publisher: Client, text: str):
    make_question(purpose=text)
    [row] = rows_of(exported(publisher, "question"))
    assert row["purpose"] == f"'{text}"
    assert rows_of(exported(publisher, "question", kind=1))[0]["purpose"] == text


def test_a_bar_inside_a_name_is_doubled(publisher: Client):
    make_question(topics=[make_topic(name="Cards | catalogues")])
    assert rows_of(exported(publisher, "question"))[0]["topics"] == "Cards || catalogues"


def test_the_filters_of_the_list_hold(publisher: Client):
    make_question(text="Public?")
    make_question(text="Draft?", status=Status.DRAFT)
    page = publisher.get("/admin/questions/question/export/?status=draft")
    assert "1 question, as the list you came from was filtered." in read(page)
    assert [row["text"] for row in rows_of(exported(publisher, "question", query="?status=draft"))] == ["Draft?"]
    assert [row["text"] for row in rows_of(exported(publisher, "question", query="?q=public"))] == ["Public?"]


def test_the_list_links_to_the_export_of_what_it_shows(publisher: Client):
    page = publisher.get("/admin/questions/question/?status=draft").content.decode()
    assert "/admin/questions/question/export/?status=draft" in page
    assert "/admin/questions/question/import/" in page


def test_an_unknown_filter_exports_nothing(publisher: Client):
    make_question()
    page = exported(publisher, "question", query="?text__startswith=W")
    assert page.status_code == 302
    assert "There is no such filter." in said(page)


def test_what_is_selected_is_exported_at_once(publisher: Client):
    chosen, _other = make_question(text="Chosen?"), make_question(text="Other?")
    page = publisher.post(
        "/admin/questions/question/", {"action": "export_selected", "_selected_action": [chosen.pk], "select_across": 0}
    )
    assert [row["text"] for row in rows_of(page)] == ["Chosen?"]
    assert page["Content-Disposition"].endswith('.csv"')


def test_too_many_are_refused_with_a_way_out(publisher: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.admin.tables.resource.MOST_EXPORTED", 2)
    questions = [make_question() for _ in range(3)]
    page = exported(publisher, "question")
    assert "One file holds at most 2 rows. Filter the list first" in said(page)
    chosen = {"action": "export_selected", "_selected_action": [question.pk for question in questions], "select_across": 0}
    assert "at most 2 rows" in said(publisher.post("/admin/questions/question/", chosen))


@pytest.mark.parametrize("form", [{"format": "7"}, {"format": ""}, {"format": "0", "resource": "x"}, {"export_items": ["1"]}])
def test_a_strange_choice_is_told_on_the_page(publisher: Client, form: dict):
    page = publisher.post("/admin/questions/question/export/", form)
    assert page.status_code == 200
    assert "Content-Disposition" not in page
