"""Tables that come in at the same moment: all of one or nothing of it, and who came second is told."""

from collections.abc import Callable
from typing import Any

import pytest

from questions.models import Question, RoleLink
from tests.admin.forms import filled
from tests.factories import make_link, make_question, make_role
from tests.staff import browser_of
from tests.tables.sending import choose, confirm, csv_of

from .at_once import Together, alone, broken_chains, pages, told

ATTEMPTS = pytest.mark.parametrize("attempt", range(4))
# What the second one is told: before anything of theirs was written.
SECOND = ("somebody saved since the report", "The bank refused this row", "The bank has this already", "That table is gone")


def lost(page: Any) -> bool:
    return any(words in told(page) for words in SECOND)


def ready(name: str, *rows: dict[str, Any], model: str = "question") -> Callable[[], Any]:
    """The table of ``rows``, looked at by the publisher ``name`` and ready to be confirmed."""
    browser = browser_of(name)
    report = choose(browser, model, csv_of(*rows), name=f"{name}.csv")
    return lambda: confirm(browser, model, report)


@ATTEMPTS
def test_the_same_table_sent_twice_is_taken_in_once(together: Together, attempt: int):
    rows = [{"text": f"Why would you do {number}?", "purpose": "Shows sense."} for number in range(8)]
    calls = alone(together, lambda: [ready(name, *rows) for name in ("pat", "sue")])
    answers = pages(together(*calls))
    assert sorted(map(lost, answers)) == [False, True]
    assert alone(together, Question.objects.count) == 8
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_one_button_pressed_twice_imports_once(together: Together, attempt: int):
    call = alone(together, lambda: ready("pat", {"text": "Why a van?"}, {"text": "Why a bus?"}))
    answers = pages(together(call, call))
    assert sorted(map(lost, answers)) == [False, True]
    assert alone(together, Question.objects.count) == 2
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_new_rows_in_the_opposite_order(together: Together, attempt: int):
    rows = [{"text": f"Why would you do {number}?"} for number in range(30)]
    calls = alone(together, lambda: [ready("pat", *rows), ready("sue", *reversed(rows))])
    answers = pages(together(*calls))
    assert sorted("somebody saved since the report" in told(page) for page in answers) == [False, True]
    assert alone(together, Question.objects.count) == 30
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_tables_that_overlap_in_what_they_change(together: Together, attempt: int):
    def prepare() -> list[Callable[[], Any]]:
        keys = [make_question(text=f"Why would you do {number}?").pk for number in range(6)]
        pats = [{"id": key, "purpose": "Pat's."} for key in keys[:4]]
        sues = [{"id": key, "purpose": "Sue's."} for key in reversed(keys[2:])]
        return [ready("pat", *pats), ready("sue", *sues)]

    answers = pages(together(*alone(together, prepare)))
    assert sorted(map(lost, answers)) == [False, True]
    written = alone(together, lambda: list(Question.objects.order_by("pk").values_list("purpose", flat=True)))
    assert written in (["Pat's."] * 4 + [""] * 2, [""] * 2 + ["Sue's."] * 4)
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_a_table_while_an_editor_saves_one_of_its_rows(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        keys = [make_question(status="draft").pk for _ in range(3)]
        page, ed = f"/admin/questions/question/{keys[1]}/change/", browser_of("ed")
        form = filled(ed.get(page), purpose="Ed's.")
        return keys[1], ready("pat", *({"id": key, "purpose": "Pat's."} for key in keys)), lambda: ed.post(page, form)

    key, imports, edits = alone(together, prepare)
    table, form = pages(together(imports, edits))
    purpose = alone(together, lambda: Question.objects.get(pk=key).purpose)
    assert [lost(table), "Somebody else saved this" in told(form)] == [purpose == "Ed's.", purpose == "Pat's."]
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_a_table_of_links_while_a_role_is_given_one_of_them(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        role, link = make_role(title="Archivist"), make_link()
        named, page, pat = f"{role.group} / {role.title}", f"/admin/questions/role/{role.pk}/change/", browser_of("pat")
        rows = {"role_links-TOTAL_FORMS": 1, "role_links-0-link": link.pk, "role_links-0-position": 7}
        form = filled(pat.get(page)) | rows
        return ready("sue", {"id": link.pk, "roles": named}, model="resourcelink"), lambda: pat.post(page, form)

    table, form = pages(together(*alone(together, prepare)))
    [position] = alone(together, lambda: list(RoleLink.objects.values_list("position", flat=True)))
    assert [lost(table), "Somebody else saved this" in told(form)] == [position == 7, position == 1]
    assert alone(together, broken_chains) == []
