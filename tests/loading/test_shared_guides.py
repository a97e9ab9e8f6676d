"""A guide with ``roles`` in its front matter: its questions are stored once and placed in every role it is for."""

import pytest

from questions.guides.loading.dumping import dump_bank
from questions.guides.loading.importing import import_guides
from questions.models import Group, Question, Role

ASKS = "How do you keep what people borrow to yourself?"
PRIVACY = f"### Privacy\n\n1. {ASKS}\n   - Purpose: The law differs by state, and the habit must not.\n"


def shared(*roles: str) -> str:
    return "---\nroles:\n" + "".join(f"  - {role}\n" for role in roles) + f"---\n## Questions\n\n{PRIVACY}"


def asked_of() -> list[str]:
    return sorted(Question.objects.get(text=ASKS).roles.values_list("title", flat=True))


@pytest.fixture
def two_groups(tree):
    tree.write("Branch Manager.md", "# Branch Manager\n\n1. Who opens the building?\n")
    tree.write("Teen Librarian.md", "# Teen Librarian\n\n1. Who chose the snacks?\n")
    tree.write("Library and Information Science/Archives/Archivist.md", "# Archivist\n\n1. What is respect des fonds?\n")
    tree.write("Trades/Repair/Bicycle Mechanic.md", "# Bicycle Mechanic\n\n1. How do you true a wheel?\n")
    return tree


@pytest.mark.parametrize(
    ("entry", "titles"),
    [
        ("Teen Librarian", ["Teen Librarian"]),
        ("Archives/Archivist", ["Archivist"]),
        ("Librarianship/*", ["Branch Manager", "Teen Librarian"]),
        ("Library and Information Science/*/*", ["Archivist", "Branch Manager", "Teen Librarian"]),
        ("library and information science/*/*", ["Archivist", "Branch Manager", "Teen Librarian"]),
    ],
)
def test_it_is_for_a_role_a_group_or_a_field(two_groups, entry, titles):
    two_groups.write("Shared/Privacy.md", shared(entry))
    two_groups.load()
    assert asked_of() == titles


def test_its_questions_come_after_the_role_s_own_under_their_topic(two_groups):
    two_groups.write("A first file.md", shared("Librarianship/*"))
    two_groups.load()
    places = Role.objects.get(title="Teen Librarian").role_questions.order_by("position")
    assert [(place.question.text, place.section and place.section.name) for place in places] == [
        ("Who chose the snacks?", None),
        (ASKS, "Privacy"),
    ]


def test_a_role_that_asks_the_question_itself_has_it_once(two_groups):
    two_groups.write("Teen Librarian.md", f"# Teen Librarian\n\n1. {ASKS.lower()}\n")
    two_groups.write("Shared/Privacy.md", shared("Librarianship/*", "Teen Librarian"))
    two_groups.load()
    question = Question.objects.get(text__iexact=ASKS)
    assert question.role_questions.filter(role__title="Teen Librarian").count() == 1
    assert question.purpose.startswith("The law differs")


def test_importing_it_twice_changes_nothing(two_groups):
    two_groups.write("Shared/Privacy.md", shared("Librarianship/*"))
    two_groups.load()
    before = list(Question.objects.values())
    report = two_groups.load()
    assert list(Question.objects.values()) == before
    assert asked_of() == ["Branch Manager", "Teen Librarian"]
    [outcome] = [outcome for outcome in report.outcomes if outcome.path.name == "Privacy.md"]
    assert (outcome.in_words(), outcome.notes) == ("1 questions unchanged", [])


def test_a_role_that_joins_the_group_later_gets_them_too(two_groups):
    two_groups.write("Shared/Privacy.md", shared("Librarianship/*"))
    two_groups.load()
    two_groups.write("Adult Services Librarian.md", "# Adult Services Librarian\n\n1. Whom do you serve?\n")
    two_groups.load()
    assert asked_of() == ["Adult Services Librarian", "Branch Manager", "Teen Librarian"]


def test_what_an_editor_took_off_a_role_stays_off(two_groups):
    two_groups.write("Shared/Privacy.md", shared("Librarianship/*"))
    two_groups.load()
    Question.objects.get(text=ASKS).role_questions.filter(role__title="Teen Librarian").delete()
    two_groups.write("Adult Services Librarian.md", "# Adult Services Librarian\n\n1. Whom do you serve?\n")
    two_groups.load()
    assert asked_of() == ["Adult Services Librarian", "Branch Manager"]


def test_a_role_the_bank_does_not_have_is_named_with_its_line_and_the_others_are_served(two_groups):
    path = two_groups.write("Shared/Privacy.md", shared("Teen Librarian", "Space Librarian", "Space/*"))
    report = two_groups.load()
    assert asked_of() == ["Teen Librarian"]
    assert [line for line in report.details() if line.startswith(str(path))] == [
        f"{path}:4: no role is called “Space Librarian”: write “Group/Title” of a role in the bank, or import its guide too",
        f"{path}:5: the bank has no role of “Space/*”: import their guides too",
    ]


def test_a_role_it_waited_for_gets_its_questions_when_it_comes(two_groups):
    two_groups.write("Shared/Privacy.md", shared("Teen Librarian", "Space Librarian"))
    two_groups.load()
    two_groups.write("Space Librarian.md", "# Space Librarian\n\n1. Who shelves in orbit?\n")
    report = two_groups.load()
    assert asked_of() == ["Space Librarian", "Teen Librarian"]
    assert not [note for outcome in report.outcomes for note in outcome.notes]


def test_for_roles_that_are_all_unknown_it_is_not_read_and_says_so(tree):
    path = tree.write("Shared/Privacy.md", shared("Space Librarian"))
    report = tree.load_with_failures()
    [failure] = report.failures
    assert str(failure).startswith(f"{path}:3: no role is called “Space Librarian”")
    assert not Question.objects.exists()


def test_a_heading_of_its_own_makes_no_role_of_it(two_groups):
    two_groups.write("Shared/Privacy.md", shared("Teen Librarian").replace("## Questions", "# Shared by all\n\n## Questions"))
    two_groups.load()
    report = two_groups.load()
    assert not Role.objects.filter(title="Shared by all").exists()
    assert not Group.objects.filter(name="Shared").exists()
    assert not [what for outcome in report.outcomes for what in outcome.kept]


def test_written_out_it_stands_in_every_role_s_guide_and_is_read_back_as_one_question(two_groups, tmp_path):
    two_groups.write("Shared/Privacy.md", shared("Librarianship/*"))
    two_groups.load()
    out = tmp_path / "out"
    written = {path.name: path.read_text() for path in dump_bank(out)}
    assert [name for name, text in written.items() if ASKS in text] == ["Branch Manager.md", "Teen Librarian.md"]
    report = import_guides([out])
    assert not report.failures
    assert asked_of() == ["Branch Manager", "Teen Librarian"]
    assert {path.name: path.read_text() for path in dump_bank(tmp_path / "again")} == written
