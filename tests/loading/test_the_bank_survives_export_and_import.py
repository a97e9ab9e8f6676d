"""Everything the bank knows can be written out, and read into an empty database as the same bank."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from questions.guides.loading.dumping import dump_bank
from questions.guides.loading.importing import import_guides
from questions.models import Field, FormerSlug, Group, GuideImport, Question, ResourceLink, Role, RoleTitle, Topic, TopicAlias
from questions.vocabulary import Status
from tests.factories import make_group, make_link, make_question, make_role, make_topic, place_question


def dumped(folder: Path) -> dict[str, bytes]:
    for _path in dump_bank(folder):
        pass
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def empty_the_bank() -> None:
    for model in (GuideImport, FormerSlug, Question, ResourceLink, Role, Group, Field, TopicAlias, Topic):
        model.objects.all().delete()


def test_a_bank_with_everything_comes_back_byte_for_byte(db, tmp_path):
    engagement = make_topic(name="Community engagement", description="How you meet people.", phrases="engagement\nbuild trust")
    TopicAlias.objects.create(topic=engagement, name="Outreach work")
    role = make_role(
        also_called=["Outreach Librarian", "Library: Outreach & More"],
        summary="Takes the library out.",
        description="First paragraph.\n\n## A heading\n\n- a list\n- of two",
        interview="A panel of **three**.",
        onet_soc_code="25-4022.00",
        featured=True,
        reviewed_on="2026-11-01",
        reviewed_by="Erin",
    )
    role.slug = "outreach"
    role.save()
    twin = make_role(title="Community Outreach Librarian", group=make_group(name="Social work"), status=Status.DRAFT)
    shared = make_question(
        text="How do you define *community* engagement?",
        kind="knowledge",
        topics=[engagement, "Diversity"],
        section=engagement,
        role=role,
        purpose="Why: it shows.",
        points="- one\n- two",
        pitfalls="Purpose: none",
        follow_ups=["And then?", "1. Really?"],
        benchmarks={"senior": "Leads.", "entry": "Listens."},
        source_kind="suggested",
        source_name="A reader (of ours)",
        reviewed_on="2026-10-01",
        reviewed_by="Sam",
    )
    place_question(question=shared, role=twin)
    make_question(text="No topic, no guidance", role=role, status=Status.RETIRED)
    make_question(text="Of no role at all?", topics=["Diversity"])
    make_link(role=role, topics=[engagement], note="Good [stuff]", url="https://library.example/a_(b)")
    make_link(title="Of no role", status=Status.DRAFT)
    first = dumped(tmp_path / "first")
    empty_the_bank()
    assert not import_guides([tmp_path / "first"]).failures
    assert dumped(tmp_path / "second") == first
    assert Role.objects.count() == 2
    assert RoleTitle.objects.count() == 2
    assert FormerSlug.objects.current_for("role", "community-outreach-librarian") == "outreach"
    assert Question.objects.get(text__startswith="How do you").roles.count() == 2
    assert Question.objects.get(text="Of no role at all?").is_published


def test_importing_an_export_into_the_same_bank_changes_nothing(tree, outreach, tmp_path):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    before = dumped(tmp_path / "first")
    import_guides([tmp_path / "first"])
    assert dumped(tmp_path / "second") == before


def test_one_role_can_be_exported_alone(db, tmp_path):
    make_question(text="Why outreach?", role=make_role())
    make_role(title="Another")
    call_command("export_guides", str(tmp_path), "--role", "community-outreach-librarian")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in files] == ["Community Outreach Librarian.md"]
    assert "Why outreach?" in files[0].read_text()


def test_an_unknown_role_is_an_error_that_says_what_to_give(db, tmp_path):
    with pytest.raises(CommandError, match=r"no role with the address “nobody”"):
        call_command("export_guides", str(tmp_path), "--role", "nobody")


def test_titles_that_are_no_file_names_are_exported_all_the_same(db, tmp_path):
    for title in ("A/B Tester", "A:B Tester", "..", "C++ Developer?"):
        make_question(role=make_role(title=title))
    first = dumped(tmp_path / "first")
    empty_the_bank()
    import_guides([tmp_path / "first"])
    assert sorted(role.title for role in Role.objects.all()) == ["..", "A/B Tester", "A:B Tester", "C++ Developer?"]
    assert dumped(tmp_path / "second") == first
