"""A form that is both too late and faulty comes back with everything typed, and what is wrong with it."""

import pytest

from questions.models import Question
from tests.admin.forms import errors, filled
from tests.factories import make_question, make_role
from tests.revisions.edits import edit
from tests.staff import browser_of, person

FAULTS = {
    "a place that is no number": {"follow_ups-0-text": "And then?", "follow_ups-0-position": "abc"},
    "a level without a text": {"benchmarks-TOTAL_FORMS": 1, "benchmarks-0-level": "entry"},
    "a role that is none": {"role_questions-TOTAL_FORMS": 1, "role_questions-0-role": "999", "role_questions-0-position": 3},
    "a heading that is none": {"role_questions-TOTAL_FORMS": 1, "role_questions-0-section": "999"},
    "no text": {"text": ""},
    "a topic that is none": {"topics": ["999"]},
    "a day that is none": {"reviewed_on": "tomorrow"},
    "rows that cannot be counted": {"follow_ups-TOTAL_FORMS": "x"},
    "more rows than a form has": {"follow_ups-TOTAL_FORMS": 5_000},
}


@pytest.mark.parametrize("typed", FAULTS.values(), ids=FAULTS.keys())
def test_it_is_told_both(db: None, typed: dict):
    question, ed = make_question(status="draft", purpose="Old."), browser_of("ed")
    page = f"/admin/questions/question/{question.pk}/change/"
    data = filled(ed.get(page), purpose="Ed's.") | typed
    if "role_questions-0-section" in typed:
        data |= {"role_questions-0-role": make_role().pk}
    edit(question, by=person("eve"), purpose="Eve's.")
    answer = ed.post(page, data)
    assert "Somebody else saved this" in errors(answer)
    assert "Ed&#x27;s." in answer.content.decode()
    assert Question.objects.get().purpose == "Eve's."
