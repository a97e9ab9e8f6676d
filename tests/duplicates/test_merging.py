"""Two questions become one, and nothing is lost."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied

from questions.editorial.duplicates import merging, noting
from questions.editorial.duplicates.merging import CannotMergeError
from questions.models import NearDuplicate, Question, Revision
from questions.vocabulary import Source, Status
from tests.factories import make_question, make_report, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def paula() -> User:
    """Paula, who publishes."""
    user = User.objects.create_user("paula", is_staff=True)
    user.groups.add(Group.objects.get(name="Publisher"))
    return user


def merge(gone: Question, stays: Question, by: User | None = None) -> None:
    merging.merge(gone, stays, by=by)
    gone.refresh_from_db()
    stays.refresh_from_db()


def test_the_one_that_goes_is_retired_and_says_where_it_went(paula: User):
    gone, stays = make_question(), make_question()
    merge(gone, stays, paula)
    assert (gone.status, gone.merged_into) == (Status.RETIRED, stays)
    assert (stays.status, stays.merged_into) == (Status.PUBLISHED, None)


def test_roles_topics_and_messages_go_over(paula: User):
    both, mine, theirs = make_role(title="Both"), make_role(title="Mine"), make_role(title="Theirs")
    stays = make_question(role=both, topics=["Vans", "Routes"])
    gone = make_question(role=both, topics=["Routes", "Maps"])
    mine.role_questions.create(question=stays)
    theirs.role_questions.create(question=gone, position=7)
    report = make_report(question=gone)
    merge(gone, stays, paula)
    assert set(stays.roles.all()) == {both, mine, theirs}
    assert theirs.role_questions.get().position == 7
    assert {topic.name for topic in stays.topics.all()} == {"Vans", "Routes", "Maps"}
    assert not gone.role_questions.exists()
    report.refresh_from_db()
    assert report.question == stays


def test_guidance_fills_what_is_empty_and_overwrites_nothing(paula: User):
    stays = make_question(purpose="Mine.", benchmarks={"entry": "Mine."})
    gone = make_question(
        purpose="Theirs.", points="Theirs.", follow_ups=["One?", "Two?"], benchmarks={"entry": "Theirs.", "senior": "Theirs."}
    )
    merge(gone, stays, paula)
    assert (stays.purpose, stays.points, stays.pitfalls) == ("Mine.", "Theirs.", "")
    assert [probe.text for probe in stays.follow_ups.all()] == ["One?", "Two?"]
    assert dict(stays.benchmarks.values_list("level", "text")) == {"entry": "Mine.", "senior": "Theirs."}
    assert (gone.purpose, gone.follow_ups.count()) == ("Theirs.", 2)


def test_follow_ups_of_its_own_are_not_mixed_with_those_of_the_other(paula: User):
    stays, gone = make_question(follow_ups=["Mine?"]), make_question(follow_ups=["Theirs?"])
    merge(gone, stays, paula)
    assert [probe.text for probe in stays.follow_ups.all()] == ["Mine?"]


@pytest.mark.parametrize(
    "guidance",
    [{"points": "Jane's."}, {"follow_ups": ["Jane's?"]}, {"benchmarks": {"entry": "Jane's."}}],
)
def test_who_wrote_the_guidance_that_goes_over_is_thanked_where_it_stands_now(paula: User, guidance: dict):
    stays, gone = make_question(), make_question(source_kind=Source.SUGGESTED, source_name="Jane", **guidance)
    merge(gone, stays, paula)
    assert (stays.source_kind, stays.source_name) == (Source.SUGGESTED, "Jane")


def test_a_question_keeps_its_own_source_and_gets_none_without_guidance(paula: User):
    mine = make_question(source_kind=Source.IMPORTED, source_name="A guide")
    merge(make_question(points="Jane's.", source_name="Jane"), mine, paula)
    assert (mine.source_kind, mine.source_name) == (Source.IMPORTED, "A guide")
    bare = make_question()
    merge(make_question(source_kind=Source.SUGGESTED, source_name="Jane"), bare, paula)
    assert (bare.source_kind, bare.source_name) == (Source.WRITTEN, "")


def test_both_keep_a_history_that_names_who_and_why(paula: User):
    gone, stays = make_question(points="Theirs."), make_question()
    merge(gone, stays, paula)
    for question in (gone, stays):
        revision = Revision.objects.of(question).accepted().first()
        assert (revision.author, revision.number) == (paula, question.revision)
        assert revision.reason == f"Merged question {gone.pk} into question {stays.pk}."


def test_what_pointed_to_the_one_that_goes_points_to_the_one_that_stays(paula: User):
    first, second, third = make_question(), make_question(), make_question()
    merge(first, second, paula)
    merge(second, third, paula)
    first.refresh_from_db()
    assert (first.merged_into, second.merged_into) == (third, third)


def test_its_open_pairs_are_settled_and_others_stay(paula: User):
    route = "How do you plan a bookmobile route?"
    gone, stays, third = (make_question(text=f"{route} Case {number}") for number in range(3))
    noting.compare([gone, stays, third])
    merge(gone, stays, paula)
    [pair] = NearDuplicate.objects.all()
    assert (pair.first, pair.second) == (stays, third)


def test_no_circle_of_merges_can_be_made(paula: User):
    one, other = make_question(), make_question()
    merge(one, other, paula)
    with pytest.raises(CannotMergeError, match="is retired"):
        merge(other, one, paula)
    with pytest.raises(CannotMergeError, match="merged before"):
        merge(one, make_question(), paula)
    with pytest.raises(CannotMergeError, match="into itself"):
        merge(other, other, paula)
    other.refresh_from_db()
    assert other.merged_into is None


def test_what_visitors_see_does_not_vanish_into_a_draft(paula: User):
    gone, draft = make_question(role=make_role()), make_question(status=Status.DRAFT)
    with pytest.raises(CannotMergeError, match="Publish that one, or keep the other"):
        merge(gone, draft, paula)
    gone.refresh_from_db()
    assert gone.status == Status.PUBLISHED
    assert gone.roles.exists()


def test_who_may_not_publish_may_not_merge():
    erin = User.objects.create_user("erin", is_staff=True)
    erin.groups.add(Group.objects.get(name="Editor"))
    gone, stays = make_question(), make_question()
    with pytest.raises(PermissionDenied):
        merging.merge(gone, stays, by=erin)
    with pytest.raises(PermissionDenied):
        merging.take_back(gone, by=erin)
    gone.refresh_from_db()
    assert gone.status == Status.PUBLISHED


def test_a_merge_taken_back_leaves_a_retired_question_of_its_own(paula: User):
    gone, stays = make_question(), make_question()
    merge(gone, stays, paula)
    merging.take_back(gone, by=paula)
    gone.refresh_from_db()
    assert (gone.status, gone.merged_into, gone.compared_at) == (Status.RETIRED, None, None)
