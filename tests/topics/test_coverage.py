"""The heat map of a group: what its roles ask about, and what one lacks that its neighbours have."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from questions.admin.coverage import coverage_view
from questions.editorial.coverage import coverage_of, missing_topics
from questions.models import Role
from questions.vocabulary import Status
from tests.factories import make_group, make_question, make_role


@pytest.fixture
def roles(db: None) -> list[Role]:
    """Archivist, Cataloger and Librarian; the first two ask about budgets, all of them about diversity."""
    made = [make_role(title=title) for title in ("Archivist", "Cataloger", "Librarian")]
    for role in made:
        make_question(role=role, topics=["Diversity"])
    for role in made[:2]:
        make_question(role=role, topics=["Budgets"])
    make_question(role=made[0], topics=["Budgets"])
    return made


def pairs() -> list[tuple[str, str]]:
    return [(str(role), str(topic)) for role, topic in missing_topics().pairs]


def test_each_role_has_a_number_for_each_topic_the_most_asked_first(roles):
    table = coverage_of(make_group())
    assert [str(topic) for topic in table.topics] == ["Diversity", "Budgets"]
    assert {str(role): [cell.number for cell in cells] for role, cells in table.rows} == {
        "Archivist": [1, 2],
        "Cataloger": [1, 1],
        "Librarian": [1, 0],
    }
    assert [cell.shade for cell in table.rows[0][1]] == [1, 2]


def test_a_topic_most_neighbours_have_is_missing(roles):
    assert coverage_of(make_group()).missing == 1
    assert pairs() == [("Librarian", "Budgets")]


def test_only_published_questions_count(roles):
    make_question(role=roles[2], topics=["Budgets"], status=Status.DRAFT)
    assert pairs() == [("Librarian", "Budgets")]
    make_question(role=roles[2], topics=["Budgets"])
    assert pairs() == []


def test_a_topic_one_of_three_neighbours_has_is_not_missing(roles):
    fourth = make_role(title="Outreach Librarian")
    make_question(role=fourth, topics=["Diversity", "Bookmobiles"])
    assert ("Librarian", "Bookmobiles") not in pairs()
    assert ("Outreach Librarian", "Budgets") in pairs()


def test_two_roles_with_questions_are_too_few_to_compare(roles):
    roles[0].role_questions.all().delete()
    assert pairs() == []
    assert coverage_of(make_group()).missing == 0


def test_roles_of_other_groups_retired_ones_and_those_without_questions_are_no_neighbours(roles):
    other = make_role(title="Nurse", group=make_group(name="Nursing"))
    make_question(role=other, topics=["Night shifts"])
    make_role(title="Bibliographer")
    make_role(title="Paper Keeper", status=Status.RETIRED)
    assert pairs() == [("Librarian", "Budgets")]
    assert [str(role) for role, _ in coverage_of(make_group()).rows] == ["Archivist", "Bibliographer", "Cataloger", "Librarian"]


def test_more_roles_cost_no_more_queries(roles, django_assert_max_num_queries):
    for number in range(60):
        make_question(role=make_role(title=f"Keeper {number:02}"), topics=["Diversity", f"Subject {number}"])
    group = make_group()
    with django_assert_max_num_queries(3):
        table = coverage_of(group, start=40)
    assert (len(table.rows), len(table.topics)) == (23, 30)
    with django_assert_max_num_queries(3):
        missing_topics()


def page(user: User, **query):
    request = RequestFactory().get("/admin/questions/role/coverage/", query)
    request.user = user
    return coverage_view(request).content.decode()


def test_the_page_says_numbers_and_missing_in_words_and_leads_to_the_questions(roles):
    erin = User.objects.create_superuser("erin")
    html = page(erin, group=make_group().pk)
    role, budgets = roles[2].pk, missing_topics().pairs[0][1].pk
    assert (
        f'<a href="/admin/questions/question/?role={role}&amp;topic={budgets}" aria-label="Librarian, Budgets: missing">' in html
    )
    assert f"?role={roles[0].pk}&amp;topic={budgets}&amp;public=yes" in html
    assert ">missing</a>" in html


def test_the_page_asks_for_a_group_where_there_is_none(roles):
    erin = User.objects.create_superuser("erin")
    assert "Choose a group" in page(erin)
    assert "There is no such group any more" in page(erin, group="99999")
    assert "There is no such group any more" in page(erin, group="x")
    assert "No role of this group" in page(erin, group=make_group(name="Nursing").pk)


def test_who_may_not_see_questions_may_not_see_how_many_there_are(roles):
    rhea = User.objects.create_user("rhea", is_staff=True)
    rhea.user_permissions.set(Permission.objects.filter(codename="view_role"))
    with pytest.raises(PermissionDenied):
        page(User.objects.get(pk=rhea.pk), group=make_group().pk)
    rhea.user_permissions.set(Permission.objects.filter(codename__in=["view_role", "view_question"]))
    assert "Librarian" in page(User.objects.get(pk=rhea.pk), group=make_group().pk)
