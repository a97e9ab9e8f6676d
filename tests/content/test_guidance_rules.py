"""lint_content on single questions: what is missing, too long, hard to read, repeated, or old before its time."""

import pytest

LONG = "The administration's interdepartmental representatives subsequently communicated exceedingly complicated considerations "


def test_a_guide_that_is_as_it_should_be_has_nothing_to_mend(folder):
    folder.write()
    assert folder.findings() == []


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"Kind": None}, "has no kind"),
        ({"Purpose": None}, "has no purpose"),
        ({"Avoid": None}, "has nothing to avoid"),
        ({"Points": ["asks the parent to help", "greets the child"]}, "has 2 points; write 3 to 6"),
        ({"Points": [f"takes step number {number}" for number in "ABCDEFG"]}, "has 7 points; write 3 to 6"),
        ({"Follow-up": "How would you prevent the next time?"}, "has 1 follow-ups; write 2 or more"),
        ({"Topics": None}, "has 0 topics, its heading included"),
        ({"Entry": "Names one case from a practicum or a desk."}, "has 1 of the three levels"),
    ],
)
def test_what_a_question_lacks_is_said_with_its_line(folder, question, message):
    path = folder.write({}, {"text": "Which book did you last press on a teen, and why that one?"} | question)
    [finding] = folder.findings("guidance")
    assert message in finding.message
    assert path.read_text().splitlines()[finding.line - 1].startswith("1. Which book")


def test_a_retired_question_is_left_alone(folder):
    folder.write({}, {"text": "Which book?", "Status": "retired", "Purpose": None})
    assert folder.findings() == []


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"text": "Why books?"}, "the question has 10 characters"),
        ({"text": f"What do you do when {'the shelf is empty and ' * 10} nobody helps?"}, "the question has"),
        ({"Purpose": "It shows patience."}, "the purpose has 18 characters"),
        ({"Points": ["asks", "greets the child by name", "asks the parent to help"]}, "the point has 4 characters"),
        ({"Avoid": "Scolding the parent while others listen, " * 6}, "the avoid has"),
    ],
)
def test_a_text_that_is_too_short_or_too_long_is_said(folder, question, message):
    folder.write(question)
    [found] = folder.messages("lengths")
    assert found.startswith(message)


def test_a_role_without_a_summary_is_said(folder):
    path = folder.write()
    path.write_text(path.read_text().replace("summary: Keeps a room where teens are welcome.\n", ""))
    assert folder.messages("lengths") == ["the summary has 0 characters, 20 to 200 are good"]


def test_guidance_that_is_hard_to_read_is_said_with_its_grade(folder):
    folder.write({"Purpose": LONG, "Points": [LONG, LONG[:-9], LONG[:-20]], "Avoid": LONG[4:]})
    [message] = folder.messages("reading-grade")
    assert "reads at school grade" in message


def test_a_sentence_in_more_than_three_questions_is_said_from_the_fourth_on(folder):
    shelves = ["the comics have been soaked", "a printer jams at noon", "the game night is full", "a bus of teens arrives"]
    texts = [f"It is Friday and {shelf}. What do you do?" for shelf in shelves]
    folder.write(*({"text": text, "Points": ["stays calm", text[17:-16], text[19:-16]]} for text in texts))
    found = [finding.message for finding in folder.findings("repetition") if "stays calm" in finding.message]
    assert found == ["“stays calm” stands in 4 places; say what is special here"]


def test_a_follow_up_counts_as_a_whole(folder):
    texts = ["The comics are soaked", "A printer jams at noon", "The game night is full", "A bus of teens arrives"]
    folder.write(*({"text": f"{text}. What now?", "Follow-up": [f"{text} twice. What then?", text]} for text in texts))
    assert not [message for message in folder.messages("repetition") if "what then" in message]


def test_a_purpose_that_says_the_question_again_is_said(folder):
    folder.write({"Purpose": "What you do first if a toddler has emptied a full shelf and a full cart."})
    [message] = folder.messages("echo")
    assert message.startswith("the purpose says the question again")


@pytest.mark.parametrize(("review", "findings"), [(None, 1), ("2026-11-25 by Ada Example", 0)])
def test_a_year_needs_the_day_of_a_review(folder, review, findings):
    folder.write({"Purpose": "The standard of 2024 changed what panels ask about small upsets.", "Reviewed": review})
    assert len(folder.findings("ageing")) == findings
