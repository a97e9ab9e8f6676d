"""Quizzes from a learning platform through the admin: a list in GIFT or Aiken is reported first, and then imported."""

from typing import NamedTuple

import pytest

from questions.models import Question, Role
from tests.uploads.conftest import import_it, zipped

PLACE = {"field": "Libraries", "group": "Cataloguing"}
TEXT, RIGHT = "What does a shelf mark say?", "Where a book stands"


class Quiz(NamedTuple):
    name: str
    content: str
    questions: int


GIFT = f"{TEXT} {{={RIGHT} ~How old it is}}\n\nTell us about yourself. {{}}\n"
AIKEN = f"{TEXT}\nA. {RIGHT}\nB. How old it is\nANSWER: A\n"

each_quiz = pytest.mark.parametrize(
    "quiz",
    [Quiz("Cataloguer.gift", GIFT, 2), Quiz("Cataloguer.txt", GIFT, 2), Quiz("Cataloguer.txt", AIKEN, 1)],
    ids=["gift", "gift as text", "aiken"],
)


@each_quiz
def test_the_report_on_a_quiz_counts_its_questions_and_writes_nothing(pat, send, quiz: Quiz):
    page = send(pat, quiz.name, quiz.content, as_draft="on", **PLACE)
    said = page.content.decode()
    assert "Nothing has been imported yet" in said
    assert "Cataloguer" in said
    assert f"{quiz.questions} questions new" in said
    assert "Import this" in said
    assert not Role.objects.exists()
    assert not Question.objects.exists()


@each_quiz
def test_a_quiz_becomes_drafts_of_its_role_with_the_right_answer_as_point(pat, send, quiz: Quiz):
    report = send(pat, quiz.name, quiz.content, as_draft="on", **PLACE)
    import_it(pat, report, as_draft="True", **PLACE)
    role = Role.objects.get()
    assert (role.group.field.name, role.group.name, role.title) == ("Libraries", "Cataloguing", "Cataloguer")
    question = role.questions.get(text=TEXT)
    assert (question.points, question.status) == (RIGHT, "draft")


def test_quizzes_come_in_a_zip_as_well(pat, send):
    files = {"Libraries/Cataloguing/Cataloguer.gift": GIFT, "Libraries/Reference/Desk.txt": AIKEN.replace("shelf", "book")}
    import_it(pat, send(pat, "quizzes.zip", zipped(files)))
    assert {role.title for role in Role.objects.all()} == {"Cataloguer", "Desk"}


def test_a_quiz_that_breaks_off_is_named_and_not_imported(pat, send):
    said = send(pat, "Cataloguer.gift", "Which? {=this ~that", **PLACE).content.decode()
    assert "Not read" in said
    assert "Import this" not in said


def test_the_form_offers_to_choose_quizzes(pat):
    assert ".gift" in pat.get("/admin/questions/guideimport/upload/").content.decode()
