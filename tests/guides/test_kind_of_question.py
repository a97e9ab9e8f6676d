"""The wording of a question tells its kind."""

import pytest

from questions.guides.suggesting import kind_of
from questions.vocabulary import Kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.BEHAVIORAL, "Tell me about a time you missed a deadline."),
        (Kind.BEHAVIORAL, "Describe a situation when you disagreed with a colleague."),
        (Kind.BEHAVIORAL, "Give an example of when you’ve changed a plan."),
        (Kind.BEHAVIORAL, "Can you provide an example of a successful programme you have run?"),
        (Kind.BEHAVIORAL, "Have you ever made a mistake that others noticed?"),
        (Kind.SITUATIONAL, "What would you do if a visitor refused to leave?"),
        (Kind.SITUATIONAL, "How would you handle a budget cut?"),
        (Kind.SITUATIONAL, "Imagine that nobody comes to your first event."),
        (Kind.SITUATIONAL, "Suppose two colleagues quarrel."),
        (Kind.SITUATIONAL, "The van breaks down an hour before storytime. What do you do?"),
        (Kind.KNOWLEDGE, "How do you define community engagement?"),
        (Kind.KNOWLEDGE, "What is a needs assessment?"),
        (Kind.KNOWLEDGE, "Explain the difference between a goal and an outcome."),
        (Kind.EXPERIENCE, "What experience do you have working with diverse communities?"),
        (Kind.EXPERIENCE, "Describe your experience with grant writing."),
        (Kind.EXPERIENCE, "How many years have you worked with teens?"),
        (Kind.MOTIVATIONAL, "Why do you want to work here?"),
        (Kind.MOTIVATIONAL, "What interests you about this role?"),
        (Kind.GENERAL, "Tell me about yourself."),
        (Kind.GENERAL, "What are your strengths?"),
        (Kind.TO_ASK, "Do you have any questions for us?"),
    ],
)
def test_the_wording_tells_the_kind(kind: Kind, text: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize("text", ["Leadership", "", "Почему?", "Budget, budget, budget", "?!"])
def test_wording_that_says_nothing_gives_no_kind(text: str) -> None:
    assert kind_of(text) is None
