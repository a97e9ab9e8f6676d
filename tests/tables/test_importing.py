"""A table comes in: rows find what they speak of, empty cells leave it alone, everything is written down."""

from django.contrib.admin.models import LogEntry
from django.test import Client

from questions.models import Question, ResourceLink, Revision, Role
from questions.vocabulary import Kind, LinkKind, Status
from tests.factories import make_field, make_group, make_link, make_question, make_role, make_topic

from .sending import bring_in


def test_a_row_with_an_id_changes_that_question(publisher: Client):
    question = make_question(text="Why outreach?", purpose="Old.", pitfalls="Stays.")
    said = bring_in(
        publisher, "question", {"id": question.pk, "text": "Why do you do outreach?", "purpose": "New.", "pitfalls": ""}
    )
    question.refresh_from_db()
    assert (question.text, question.purpose, question.pitfalls) == ("Why do you do outreach?", "New.", "Stays.")
    assert said == "Imported table.csv: 0 new, 1 changed, 0 as they were."


def test_a_row_without_an_id_finds_the_question_that_reads_the_same(publisher: Client):
    question = make_question(text="Why outreach?")
    bring_in(publisher, "question", {"text": "why  OUTREACH", "kind": "Motivational"})
    assert Question.objects.get().pk == question.pk
    assert Question.objects.get().kind == Kind.MOTIVATIONAL


def test_a_row_the_bank_does_not_know_becomes_a_draft(publisher: Client):
    role = make_role()
    make_topic(name="Budgets", description="").aliases.create(name="Money")
    bring_in(
        publisher,
        "question",
        {
            "text": "What does a bookmobile cost?",
            "topics": "money",
            "roles": "librarianship / community outreach librarian",
            "follow_ups": "A year? | A mile?",
            "benchmark_senior": "Knows the fuel.",
        },
    )
    question = Question.objects.get()
    assert (question.status, question.created_by.username) == (Status.DRAFT, "petra")
    assert [topic.name for topic in question.topics.all()] == ["Budgets"]
    assert [place.role for place in question.role_questions.all()] == [role]
    assert [probe.text for probe in question.follow_ups.order_by("position")] == ["A year?", "A mile?"]
    assert question.benchmarks.get().text == "Knows the fuel."


def test_a_hyphen_empties_a_cell(publisher: Client):
    question = make_question(text="Why?", purpose="Old.", topics=["Budgets"], follow_ups=["And?"], benchmarks={"mid": "So."})
    bring_in(publisher, "question", {"id": question.pk, "purpose": "-", "topics": "-", "follow_ups": "-", "benchmark_mid": "-"})
    question.refresh_from_db()
    assert question.purpose == ""
    assert not question.topics.exists()
    assert not question.follow_ups.exists()
    assert not question.benchmarks.exists()


def test_a_role_it_has_keeps_its_place_and_heading_and_a_new_one_comes_last(publisher: Client):
    old, new = make_role(title="Driver"), make_role(title="Cataloguer")
    heading = make_topic(name="Budgets")
    make_question(role=new)
    question = make_question(text="Why?", role=old, section=heading)
    place = question.role_questions.get()
    bring_in(publisher, "question", {"id": question.pk, "roles": "Librarianship / Driver | Librarianship / Cataloguer"})
    places = {place.role.title: place for place in question.role_questions.all()}
    assert (places["Driver"].pk, places["Driver"].section, places["Driver"].position) == (place.pk, heading, place.position)
    assert (places["Cataloguer"].section, places["Cataloguer"].position) == (None, 2)


def test_roles_come_in_by_group_and_title(publisher: Client):
    group = make_group()
    known = make_role(title="Driver", also_called=["Bookmobile Driver"])
    bring_in(
        publisher,
        "role",
        {"group": "librarianship", "title": "driver", "summary": "Drives.", "also_called": "", "featured": "yes"},
        {"group": "Librarianship", "title": "Archivist", "summary": "Keeps.", "also_called": "Keeper", "featured": ""},
    )
    known.refresh_from_db()
    assert (known.title, known.summary, known.featured) == ("driver", "Drives.", True)
    assert known.titles.get().name == "Bookmobile Driver"
    archivist = Role.objects.get(title="Archivist")
    assert (archivist.group, archivist.slug, archivist.status) == (group, "archivist", Status.DRAFT)
    assert archivist.titles.get().name == "Keeper"


def test_a_role_moves_to_another_group(publisher: Client):
    role = make_role(title="Guide")
    museum = make_group(name="Visitors", field=make_field(name="Museums"))
    bring_in(publisher, "role", {"id": role.pk, "field": "Museums", "group": "Visitors"})
    role.refresh_from_db()
    assert role.group == museum


def test_links_come_in_by_their_address(publisher: Client):
    known = make_link(title="ABOS", url="https://abos.example/", role=make_role())
    bring_in(
        publisher,
        "resourcelink",
        {"title": "Outreach services", "url": "HTTPS://abos.example", "kind": "toolkit", "roles": ""},
        {"title": "New", "url": "https://new.example/", "kind": "", "roles": "Librarianship / Community Outreach Librarian"},
    )
    known.refresh_from_db()
    assert (known.title, known.kind, known.role_links.count()) == ("Outreach services", LinkKind.TOOLKIT, 1)
    assert ResourceLink.objects.get(title="New").role_links.get().role == known.role_links.get().role


def test_each_change_is_a_revision_that_names_the_file(publisher: Client):
    changed, same = make_question(text="Changed?"), make_question(text="Same?")
    bring_in(
        publisher,
        "question",
        {"text": "Changed?", "purpose": "New."},
        {"text": "Same?", "purpose": ""},
        {"text": "New?", "purpose": "Fresh."},
        name="november.csv",
    )
    revision = Revision.objects.of(changed).first()
    assert (revision.reason, revision.author.username) == ("Imported from a table: november.csv.", "petra")
    assert revision.snapshot["purpose"] == "New."
    assert not Revision.objects.of(same).exists()
    new = Question.objects.get(text="New?")
    assert (new.revision, Revision.objects.of(new).get().reason) == (1, "Imported from a table: november.csv.")
    assert LogEntry.objects.filter(change_message="Imported from a table: november.csv.").count() == 2
