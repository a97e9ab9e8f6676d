"""A row that cannot come in says why, on which line, in a sentence; and then nothing is written."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from questions.models import Question, Role, Topic
from questions.vocabulary import Status
from tests.factories import make_field, make_group, make_link, make_question, make_role, make_topic

from .sending import choose, confirm, csv_of, faults, read, staff


def test_one_row_that_cannot_come_in_keeps_all_out(publisher: Client):
    page = choose(publisher, "question", csv_of({"text": "Good?", "kind": ""}, {"text": "Bad?", "kind": "silly"}))
    [(line, column, sentence)] = faults(page)
    assert (line, column) == (3, "kind")
    assert sentence.startswith("The kind “silly” is none of: behavioral, situational,")
    assert "Nothing was written. 1 row of the table cannot be imported" in read(page)
    assert page.context.get("upload") is None
    assert not Question.objects.exists()


def test_the_line_is_that_of_the_file_also_after_cells_of_many_lines(publisher: Client):
    rows = [{"text": "One?", "points": "a\nb\nc"}, {"text": "", "points": ""}, {"text": "", "points": "lonely"}]
    assert faults(choose(publisher, "question", csv_of(*rows))) == [(6, "text", "It is empty. A row without an id needs it.")]
    lines = b'[\n{"text": "One?"},\n\n{"points": "lonely"}]'
    page = choose(publisher, "question", lines, name="table.json")
    assert faults(page) == [(4, "text", "It is empty. A row without an id needs it.")]


def test_an_unknown_topic_or_role_is_named_with_the_nearest_one(publisher: Client):
    make_topic(name="Community engagement")
    make_role(title="Cataloguer")
    row = {"text": "Why?", "topics": "Comunity engagement | Zebras", "roles": "Librarianship / Catalogger"}
    assert faults(choose(publisher, "question", csv_of(row))) == [
        (2, "topics", "There is no topic “Comunity engagement”. Did you mean “Community engagement”?"),
        (2, "topics", "There is no topic “Zebras”. Add it first, or take it out of the table."),
        (2, "roles", "There is no role “Librarianship / Catalogger”. Did you mean “Librarianship / Cataloguer”?"),
    ]
    assert Topic.objects.count() == 1


def test_a_role_of_two_fields_asks_which(publisher: Client):
    for name in ("Libraries", "Museums"):
        make_role(title="Guide", group=make_group(name="Visitors", field=make_field(name=name)))
    [(_, _, sentence)] = faults(choose(publisher, "question", csv_of({"text": "Why?", "roles": "Visitors / Guide"})))
    assert sentence.startswith("There is no role “Visitors / Guide”. Did you mean “")
    [(_, _, sentence)] = faults(choose(publisher, "role", csv_of({"group": "Visitors", "title": "Porter"})))
    assert sentence == "Several fields have a group “Visitors”. Say which in the column “field”."
    page = choose(publisher, "role", csv_of({"field": "Zoos", "group": "Visitors", "title": "Porter"}))
    assert "There is no group “Visitors” in a field “Zoos”." in {sentence for _, _, sentence in faults(page)}
    assert Role.objects.count() == 2


def test_a_text_another_question_has_is_refused_with_that_question(publisher: Client):
    other, question = make_question(text="Why outreach?"), make_question(text="Why budgets?")
    page = choose(publisher, "question", csv_of({"id": question.pk, "text": "why outreach"}))
    assert faults(page) == [(2, "text", f"The bank has this already, as number {other.pk}: “Why outreach?”.")]


def test_two_rows_of_one_question_are_refused(publisher: Client):
    question = make_question(text="Why?")
    twice = csv_of({"id": question.pk, "text": "Why?"}, {"id": "", "text": "why"})
    assert faults(choose(publisher, "question", twice)) == [(3, "id", "Line 2 speaks of the same question. Keep one of the two.")]
    new = csv_of({"text": "New?"}, {"text": "new!"})
    assert faults(choose(publisher, "question", new)) == [(3, "text", "Line 2 says the same. Keep one of the two.")]


@pytest.mark.parametrize(
    ("id_", "sentence"),
    [
        ("4711", "There is no question 4711. Leave the id empty for a new one."),
        ("x", "“x” is no id."),
        ("1e3", "“1e3” is no id."),
        ("-", "“-” is no id."),
        ("9" * 30, "is no id."),
        ("0", "It is empty. A row without an id needs it."),
    ],
)
def test_an_id_that_is_none(publisher: Client, id_: str, sentence: str):
    [(_, _, told)] = faults(choose(publisher, "question", csv_of({"id": id_, "purpose": "x"})))
    assert sentence in told


@pytest.mark.parametrize(
    ("model", "cells", "column"),
    [
        ("question", {"text": "w" * 1001}, "text"),
        ("question", {"text": "Why?", "follow_ups": "w" * 1001}, "follow_ups"),
        ("question", {"text": "Why?", "reviewed_on": "11/01/2026"}, "reviewed_on"),
        ("question", {"text": "Why?", "source_kind": "-"}, "source_kind"),
        ("question", {"text": "Why?", "status": "live"}, "status"),
        ("role", {"group": "Librarianship", "title": "A", "onet_soc_code": "25"}, "onet_soc_code"),
        ("role", {"group": "Librarianship", "title": "A", "featured": "perhaps"}, "featured"),
        ("role", {"group": "Librarianshp", "title": "A"}, "group"),
        ("role", {"group": "-", "title": "A"}, "group"),
        ("role", {"title": "A"}, "group"),
        ("resourcelink", {"title": "A", "url": "ftp://a.example/"}, "url"),
        ("resourcelink", {"title": "A", "url": "https://a.example:99999/"}, "url"),
        ("resourcelink", {"title": "A", "url": "https://not a url/"}, "url"),
        ("resourcelink", {"title": "-", "url": "https://a.example/"}, "title"),
    ],
)
def test_a_cell_that_cannot_be_is_told_in_its_column(publisher: Client, model: str, cells: dict, column: str):
    make_group()
    page = choose(publisher, model, csv_of(cells))
    assert {found for _, found, _ in faults(page)} == {column}


def test_what_cannot_be_empty_is_not_emptied(publisher: Client):
    link = make_link(title="ABOS")
    page = choose(publisher, "resourcelink", csv_of({"id": link.pk, "title": "-", "kind": "-"}))
    assert {(column, sentence) for _, column, sentence in faults(page)} == {
        ("title", "It cannot be empty."),
        ("kind", "It cannot be empty."),
    }


def test_somebody_elses_draft_is_not_changed_by_one_who_may_only_change_their_own(db: None):
    question = make_question(text="Why?", status=Status.DRAFT)
    client = staff("Author", name="ana")
    ana = User.objects.get(username="ana")
    ana.user_permissions.add(Permission.objects.get(codename="import"))
    [(_, _, sentence)] = faults(choose(client, "question", csv_of({"id": question.pk, "purpose": "Mine."})))
    assert sentence == "It is somebody else's, and you may change your own only."


def test_who_may_import_but_not_publish_proposes(db: None):
    question = make_question(text="Why?", purpose="Live.")
    client = staff("Editor", name="erik")
    User.objects.get(username="erik").user_permissions.add(Permission.objects.get(codename="import"))
    for purpose in ("Proposed.", "Proposed again."):
        confirm(client, "question", choose(client, "question", csv_of({"id": question.pk, "purpose": purpose})))
    question.refresh_from_db()
    assert question.purpose == "Live."
    pending = question_revision(question)
    assert (pending.snapshot["purpose"], pending.author.username) == ("Proposed again.", "erik")


def question_revision(question: Question):
    from questions.models import Revision

    return Revision.objects.of(question).pending().get()
