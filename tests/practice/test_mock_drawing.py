"""Which questions a seed draws, whatever the role is made of."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from questions.browse.outline import Place
from questions.practice.drawing import OPENING, draw
from questions.vocabulary import Kind, Source

KINDS = st.sampled_from(list(Kind))
SIZES = st.integers(5, 8)
SEEDS = st.text(max_size=12)


def place_of(question_id: int, kind: str, topics: set[int], section: int | None = None) -> Place:
    return Place(question_id, kind, Source.WRITTEN, section, topics | ({section} if section else set()))


PLACES = st.dictionaries(
    st.integers(1, 10_000),
    st.tuples(KINDS, st.sets(st.integers(1, 9), max_size=4), st.none() | st.integers(1, 9)),
    max_size=30,
).map(lambda found: [place_of(question_id, *rest) for question_id, rest in found.items()])
ONE_TOPIC_EACH = st.dictionaries(st.integers(1, 10_000), st.tuples(KINDS, st.integers(1, 12)), max_size=30).map(
    lambda found: [place_of(question_id, kind, {topic}) for question_id, (kind, topic) in found.items()]
)


def ids(places: list[Place]) -> list[int]:
    return [place.question_id for place in places]


def asked(places: list[Place]) -> list[Place]:
    return [place for place in places if place.kind != Kind.TO_ASK]


@given(places=PLACES, number=SIZES, seed=SEEDS)
def test_a_set_has_as_many_different_questions_as_asked_for_or_all_there_are(places: list[Place], number: int, seed: str):
    drawn = ids(draw(places, number, seed))
    assert len(drawn) == len(set(drawn)) == min(number, len(asked(places)))


@given(places=PLACES, number=SIZES, seed=SEEDS)
def test_what_the_candidate_asks_is_never_drawn(places: list[Place], number: int, seed: str):
    assert Kind.TO_ASK not in [place.kind for place in draw(places, number, seed)]


@given(places=PLACES, number=SIZES, seed=SEEDS, data=st.data())
def test_the_order_of_the_questions_in_the_role_does_not_matter(places: list[Place], number: int, seed: str, data: st.DataObject):
    moved = data.draw(st.permutations(places))
    assert ids(draw(moved, number, seed)) == ids(draw(places, number, seed))


@given(places=ONE_TOPIC_EACH, number=SIZES, seed=SEEDS)
def test_every_question_is_about_another_topic_while_there_are_topics_left(places: list[Place], number: int, seed: str):
    drawn = draw(places, number, seed)
    topics = Counter(topic for place in drawn for topic in place.topic_ids)
    there_are = {topic for place in asked(places) for topic in place.topic_ids}
    assert len(topics) == min(number, len(there_are))


@given(places=PLACES, number=SIZES, seed=SEEDS, added=st.tuples(KINDS, st.sets(st.integers(1, 9), max_size=4)))
def test_adding_or_retiring_a_question_that_is_not_drawn_changes_nothing(
    places: list[Place], number: int, seed: str, added: tuple[Kind, set[int]]
):
    new = place_of(20_000, *added)
    with_it = ids(draw([*places, new], number, seed))
    assert new.question_id in with_it or with_it == ids(draw(places, number, seed))


@given(places=PLACES, number=SIZES, seed=SEEDS)
def test_a_larger_set_begins_with_the_smaller_one(places: list[Place], number: int, seed: str):
    smaller = ids(draw(places, 5, seed))
    assert ids(draw(places, number, seed))[: len(smaller)] == smaller


@given(places=PLACES, number=SIZES, seed=SEEDS)
def test_it_opens_with_an_easy_kind_where_the_role_has_one(places: list[Place], number: int, seed: str):
    drawn = draw(places, number, seed)
    easy = [place for place in places if place.kind in OPENING]
    assert not easy or drawn[0].kind in OPENING


@given(seed=SEEDS)
def test_with_enough_to_choose_from_the_kinds_are_those_of_a_structured_interview(seed: str):
    kinds = [kind for kind in Kind for _ in range(8)]
    drawn = draw([place_of(number, kind, {number}) for number, kind in enumerate(kinds, start=1)], 8, seed)
    kinds_asked = Counter(place.kind for place in drawn)
    assert drawn[0].kind in OPENING
    assert (kinds_asked[Kind.BEHAVIORAL], kinds_asked[Kind.SITUATIONAL], kinds_asked[Kind.KNOWLEDGE]) == (3, 2, 2)


def test_a_question_that_shares_less_with_the_others_is_preferred():
    opening = place_of(1, Kind.GENERAL, {7}, section=1)
    near, far = place_of(2, Kind.KNOWLEDGE, {7}, section=2), place_of(3, Kind.KNOWLEDGE, {8}, section=3)
    assert [ids(draw([opening, near, far], 5, str(seed)))[:2] for seed in range(20)] == [[1, 3]] * 20


def test_seeds_draw_different_sets_and_every_question_is_drawn_sometimes():
    places = [place_of(number, list(Kind)[number % 6], {number}) for number in range(1, 41)]
    sets = [ids(draw(places, 6, str(seed))) for seed in range(300)]
    assert len({tuple(drawn) for drawn in sets}) > 290
    assert {question_id for drawn in sets for question_id in drawn} == set(ids(places))


def test_a_set_shared_today_is_the_same_one_tomorrow_on_another_machine():
    places = [place_of(number, list(Kind)[number % 6], {number % 10 + 1}) for number in range(1, 41)]
    assert ids(draw(places, 8, "library")) == [39, 20, 12, 13, 24, 31, 38, 36]
    assert ids(draw(places, 8, "biblioteca")) == [17, 2, 6, 19, 30, 1, 8, 24]
