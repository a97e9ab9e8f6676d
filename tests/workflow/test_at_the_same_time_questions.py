"""Questions merged, published, retired and edited by several people at the same moment."""

from typing import Any

import pytest

from questions.models import NearDuplicate, Question
from tests.admin.forms import filled
from tests.factories import make_finished_question, make_link, make_question, make_role
from tests.staff import browser_of

from .at_once import Together, alone, broken_chains, pages, told

ATTEMPTS = pytest.mark.parametrize("attempt", range(4))
QUESTIONS = "/admin/questions/question/"
STALE = "Somebody else saved this"


@ATTEMPTS
@pytest.mark.parametrize("edited", ["the one that goes", "the one that stays"])
def test_two_are_merged_while_one_of_them_is_edited(together: Together, edited: str, attempt: int):
    def prepare() -> tuple[Any, ...]:
        gone = make_question(text="Gone?", purpose="From it.", status="draft")
        stays = make_question(text="Stays?", status="draft")
        pair = NearDuplicate.objects.create(first=gone, second=stays, similarity=0.9)
        question, ed, pat = gone if edited == "the one that goes" else stays, browser_of("ed"), browser_of("pat")
        page, merge = f"{QUESTIONS}{question.pk}/change/", f"/admin/questions/nearduplicate/{pair.pk}/merge/"
        form = filled(ed.get(page), pitfalls="Ed's.")
        return lambda: ed.post(page, form), lambda: pat.post(merge, {"stays": stays.pk})

    saved, _ = pages(together(*alone(together, prepare)))
    gone, stays = alone(together, lambda: list(Question.objects.order_by("pk")))
    assert (gone.merged_into_id, gone.status, stays.purpose) == (stays.pk, "retired", "From it.")
    # Saved first it is part of the merge; else Ed is told.
    assert stays.pitfalls == ("" if STALE in told(saved) else "Ed's.")
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_many_are_published_while_one_of_them_is_retired(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        keys = [make_finished_question().pk for _ in range(6)]
        pat, sue = browser_of("pat"), browser_of("sue")
        retire = {"CHANGE_FORM-action": "retire", "_selected_action": keys[3], "apply": "yes"}
        return (
            keys[3],
            lambda: pat.post(QUESTIONS, {"action": "publish", "_selected_action": keys}),
            lambda: sue.post(f"{QUESTIONS}{keys[3]}/change/", retire),
        )

    key, publish, retire = alone(together, prepare)
    published, retired = pages(together(publish, retire))
    # Either order is a right one, and each of the two was done and says so.
    assert ["Published: 6 questions." in told(published), "Retired: 1 question." in told(retired)] == [True, True]
    others = alone(together, lambda: list(Question.objects.exclude(pk=key).values_list("status", flat=True)))
    assert others == ["published"] * 5
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_one_form_publishes_while_another_saves(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        question, ed, pat = make_finished_question(), browser_of("ed"), browser_of("pat")
        page = f"{QUESTIONS}{question.pk}/change/"
        eds, pats = filled(ed.get(page), pitfalls="Ed's."), filled(pat.get(page), points="Pat's.") | {"_save": "publish"}
        return lambda: ed.post(page, eds), lambda: pat.post(page, pats)

    saved, published = pages(together(*alone(together, prepare)))
    assert sorted(STALE in told(page) for page in (saved, published)) == [False, True]
    question = alone(together, Question.objects.get)
    assert (question.pitfalls, question.points, question.status) == (
        ("", "Pat's.", "published") if STALE in told(saved) else ("Ed's.", "", "draft")
    )
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_a_role_and_a_link_are_given_to_each_other_from_both_sides(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        role, link, pat, sue = make_role(), make_link(), browser_of("pat"), browser_of("sue")
        pages_of = [f"/admin/questions/role/{role.pk}/change/", f"/admin/questions/resourcelink/{link.pk}/change/"]
        row = {"role_links-TOTAL_FORMS": 1, "role_links-0-role": role.pk, "role_links-0-link": link.pk}
        forms = [filled(pat.get(pages_of[0])) | row, filled(sue.get(pages_of[1])) | row]
        return lambda: pat.post(pages_of[0], forms[0]), lambda: sue.post(pages_of[1], forms[1])

    answers = pages(together(*alone(together, prepare)))
    assert sorted(STALE in told(page) for page in answers) == [False, True]
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_two_authors_write_the_same_text(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        role = make_role()
        browsers = [browser_of(name) for name in ("ann", "abe")]
        page = f"{QUESTIONS}add/"
        forms = [filled(browser.get(page), text="Why a van?", **{"role_questions-0-role": role.pk}) for browser in browsers]
        return tuple(
            lambda browser=browser, form=form: browser.post(page, form) for browser, form in zip(browsers, forms, strict=True)
        )

    results = pages(together(*alone(together, prepare)))
    assert sorted(page.status_code for page in results) == [200, 302]
    [second] = [page for page in results if page.status_code == 200]
    assert "The bank has this question already" in second.content.decode()
    assert alone(together, Question.objects.count) == 1
