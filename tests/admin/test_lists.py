"""The lists: what they show, find and filter, and that nothing in an address breaks them."""

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from questions.models import FormerSlug, GuideImport
from tests.factories import make_field, make_group, make_link, make_question, make_report, make_role, make_topic

LISTS = ["field", "group", "role", "topic", "question", "resourcelink", "rolequestion", "guideimport", "formerslug", "message"]


def listed(editor: Client, address: str) -> list[Model]:
    return list(editor.get(f"/admin/questions/{address}").context["cl"].result_list)


def fill(first: int, last: int) -> None:
    """From ``first`` to ``last``: a field, group, role, topic, question, link, import, old address and report of each number."""
    for number in range(first, last):
        group = make_group(name=f"Group {number}", field=make_field(name=f"Field {number}"))
        role = make_role(title=f"Role {number}", group=group, also_called=["Other"])
        topic = make_topic(name=f"Topic {number}")
        make_report(question=make_question(role=role, topics=[topic], section=topic), role=role, topic=topic)
        make_link(role=role, topics=[topic])
        GuideImport.objects.create(source=f"{number}.md", role=role, digest="1", imported_at=timezone.now())
        FormerSlug.objects.remember("role", f"old-{number}", role.slug)


@pytest.mark.parametrize("model", LISTS)
def test_a_list_asks_the_database_as_often_for_30_rows_as_for_3(editor: Client, model: str):
    asked = []
    for first, last in ((0, 3), (3, 30)):
        fill(first, last)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = editor.get(f"/admin/questions/{model}/")
        assert page.context["cl"].result_count == last
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert asked[0] < 15


def test_columns_count_what_belongs_to_a_row(editor: Client):
    role, topic = make_role(), make_topic()
    question = make_question(role=role, topics=[topic])
    make_question(role=role)
    make_link(topics=[topic])
    [row] = [row for row in listed(editor, "question/") if row == question]
    assert (row.role_count, row.topic_count) == (1, 1)
    assert "2 questions" in editor.get("/admin/questions/role/").content.decode()
    page = editor.get("/admin/questions/topic/").content.decode()
    assert "1 question<" in page
    assert "1 resource link<" in page
    assert "1 role<" in editor.get("/admin/questions/group/").content.decode()
    assert "1 group<" in editor.get("/admin/questions/field/").content.decode()


def test_pages_follow_each_other_without_a_gap(editor: Client):
    questions = [make_question() for _ in range(60)]
    first, second = listed(editor, "question/"), listed(editor, "question/?p=2")
    assert first + second == questions[::-1]
    assert (len(first), len(second)) == (50, 10)


def test_columns_sort_by_click(editor: Client):
    few, many = make_role(title="A"), make_role(title="B")
    make_question(role=many)
    assert listed(editor, "role/?o=5") == [few, many]
    assert listed(editor, "role/?o=-5") == [many, few]


@pytest.mark.parametrize(
    "strange",
    [
        "q=" + "x" * 5000,
        "q=" + "a+" * 2000,
        "q=%00",
        "q=a%00b",
        "q=%22",
        "q=%27%22+%25_%5C",
        "q=%F0%9F%92%A9+%E2%80%AE",
        "p=0",
        "p=-1",
        "p=99999999999999999999",
        "p=x",
        "o=99.-99.x",
        "o=1.2.3.4.5",
        "status=nonsense",
        "status=%00",
        "kind=",
        "topic=x",
        "topic=" + "9" * 40,
        "topic=%00",
        "role=-1&field=%2e%2e&group=1e9",
        "missing=everything",
        "text__regex=(",
        "nonsense__foo=1",
        "id__in=1,x",
        "all=",
        "e=1",
        "status=draft&status=published",
    ],
)
def test_a_strange_address_gives_a_calm_page(editor: Client, strange: str):
    role = make_role()
    make_question(role=role, topics=["Budgets"])
    for model in LISTS:
        page = editor.get(f"/admin/questions/{model}/?{strange}", follow=True)
        assert page.status_code == 200
        assert "cl" in page.context


def test_what_a_filter_does_not_know_leaves_the_list_whole(editor: Client):
    question = make_question()
    for address in ("question/?status=nonsense", "question/?topic=x", "question/?topic=4711", "question/?missing=x"):
        assert listed(editor, address) == [question]


def test_suggestions_bear_strange_words_too(editor: Client):
    make_topic()
    query = {"app_label": "questions", "model_name": "questiontopic", "field_name": "tag"}
    for term in ("\0", "x" * 5000, "a " * 2000, '"', "%_\\"):
        assert editor.get("/admin/autocomplete/", {**query, "term": term}).status_code == 200
