"""What a visitor reads on a role's page."""

from django.test import Client

from questions.vocabulary import Kind, LinkKind, Status
from tests.factories import make_group, make_link, make_question, make_role, make_topic, place_question

from .reading import text_of


def test_the_role_says_what_it_is_and_how_the_interview_goes(visitor: Client):
    role = make_role(summary="Takes the library out.", description="Routes and **vans**.", interview="A panel of three.")
    page = visitor.get(role.get_absolute_url())
    assert text_of(page, "h1") == ["Community Outreach Librarian"]
    assert text_of(page, "main .lede") == ["Takes the library out."]
    assert text_of(page, ".chapter") == ["About the work Routes and vans.", "How the interview usually goes A panel of three."]


def test_other_titles_are_named(visitor: Client):
    page = visitor.get(make_role(also_called=["Outreach Librarian", "Bookmobile Librarian"]).get_absolute_url())
    assert "Also called Outreach Librarian, Bookmobile Librarian" in text_of(page, ".facts")


def test_questions_stand_under_their_section(visitor: Client):
    role = make_role()
    partners, teens = make_topic(name="Partnerships"), make_topic(name="Teens")
    make_question(text="First?", role=role, topics=[partners], section=teens)
    make_question(text="Second?", role=role, topics=[teens], section=partners)
    make_question(text="Third?", role=role, topics=[partners], section=teens)
    page = visitor.get(role.get_absolute_url())
    assert text_of(page, ".topic h3") == ["Teens", "Partnerships"]
    assert text_of(page, ".topic .asks") == ["First?", "Third?", "Second?"]


def test_a_question_without_a_section_stands_under_its_topic_that_is_most_common_in_the_role(visitor: Client):
    role = make_role()
    make_question(text="First?", role=role, topics=["Teens", "Budgets"])
    make_question(text="Second?", role=role, topics=["Teens"])
    assert text_of(visitor.get(role.get_absolute_url()), ".topic h3") == ["Teens"]


def test_a_question_without_a_topic_stands_among_the_other_questions_at_the_end(visitor: Client):
    role = make_role()
    make_question(text="First?", role=role)
    make_question(text="Second?", role=role, topics=["Teens"])
    assert text_of(visitor.get(role.get_absolute_url()), ".topic h3") == ["Teens", "Other questions"]


def test_a_question_opens_in_place_with_all_its_guidance(visitor: Client):
    role = make_role()
    make_question(
        text="Why us?",
        role=role,
        purpose="It tests interest.",
        points="- A fact",
        pitfalls="Flattery.",
        follow_ups=["And then?"],
        benchmarks={"entry": "One reason."},
        kind=Kind.MOTIVATIONAL,
    )
    (question,) = text_of(visitor.get(role.get_absolute_url()), "details.question")
    assert question.startswith(
        "Why us? Motivational Why it is asked It tests interest. What a good answer covers A fact What they may ask next "
        "And then? What marks it down Flattery. What good sounds like Entry One reason."
    )
    assert question.endswith("Link to this question Report a problem")


def test_questions_that_have_no_topic_at_all_need_no_heading(visitor: Client):
    role = make_role()
    make_question(text="Why?", role=role)
    page = visitor.get(role.get_absolute_url())
    assert text_of(page, ".asks") == ["Why?"]
    assert text_of(page, ".topic h3") == []


def test_drafts_and_retired_questions_are_neither_shown_nor_counted(visitor: Client):
    role = make_role()
    make_question(text="Public?", role=role)
    for status in (Status.DRAFT, Status.REVIEW, Status.RETIRED):
        make_question(text=f"Hidden {status}?", role=role, status=status)
    page = visitor.get(role.get_absolute_url())
    assert text_of(page, ".asks") == ["Public?"]
    assert text_of(page, "h2#questions") == ["1 question"]


def test_fifty_questions_are_a_page_and_a_heading_says_that_it_continues(visitor: Client):
    role = make_role()
    topic = make_topic(name="Teens")
    for number in range(51):
        make_question(text=f"Question {number}?", role=role, section=topic)
    first, second = (visitor.get(role.get_absolute_url(), {"page": number}) for number in (1, 2))
    assert len(text_of(first, ".asks")) == 50
    assert text_of(second, ".asks") == ["Question 50?"]
    assert text_of(second, ".topic h3") == ["Teens continued"]


def test_the_contents_lead_to_headings_on_other_pages_too(visitor: Client):
    role = make_role()
    for _ in range(50):
        make_question(role=role, section=make_topic(name="Teens"))
    make_question(role=role, section=make_topic(name="Budgets"))
    page = visitor.get(role.get_absolute_url()).text
    assert 'href="#on-teens"' in page
    assert 'href="?page=2#on-budgets"' in page


def test_links_are_grouped_by_kind_and_hidden_ones_left_out(visitor: Client):
    role = make_role()
    make_link(role=role, title="A course", kind=LinkKind.TRAINING)
    make_link(role=role, title="An association", kind=LinkKind.ASSOCIATION, note="Join it.")
    make_link(role=role, title="A draft", status=Status.DRAFT)
    page = visitor.get(role.get_absolute_url())
    assert text_of(page, "section[aria-labelledby=resources] h3") == ["Associations", "Courses and training"]
    assert text_of(page, ".links > li") == ["An association Join it.", "A course"]


def test_neighbours_are_the_nearest_published_roles_of_the_group(visitor: Client):
    for title in ("Archivist", "Bindery Clerk", "Cataloger", "Driver", "Editor", "Film Archivist", "Guide", "Host"):
        make_role(title=title)
    make_role(title="Docent", status=Status.DRAFT)
    make_role(title="Dancer", group=make_group(name="Performing arts"))
    page = visitor.get("/roles/driver/")
    shelf = ["Archivist", "Bindery Clerk", "Cataloger", "Editor", "Film Archivist", "Guide"]
    assert text_of(page, "section[aria-labelledby=neighbours] li") == shelf


def test_a_role_without_questions_leads_on(visitor: Client):
    page = visitor.get(make_role().get_absolute_url())
    (note,) = text_of(page, ".empty")
    assert note.startswith("No questions yet.")
    assert text_of(page, ".facts, .side") == []


def test_a_question_of_two_roles_is_shown_in_both(visitor: Client):
    first, second = make_role(title="Archivist"), make_role(title="Librarian")
    place_question(question=make_question(text="Why?", role=first), role=second)
    for role in (first, second):
        assert text_of(visitor.get(role.get_absolute_url()), ".asks") == ["Why?"]
