"""What an answer means: works, dead, or nobody can say."""

import pytest

from questions.editorial.links.fetching import Look
from questions.editorial.links.judging import LONGEST_DETAIL, judge
from questions.models.resource import CheckState

OK, UNSURE, DEAD, UNCHECKED = CheckState.OK, CheckState.UNSURE, CheckState.DEAD, CheckState.UNCHECKED


@pytest.mark.parametrize("status", [200, 203, 204, 206])
@pytest.mark.parametrize("was", list(CheckState))
def test_a_good_answer_works_whatever_was_before(status: int, was: CheckState):
    assert judge(Look(status), was=was, before=404) == (OK, OK, "")


@pytest.mark.parametrize("gone", [404, 410])
def test_gone_twice_in_a_row_is_dead_and_once_is_not(gone: int):
    assert judge(Look(gone), was=UNCHECKED, before=None)[:2] == (UNSURE, UNSURE)
    assert judge(Look(gone), was=OK, before=200)[:2] == (UNSURE, UNSURE)
    for before in (404, 410):
        seen, state, detail = judge(Look(gone), was=UNSURE, before=before)
        assert (seen, state) == (DEAD, DEAD)
        assert f"({gone})" in detail


def test_gone_with_another_trouble_between_is_not_twice_in_a_row():
    for before in (None, 403, 500):
        assert judge(Look(404), was=UNSURE, before=before).state is UNSURE


def test_what_an_earlier_address_answered_does_not_count():
    assert judge(Look(404), was=UNCHECKED, before=404).state is UNSURE


@pytest.mark.parametrize("status", [100, 302, 304, 400, 401, 403, 405, 412, 418, 429, 451, 500, 502, 503, 520, 999])
def test_any_other_answer_is_unsure_and_told_in_words(status: int):
    seen, state, detail = judge(Look(status), was=OK, before=200)
    assert (seen, state) == (UNSURE, UNSURE)
    assert f"({status})" in detail


def test_no_answer_is_unsure_and_says_why():
    assert judge(Look(fault="nobody knows its name"), was=OK, before=200) == (UNSURE, UNSURE, "nobody knows its name")


@pytest.mark.parametrize("look", [Look(403), Look(503), Look(fault="it took too long to answer")])
def test_a_dead_link_is_not_brought_back_by_a_passing_trouble(look: Look):
    seen, state, _ = judge(look, was=DEAD, before=404)
    assert (seen, state) == (UNSURE, DEAD)


def test_a_dead_link_stays_dead_after_a_trouble_between():
    assert judge(Look(404), was=DEAD, before=None)[:2] == (DEAD, DEAD)


def test_a_move_for_good_is_noted_whatever_the_answer():
    assert judge(Look(200, moved_to="https://new.example/"), was=OK, before=200).detail == "moved to https://new.example/"
    noted = judge(Look(403, moved_to="https://new.example/"), was=OK, before=200)
    assert noted.detail.endswith("(403); moved to https://new.example/")


def test_a_very_long_address_fits_into_the_column():
    look = Look(200, moved_to=f"https://new.example/{'x' * 5000}")
    assert len(judge(look, was=OK, before=200).detail) == LONGEST_DETAIL
