"""Whatever editors do, in whatever order: what visitors see is the last accepted revision, and no revision is lost."""

from contextlib import suppress
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from questions.editorial import bulk, editing, publishing, snapshots
from questions.editorial.editing import NotPossibleError, StaleError
from questions.editorial.topics.merging import merge
from questions.editorial.topics.removing import remove
from questions.models import Question, Revision, Role, Topic
from questions.vocabulary import Kind
from tests.factories import make_finished_question, make_role, make_topic
from tests.staff import browser_of, person

PEOPLE = st.sampled_from(["ann", "ed", "eve", "pat"])
EDIT = st.tuples(st.just("edit"), PEOPLE, st.sampled_from(["purpose", "points", "text"]), st.integers(0, 3))
STALE = st.tuples(st.just("stale"), PEOPLE, st.integers(0, 5))
VERB = st.tuples(st.just("verb"), PEOPLE, st.sampled_from(["send_to_review", "send_back", "publish", "retire"]))
DECIDE = st.tuples(st.sampled_from(["accept", "decline"]), PEOPLE)
REVERT = st.tuples(st.just("revert"), PEOPLE, st.integers(1, 6))
WRITERS = st.sampled_from(["ed", "ed", "pat"])
SOME = st.sets(st.integers(0, 2), min_size=1, max_size=3)
LIST = st.tuples(st.sampled_from(["tag", "place"]), WRITERS, SOME)
ACCEPT = st.tuples(st.just("accept"), st.just("pat"))
# A topic or a role of the bank goes: merged into the next one, or deleted.
GONE = st.tuples(st.sampled_from(["merge", "untag", "unplace"]), st.just("sue"), st.integers(0, 2))
BULK = st.tuples(st.just("bulk"), PEOPLE, st.sampled_from(list(Kind)))


def chosen(model: Any, places: set[int]) -> list[Any]:
    """The things in these places, of however many there still are."""
    things = list(model.objects.order_by("pk"))
    return [things[place] for place in sorted(places) if place < len(things)]


def do(step: tuple, question: Question) -> None:
    what, name, *rest = step
    user = person(name)
    base, waiting = editing.version_for(question, user)
    standing = waiting or snapshots.read(Question, [question.pk])[question.pk]
    match what:
        case "edit":
            editing.save(question, standing | {rest[0]: f"{rest[0]} {rest[1]}?"}, by=user, base=base)
        case "stale":
            editing.save(question, standing | {"purpose": "Late."}, by=user, base=rest[0])
        case "tag":
            topics = [[topic.pk, topic.name] for topic in chosen(Topic, rest[0])]
            editing.save(question, standing | {"topics": topics}, by=user, base=base)
        case "place":
            places = [[role.pk, role.title, None, place] for place, role in enumerate(chosen(Role, rest[0]), start=1)]
            editing.save(question, standing | {"roles": places}, by=user, base=base)
        case "merge":
            into, *others = chosen(Topic, {0, 1, 2} - {rest[0]}) or [None]
            if others:
                merge(others, into, by=user)
        case "untag":
            remove(chosen(Topic, {rest[0]}), by=user)
        case "unplace":
            for role in chosen(Role, {rest[0]}):
                browser_of("sue").post(f"/admin/questions/role/{role.pk}/delete/", {"post": "yes"})
        case "verb":
            getattr(publishing, rest[0])([question], by=user)
        case "accept" | "decline":
            pending = Revision.objects.of(question).pending().first()
            if pending:
                getattr(editing, what)(pending, by=user)
        case "revert":
            older = Revision.objects.of(question).filter(number=rest[0]).first()
            if older:
                editing.revert(older, by=user, base=base)
        case "bulk":
            bulk.change_kind(Question.objects.filter(pk=question.pk), rest[0], by=user)


def check(question: Question, said: dict[int, dict]) -> None:
    """``said`` is what each revision said when it was new, kept from check to check."""
    chain = list(Revision.objects.of(question).order_by("number"))
    # Every number once, from 1 on, and what was said stays said.
    assert [revision.number for revision in chain] == list(range(1, len(chain) + 1))
    for revision in chain:
        assert said.setdefault(revision.pk, revision.snapshot) == revision.snapshot
    assert set(said) == {revision.pk for revision in chain}
    assert sum(revision.is_pending for revision in chain) <= 1
    accepted = [revision for revision in chain if revision.state == "accepted"]
    if accepted:
        live = snapshots.read(Question, [question.pk])[question.pk]
        assert snapshots.essence(accepted[-1].snapshot) == snapshots.essence(live)
        assert Question.objects.get(pk=question.pk).revision == accepted[-1].number


def run(steps: list[tuple], question: Question) -> None:
    said: dict[int, dict] = {}
    for step in steps:
        with suppress(PermissionDenied, StaleError, NotPossibleError, ValidationError):
            do(step, Question.objects.get(pk=question.pk))
        check(question, said)


class AnySequenceOfEdits(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.lists(st.one_of(EDIT, EDIT, VERB, VERB, DECIDE, DECIDE, STALE, REVERT, BULK), max_size=14))
    def test_live_is_the_last_accepted_revision(self, steps: list[tuple]):
        run(steps, make_finished_question(created_by=person("ann"), topics=[make_topic(name="Budgets")]))

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.lists(st.one_of(LIST, LIST, GONE, ACCEPT, REVERT), min_size=3, max_size=10))
    def test_also_where_topics_and_roles_of_it_go_meanwhile(self, steps: list[tuple]):
        make_topic(name="Money"), make_topic(name="Routes"), make_role(title="Archivist"), make_role(title="Cataloguer")
        run(steps, make_finished_question(status="published"))
