"""The same few queries, however many rows a page shows. The numbers are what a page may cost at most."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.models import RoleTitle, TopicAlias
from tests.factories import make_field, make_group, make_link, make_question, make_role, make_topic, place_question

PAGES = {
    "/": 7,
    "/fields/library-and-information-science/": 4,
    "/groups/librarianship/": 4,
    "/roles/": 4,
    "/roles/?q=librarian&topic=topic-0": 6,
    "/roles/librarian-0/": 13,
    "/roles/librarian-0/?kind=general": 13,
    "/roles/librarian-0/topic-0/": 10,
    "/topics/": 3,
    "/roles/librarian-0/vs/": 4,
    "/roles/librarian-0/vs/?q=librarian": 8,
    "/roles/librarian-1/vs/librarian-0/": 11,
    "/roles/librarian-1/vs/librarian-0/?show=shared": 11,
    "/roles/librarian-0/vs/librarian-0/": 2,
    "/topics/topic-0/": 12,
    "/questions/{question}/": 5,
    "/resources/": 5,
    "/resources/?kind=association&topic=topic-0": 5,
    "/search/?q=librarian": 16,
    "/roles/retired/": 3,
}


def bank_of(rows: int) -> int:
    """A bank where every list has ``rows`` rows; the id of a question that has everything."""
    topics = [make_topic(name=f"Topic {number}") for number in range(rows)]
    roles = [make_role(title=f"Librarian {number}", featured=True) for number in range(rows)]
    full = make_question(text="What is a librarian?", topics=topics, follow_ups=["And?"] * rows, benchmarks={"entry": "It is."})
    for number, (role, topic) in enumerate(zip(roles, topics, strict=True)):
        guidance = {"purpose": "To see.", "points": "- One", "follow_ups": ["And?"], "benchmarks": {"mid": "So."}}
        question = make_question(text=f"Librarian {number}?", role=roles[0], topics=[topics[0]], section=topic, **guidance)
        if number:
            place_question(question=question, role=role)
        place_question(question=full, role=role)
        RoleTitle.objects.create(role=roles[0], name=f"Name {number}")
        TopicAlias.objects.create(topic=topics[0], name=f"Alias {number}")
        make_link(role=roles[0], topics=[topics[0], topic])
        make_role(group=make_group(name=f"Group {number}"))
        make_role(group=make_group(name=f"Other {number}", field=make_field(name=f"Field {number}")))
    make_role(title="Retired", status="retired")
    return full.pk


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize("url", PAGES)
def test_a_page_costs_the_same_few_queries_with_three_rows_and_with_thirty(visitor: Client, url: str, rows: int):
    question = bank_of(rows)
    with CaptureQueriesContext(connection) as asked:
        visitor.get(url.format(question=question))
    # On PostgreSQL search asks the planner before it decides on the way.
    assert len([query for query in asked if not query["sql"].startswith("EXPLAIN")]) == PAGES[url]


def test_pages_without_lists_ask_nothing(visitor: Client):
    for url in ("/about/", "/search/", "/nothing/"):
        with CaptureQueriesContext(connection) as asked:
            visitor.get(url)
        assert len(asked) == 0
