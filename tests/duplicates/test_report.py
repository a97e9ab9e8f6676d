"""The list of pairs in the admin: reading it, and saying that two are two."""

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.editorial.duplicates import noting
from questions.models import NearDuplicate, Question
from tests.factories import make_question
from tests.pages.reading import links_of, text_of

REPORT = "/admin/questions/nearduplicate/"
ROUTE = "How do you plan a bookmobile route?"


def make_pair(number: int = 0) -> NearDuplicate:
    first, second = make_question(text=f"{ROUTE} {number}"), make_question(text=f"How would you plan bookmobile routes? {number}")
    return NearDuplicate.objects.create(first=first, second=second, similarity=0.91)


def staff(group: str) -> Client:
    user = User.objects.create_user("rhea", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def test_a_row_shows_both_texts_and_how_alike_they_are(editor: Client):
    pair = make_pair()
    page = editor.get(REPORT)
    assert text_of(page, "th.field-text") == [pair.first.text]
    assert text_of(page, "td.field-much_like") == [pair.second.text]
    assert text_of(page, "td.field-percent") == ["91%"]
    assert links_of(page, "td.field-merging a") == {"Merge…": f"{REPORT}{pair.pk}/merge/"}


def test_a_pair_with_a_retired_question_waits_for_nobody(editor: Client):
    pair, gone = make_pair(1), make_pair(2)
    Question.objects.filter(pk=gone.first_id).update(status="retired")
    assert list(editor.get(REPORT).context["cl"].result_list) == [pair]
    assert set(editor.get(REPORT, {"state": "all"}).context["cl"].result_list) == {pair, gone}


def test_pairs_are_found_by_words_of_either_question(editor: Client):
    pair, _ = make_pair(11), make_pair(12)
    for words in ("do plan 11", "would 11"):
        assert list(editor.get(REPORT, {"q": words}).context["cl"].result_list) == [pair]


def test_what_is_found_by_comparing_stands_on_the_list(editor: Client):
    make_question(text=ROUTE)
    make_question(text="How would you plan routes for the bookmobile?")
    noting.compare(Question.objects.all())
    assert editor.get(REPORT).context["cl"].result_count == 1


def test_a_dismissed_pair_leaves_the_list_and_is_found_under_dismissed(editor: Client):
    pair, other = make_pair(0), make_pair(1)
    editor.post(REPORT, {"action": "dismiss", "_selected_action": [pair.pk]})
    pair.refresh_from_db()
    assert pair.dismissed_by.username == "erin"
    assert list(editor.get(REPORT).context["cl"].result_list) == [other]
    assert list(editor.get(f"{REPORT}?state=dismissed").context["cl"].result_list) == [pair]
    assert editor.get(f"{REPORT}?state=all").context["cl"].result_count == 2
    editor.post(f"{REPORT}?state=dismissed", {"action": "reopen", "_selected_action": [pair.pk]})
    assert editor.get(REPORT).context["cl"].result_count == 2


def test_the_page_of_a_pair_has_both_questions_and_nothing_to_save(editor: Client):
    pair = make_pair()
    page = editor.get(f"{REPORT}{pair.pk}/change/")
    assert links_of(page, ".field-one a") == {pair.first.text: f"/admin/questions/question/{pair.first.pk}/change/"}
    assert 'name="_save"' not in page.text
    for other in ("history", "delete"):
        assert editor.get(f"{REPORT}{pair.pk}/{other}/").status_code == 200
    assert editor.get(f"{REPORT}add/").status_code == 403


@pytest.mark.parametrize(("group", "may"), [("View-only staff", False), ("Author", False), ("Editor", True), ("Publisher", True)])
def test_all_staff_read_the_list_and_editors_dismiss(db: None, group: str, may: bool):
    pair, client = make_pair(), staff(group)
    page = client.get(REPORT)
    assert page.status_code == 200
    assert ("Merge…" in page.text) == (group == "Publisher")
    client.post(REPORT, {"action": "dismiss", "_selected_action": [pair.pk]})
    pair.refresh_from_db()
    assert (pair.dismissed_at is not None) == may


def test_the_list_asks_as_many_queries_for_thirty_pairs_as_for_three(editor: Client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            editor.get(REPORT)
        return len(captured)

    for number in range(3):
        make_pair(number)
    with_three = queries()
    for number in range(3, 30):
        make_pair(number)
    assert queries() == with_three
