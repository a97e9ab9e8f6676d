"""Guides that come in at the same moment, and editors who change what they speak of."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from questions.guides.loading.importing import import_guides
from questions.models import GuideImport, Question, RoleQuestion
from tests.factories import make_question, make_role
from tests.staff import browser_of
from tests.uploads.conftest import UPLOAD, zipped

from .at_once import Together, alone, broken_chains, pages, told

ATTEMPTS = pytest.mark.parametrize("attempt", range(4))
QUESTIONS = "/admin/questions/question/"
PLACE = "Libraries/Librarianship"


def guide(title: str, numbers: Any, purpose: str = "") -> str:
    lines = [f"{place}. Why would you do {number}?" for place, number in enumerate(numbers, start=1)]
    said = f"\n    - Purpose: {purpose}" if purpose else ""
    return f"# {title}\n\nLooks after things.\n\n## Questions\n\n### Care\n\n" + "\n".join(f"{line}{said}" for line in lines)


def uploaded(name: str, file: str, content: str) -> Callable[[], HttpResponse]:
    """The guide, sent by ``name`` and ready to be imported."""
    browser, sent = browser_of(name), SimpleUploadedFile(f"{file}.zip", zipped({f"{PLACE}/{file}.md": content}))
    report = browser.post(UPLOAD, {"file": sent, "as_draft": "on"}, follow=True)
    address = f"{UPLOAD}{report.context['upload'].pk}/import/"
    return lambda: browser.post(address, {"as_draft": "on"})


@ATTEMPTS
def test_two_uploads_with_the_same_new_questions_in_another_order(together: Together, attempt: int):
    def prepare() -> list[Callable[[], HttpResponse]]:
        return [
            uploaded("pat", "Archivist", guide("Archivist", range(40))),
            uploaded("sue", "Curator", guide("Curator", reversed(range(40)))),
        ]

    pages(together(*alone(together, prepare)))
    assert alone(together, lambda: (Question.objects.count(), RoleQuestion.objects.count())) == (40, 80)
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_two_uploads_that_change_the_same_questions_in_another_order(together: Together, attempt: int):
    def prepare() -> list[Callable[[], HttpResponse]]:
        for name, order in (("Archivist", range(12)), ("Curator", reversed(range(12)))):
            uploaded("pat", name, guide(name, order))()
        return [
            uploaded("pat", "Archivist", guide("Archivist", range(12), "Shows care.")),
            uploaded("sue", "Curator", guide("Curator", reversed(range(12)), "Shows care.")),
        ]

    pages(together(*alone(together, prepare)))
    assert alone(together, lambda: Question.objects.filter(purpose="Shows care.").count()) == 12
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_one_upload_imported_twice_comes_in_once(together: Together, attempt: int):
    call = alone(together, lambda: uploaded("pat", "Archivist", guide("Archivist", range(5))))
    answers = pages(together(call, call))
    assert sorted("is not there any more" in told(page) for page in answers) == [False, True]
    assert alone(together, lambda: (Question.objects.count(), GuideImport.objects.count())) == (5, 1)
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_an_import_while_its_questions_are_published_from_the_list(together: Together, tmp_path: Path, attempt: int):
    file = tmp_path / PLACE / "Archivist.md"
    file.parent.mkdir(parents=True)

    def prepare() -> Callable[[], HttpResponse]:
        keys = [make_question(text=f"Why would you do {number}?", purpose="Care.", status="draft").pk for number in range(12)]
        file.write_text(guide("Archivist", reversed(range(12))), encoding="utf-8")
        assert import_guides([file]).failures == []
        file.write_text(guide("Archivist", reversed(range(12)), "Shows care."), encoding="utf-8")
        sue, sent = browser_of("sue"), {"action": "change_kind", "_selected_action": keys, "apply": "yes", "value": "situational"}
        return lambda: sue.post(QUESTIONS, sent)

    changed, report = together(alone(together, prepare), lambda: import_guides([file]))
    pages([changed])
    assert not isinstance(report, Exception), report
    assert report.failures == []
    assert alone(together, lambda: Question.objects.filter(kind="situational").count()) == 12
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_an_import_that_rewords_its_role_while_questions_go_into_it(together: Together, tmp_path: Path, attempt: int):
    """The import takes the role first and its questions then; the list takes the questions first."""
    file = tmp_path / PLACE / "Archivist.md"
    file.parent.mkdir(parents=True)

    def prepare() -> Callable[[], HttpResponse]:
        file.write_text(guide("Archivist", range(12)), encoding="utf-8")
        assert import_guides([file]).failures == []
        file.write_text(guide("Archivist", range(12), "Shows care.").replace("Looks after", "Cares for"), encoding="utf-8")
        keys, [role] = list(Question.objects.values_list("pk", flat=True)), GuideImport.objects.values_list("role", flat=True)
        other = make_role(title="Curator")
        sent = {"action": "add_roles", "_selected_action": keys, "apply": "yes", "value": [role, other.pk]}
        sue = browser_of("sue")
        return lambda: sue.post(QUESTIONS, sent)

    added, report = together(alone(together, prepare), lambda: import_guides([file]))
    pages([added])
    assert not isinstance(report, Exception), report
    assert report.failures == []
    assert alone(together, RoleQuestion.objects.count) == 24
    assert alone(together, broken_chains) == []
