"""Editors, publishers and an import at the same moment: nothing is lost, no chain is broken, nothing fails."""

from pathlib import Path
from typing import Any

from questions.editorial import bulk, editing, publishing, snapshots
from questions.editorial.editing import NotPossibleError, StaleError
from questions.guides.loading.importing import import_guides
from questions.models import Question, Revision, Role, RoleQuestion
from tests.admin.forms import filled
from tests.factories import make_finished_question, make_question, make_role
from tests.staff import browser_of, person

from .at_once import Together, alone

GUIDE = """# Reference Librarian

Answers questions.

## Questions

### Reference

1. How do you search?
   - Purpose: {purpose}
"""


def chain_is_whole(key: int) -> bool:
    """Numbers from 1 on without a gap, and the last accepted one is what is live."""
    question = Question.objects.get(pk=key)
    chain = list(Revision.objects.of(question).order_by("number"))
    last = [revision for revision in chain if revision.state == "accepted"][-1]
    live = snapshots.read(Question, [key])[key]
    whole = [revision.number for revision in chain] == list(range(1, len(chain) + 1))
    return whole and question.revision == last.number and snapshots.essence(last.snapshot) == snapshots.essence(live)


def test_two_editors_who_save_at_once_one_is_told(together: Together):
    def prepare() -> tuple[int, dict]:
        question = make_question(status="draft")
        person("ed"), person("eve")
        return question.pk, snapshots.read(Question, [question.pk])[question.pk]

    key, snapshot = alone(together, prepare)

    def save(name: str) -> Any:
        question = Question.objects.get(pk=key)
        return editing.save(question, snapshot | {"purpose": f"{name}'s"}, by=person(name), base=0)

    results = together(lambda: save("ed"), lambda: save("eve"))
    assert sorted(type(result).__name__ for result in results) == ["Saved", "StaleError"]
    winner = "ed" if not isinstance(results[0], StaleError) else "eve"
    assert alone(together, lambda: Question.objects.get(pk=key).purpose) == f"{winner}'s"
    assert alone(together, lambda: chain_is_whole(key))


def test_two_forms_sent_at_once_one_comes_back_with_both_versions(together: Together):
    def prepare() -> tuple[str, dict, dict]:
        address = f"/admin/questions/question/{make_question(status='draft').pk}/change/"
        return address, *(filled(browser_of(name).get(address), purpose=f"{name}'s") for name in ("ed", "eve"))

    address, eds, eves = alone(together, prepare)
    browsers = alone(together, lambda: (browser_of("ed"), browser_of("eve")))
    pages = together(lambda: browsers[0].post(address, eds), lambda: browsers[1].post(address, eves))
    assert sorted(page.status_code for page in pages) == [200, 302]
    [refused] = [page for page in pages if page.status_code == 200]
    assert "Somebody else saved this" in refused.content.decode()


def test_two_publishers_accept_once(together: Together):
    def prepare() -> int:
        question = make_finished_question(status="published")
        snapshot = snapshots.read(Question, [question.pk])[question.pk]
        editing.save(question, snapshot | {"purpose": "New."}, by=person("ed"), base=0)
        person("pat"), person("sue")
        return question.pk

    key = alone(together, prepare)

    def accept(name: str) -> None:
        editing.accept(Revision.objects.get(thing=key, number=2), by=person(name))

    results = together(lambda: accept("pat"), lambda: accept("sue"))
    assert sum(isinstance(result, NotPossibleError) for result in results) == 1
    assert [result for result in results if result is not None and not isinstance(result, NotPossibleError)] == []
    assert alone(together, lambda: chain_is_whole(key))


def test_publishing_and_bulk_changes_of_the_same_questions_wait_for_each_other(together: Together):
    def prepare() -> tuple[list[int], Role]:
        role = make_role()
        return [make_finished_question(role=role).pk for _ in range(6)], make_role(title="Archivist")

    keys, other = alone(together, prepare)
    alone(together, lambda: (person("pat"), person("sue")))

    def chosen(order: str) -> Any:
        return Question.objects.filter(pk__in=keys).order_by(order)

    results = together(
        lambda: publishing.publish(chosen("pk"), by=person("pat")),
        lambda: publishing.publish(chosen("-pk"), by=person("sue")),
        lambda: bulk.add_roles(chosen("-pk"), [other], by=person("pat")),
    )
    assert [result for result in results if isinstance(result, Exception)] == []
    assert sum(len(result.done) for result in results[:2]) == 6
    assert alone(together, lambda: all(chain_is_whole(key) for key in keys))
    places = alone(together, lambda: list(RoleQuestion.objects.filter(role=other).values_list("position", flat=True)))
    assert sorted(places) == [1, 2, 3, 4, 5, 6]


def test_an_import_during_an_edit_leaves_what_the_editor_wrote(together: Together, tmp_path: Path):
    guide = tmp_path / "Libraries" / "Librarianship" / "Reference Librarian.md"
    guide.parent.mkdir(parents=True)

    def prepare() -> tuple[int, dict]:
        guide.write_text(GUIDE.format(purpose="First."), encoding="utf-8")
        assert import_guides([guide]).failures == []
        person("pat")
        question = Question.objects.get()
        guide.write_text(GUIDE.format(purpose="Second."), encoding="utf-8")
        return question.pk, snapshots.read(Question, [question.pk])[question.pk]

    key, snapshot = alone(together, prepare)

    def edit() -> Any:
        question = Question.objects.get(pk=key)
        return editing.save(question, snapshot | {"pitfalls": "Guessing."}, by=person("pat"), base=question.revision)

    edited, report = together(edit, lambda: import_guides([guide]))
    assert report.failures == []
    question = alone(together, lambda: Question.objects.get(pk=key))
    if isinstance(edited, StaleError):  # the import came first: the editor is told, and nothing is half done
        assert (question.purpose, question.pitfalls) == ("Second.", "")
    else:
        assert question.pitfalls == "Guessing."
    assert alone(together, lambda: chain_is_whole(key))
