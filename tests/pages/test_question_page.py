"""What a visitor reads on a question's own page."""

from django.test import Client

from questions.vocabulary import Kind, Status
from tests.factories import make_question, make_role, place_question

from .reading import links_of, text_of


def test_the_guidance_is_folded_away_until_it_is_wanted(visitor: Client):
    question = make_question(text="Why us?", purpose="To see.", points="- A fact", pitfalls="Flattery.", kind=Kind.MOTIVATIONAL)
    page = visitor.get(question.get_absolute_url())
    assert text_of(page, "h1") == ["Why us?"]
    assert text_of(page, ".kicker") == ["Interview question · Motivational"]
    assert text_of(page, "details") == [
        "Guidance for your answer Why it is asked To see. What a good answer covers A fact What marks it down Flattery."
    ]
    assert text_of(page, "details[open]") == []


def test_follow_ups_stand_in_order_and_benchmarks_from_entry_to_senior(visitor: Client):
    question = make_question(
        follow_ups=["First?", "Then?"], benchmarks={"senior": "A habit.", "mid": "A plan.", "entry": "A step."}
    )
    page = visitor.get(question.get_absolute_url())
    assert text_of(page, ".probes li") == ["First?", "Then?"]
    assert text_of(page, ".levels > div") == ["Entry A step.", "Mid A plan.", "Senior A habit."]


def test_its_topics_and_published_roles_are_linked(visitor: Client):
    question = make_question(role=make_role(title="Librarian"), topics=["Teens", "Budgets"])
    place_question(question=question, role=make_role(title="Archivist"))
    place_question(question=question, role=make_role(title="Secret", status=Status.DRAFT))
    page = visitor.get(question.get_absolute_url())
    assert links_of(page, ".tags a") == {"Budgets": "/topics/budgets/", "Teens": "/topics/teens/"}
    assert links_of(page, "section[aria-labelledby=roles] a") == {
        "Archivist": "/roles/archivist/",
        "Librarian": "/roles/librarian/",
    }


def test_a_question_of_very_many_roles_names_some_of_them(visitor: Client):
    question = make_question()
    for number in range(25):
        place_question(question=question, role=make_role(title=f"Role {number:02}"))
    page = visitor.get(question.get_absolute_url())
    assert len(links_of(page, "section[aria-labelledby=roles] a")) == 24
    assert text_of(page, "section[aria-labelledby=roles] p") == ["and in many other roles."]


def test_a_bare_question_has_nothing_to_unfold(visitor: Client):
    assert text_of(visitor.get(make_question().get_absolute_url()), "details, .hint") == []


def test_a_problem_with_the_question_is_one_link_from_its_report(visitor: Client):
    question = make_question()
    page = visitor.get(question.get_absolute_url())
    assert links_of(page, ".imprint a") == {"Report a problem": f"/report/?question={question.pk}"}


def test_the_way_back_leads_through_its_only_role(visitor: Client):
    page = visitor.get(make_question(role=make_role()).get_absolute_url())
    trail = ["Home", "Library and Information Science", "Librarianship", "Community Outreach Librarian"]
    assert list(links_of(page, ".trail a")) == trail
