"""The ways to the heat map, and through the groups that have gaps."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from questions.editorial import coverage
from questions.editorial.coverage import coverage_of, missing_topics
from questions.models import Group
from tests.desk.reading import address_of, desk_of
from tests.factories import make_group, make_question, make_role
from tests.pages.reading import links_of, text_of
from tests.staff import browser_of

MISSING = "Topics missing from roles"


@pytest.fixture(autouse=True)
def database(db: None) -> None:
    """All of these look at the bank."""


def group_with(*, name: str, gaps: int, roles: int = 3) -> Group:
    """A group of ``roles`` roles, of which the first lacks ``gaps`` topics that all others have."""
    group = make_group(name=name)
    for number in range(roles):
        role = make_role(title=f"{name} {number:02}", group=group)
        make_question(role=role, topics=["Patience", *([f"{name} topic {gap:02}" for gap in range(gaps)] if number else [])])
    return group


def gaps_on(page) -> list[str]:
    return text_of(page, ".coverage-gaps li")


@pytest.mark.parametrize("name", ["vera", "ann", "pat"])
def test_the_list_of_roles_leads_to_the_heat_map(name: str):
    browser = browser_of(name)
    address = links_of(browser.get("/admin/questions/role/"), ".object-tools a")["Coverage"]
    assert browser.get(address).status_code == 200


def test_who_may_not_see_questions_is_not_led_to_the_heat_map():
    rhea = User.objects.create_user("rhea", is_staff=True)
    rhea.user_permissions.set(Permission.objects.filter(codename="view_role"))
    browser = Client()
    browser.force_login(rhea)
    assert "Coverage" not in links_of(browser.get("/admin/questions/role/"), ".object-tools a")


def test_the_number_on_the_desk_is_the_sum_of_the_groups_it_leads_to():
    group_with(name="Archives", gaps=1), group_with(name="Branches", gaps=0), group_with(name="Cataloguing", gaps=2)
    sue = browser_of("sue")
    assert desk_of(sue)[MISSING] == "3"
    page = sue.get(address_of(sue, MISSING))
    field = make_group().field
    assert gaps_on(page) == [f"Archives · {field}: 1 missing", f"Cataloguing · {field}: 2 missing"]
    maps = links_of(page, ".coverage-gaps a")
    assert [sue.get(f"/admin/questions/role/coverage/{maps[name]}").text.count("missing</a>") for name in maps] == [1, 2]


def test_a_gap_beyond_the_roles_the_desk_looks_at_is_found_from_there():
    group_with(name="Archives", gaps=0, roles=coverage.ON_THE_DESK), group_with(name="Branches", gaps=1)
    sue = browser_of("sue")
    assert desk_of(sue)[MISSING] == "0+"
    page = sue.get(address_of(sue, MISSING))
    assert gaps_on(page) == ["None among these roles."]
    page = sue.get("/admin/questions/role/coverage/" + links_of(page, ".coverage p a")["Look at the next roles"])
    assert gaps_on(page) == [f"Branches · {make_group().field}: 1 missing"]
    assert "Look at the next roles" not in links_of(page, ".coverage p a")


def test_the_look_over_all_groups_is_bounded_and_says_so():
    group_with(name="Archives", gaps=1)
    assert not missing_topics(at_most=3).more
    assert missing_topics(at_most=2).more
    assert missing_topics([make_group(name="Nursing")]).pairs == []


def test_a_group_that_does_not_fit_is_looked_at_as_a_whole_the_next_time():
    group_with(name="Archives", gaps=0), group_with(name="Branches", gaps=1, roles=4)
    first = missing_topics(at_most=6)
    assert (first.pairs, first.following) == ([], 3)
    assert len(missing_topics(start=3, at_most=6).pairs) == 1


def test_a_gap_has_a_column_however_many_topics_are_asked_more_often():
    group = group_with(name="Archives", gaps=coverage.MOST_TOPICS + 5, roles=4)
    table = coverage_of(group)
    assert table.missing == len(missing_topics().pairs) == coverage.MOST_TOPICS + 5


def test_the_heat_map_says_how_many_topics_it_leaves_out():
    group = group_with(name="Archives", gaps=0, roles=4)
    for number in range(coverage.MOST_TOPICS + 1):
        make_question(role=group.roles.first(), topics=[f"Subject {number:02}"])
    page = browser_of("sue").get(f"/admin/questions/role/coverage/?group={group.pk}")
    assert "2 topics that fewer questions are about and no role lacks are not shown." in text_of(page, "#coverage-help")[0]


def test_a_number_of_the_heat_map_is_that_of_the_questions_it_leads_to():
    role, tomorrow = make_role(), timezone.now() + dt.timedelta(days=1)
    make_question(role=role, topics=["Patience"]), make_question(role=role, topics=["Patience"], publish_at=tomorrow)
    make_question(role=role, topics=["Patience"], retire_at=timezone.now() - dt.timedelta(days=1))
    sue = browser_of("sue")
    cells = links_of(sue.get(f"/admin/questions/role/coverage/?group={role.group_id}"), ".coverage td a")
    assert sue.get(cells["1"]).context["cl"].result_count == 1


@pytest.mark.parametrize("start", ["x", "-1", "99999999999999999999"])
def test_a_start_nobody_offers_is_the_first_role(start: str):
    group_with(name="Archives", gaps=1)
    page = browser_of("sue").get(f"/admin/questions/role/coverage/?start={start}")
    assert len(gaps_on(page)) == 1
