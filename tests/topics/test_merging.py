"""A publisher merges topics: nothing that was about them is lost, and their old names lead on."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from questions.editorial.topics import merging
from questions.editorial.topics.merging import merge
from questions.models import FormerSlug, Question, Revision, Topic
from tests.factories import make_link, make_question, make_report, make_role, make_topic, place_question


@pytest.fixture
def paula(db: None) -> User:
    """Paula publishes."""
    user = User.objects.create_user("paula", is_staff=True)
    user.groups.add(Group.objects.get(name="Publisher"))
    return User.objects.get(pk=user.pk)


def topics_of(thing) -> list[str]:
    return sorted(thing.topics.values_list("name", flat=True))


def test_questions_and_links_follow_and_no_topic_comes_twice(paula: User):
    money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
    question, both = make_question(topics=[money]), make_question(topics=[money, budgets])
    link = make_link(topics=[money])
    moved = merge([money], budgets, by=paula)
    assert [topics_of(thing) for thing in (question, both, link)] == [["Budgets"]] * 3
    assert (moved.questions, moved.links) == (2, 1)
    assert not Topic.objects.filter(name="Money").exists()


def test_headings_of_roles_follow_also_of_questions_without_the_topic(paula: User):
    money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
    place = place_question(question=make_question(), role=make_role(), section=money)
    assert merge([money], budgets, by=paula).headings == 1
    place.refresh_from_db()
    assert place.section == budgets


def test_what_changed_has_a_revision_that_says_who_and_why(paula: User):
    money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
    question, other = make_question(topics=[money]), make_question(topics=[budgets])
    merge([money], budgets, by=paula)
    last = Revision.objects.of(question).first()
    assert (last.author, last.reason) == (paula, "Topic “Money” merged into “Budgets”.")
    assert last.snapshot["topics"] == [[budgets.pk, "Budgets"]]
    assert not Revision.objects.of(other).exists()


def test_names_aliases_and_phrases_go_along_once(paula: User):
    money = make_topic(name="Money", phrases="cash\nGrants", description="How you count.")
    money.aliases.create(name="Funds")
    budgets = make_topic(name="Budgets", phrases="grants\nspending")
    merge([money], budgets, by=paula)
    budgets.refresh_from_db()
    assert sorted(budgets.aliases.values_list("name", flat=True)) == ["Funds", "Money"]
    assert budgets.phrase_list == ["grants", "spending", "cash"]
    assert budgets.description == "How you count."
    assert set(Topic.objects.named("MONEY")) == set(Topic.objects.named("funds")) == {budgets}


def test_a_description_of_its_own_stays(paula: User):
    budgets = make_topic(name="Budgets", description="How you plan.")
    merge([make_topic(name="Money", description="How you count.")], budgets, by=paula)
    budgets.refresh_from_db()
    assert budgets.description == "How you plan."


def test_old_addresses_redirect_in_one_step_however_often_topics_merge(paula: User, visitor: Client):
    money, budgets, planning = (make_topic(name=name) for name in ("Money", "Budgets", "Planning"))
    make_question(topics=[planning])
    merge([money], budgets, by=paula)
    merge([budgets], planning, by=paula)
    assert FormerSlug.objects.current_for("topic", "money") == "planning"
    for old in ("money", "budgets"):
        assert visitor.get(f"/topics/{old}/").headers["Location"] == "/topics/planning/"


def test_several_topics_merge_at_once_and_reports_about_them_stay_about_the_topic(paula: User):
    money, grants, budgets = (make_topic(name=name) for name in ("Money", "Grants", "Budgets"))
    question = make_question(topics=[money, grants])
    report = make_report(topic=grants)
    moved = merge([money, grants, budgets], budgets, by=paula)
    report.refresh_from_db()
    assert (moved.questions, moved.aliases, report.topic) == (1, 2, budgets)
    assert topics_of(question) == ["Budgets"]


def test_who_may_not_publish_may_not_merge(paula: User):
    paula.groups.set([Group.objects.get(name="Editor")])
    money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
    with pytest.raises(PermissionDenied):
        merge([money], budgets, by=User.objects.get(pk=paula.pk))
    assert Topic.objects.count() == 2


def test_the_second_of_two_who_merge_the_same_topics_is_told(paula: User):
    money, budgets, planning = (make_topic(name=name) for name in ("Money", "Budgets", "Planning"))
    merge([money], budgets, by=paula)
    for gone, into in (([money], planning), ([planning], money)):
        with pytest.raises(ValidationError, match="somebody merged or deleted these topics just now"):
            merge(gone, into, by=paula)
    assert set(Topic.objects.all()) == {budgets, planning}


def test_the_counts_before_are_those_of_each_topic(db: None):
    money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
    money.aliases.create(name="Funds")
    make_question(role=make_role(), topics=[money], section=money)
    make_link(topics=[money])
    found = merging.counts([money, budgets])
    assert found[money.pk] == merging.Moved(questions=1, links=1, headings=1, aliases=1)
    assert found[budgets.pk] == merging.Moved()


def test_more_questions_cost_no_query_each(paula: User, django_assert_max_num_queries):
    money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
    for _ in range(40):
        make_question(topics=[money])
    with django_assert_max_num_queries(70):
        merge([money], budgets, by=paula)
    assert Question.objects.about(budgets).count() == 40
