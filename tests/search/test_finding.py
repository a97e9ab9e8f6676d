"""What a search finds, and in which order: the same on every database."""

import pytest

from questions.models import TopicAlias
from questions.models.resource import CheckState
from questions.search import search
from questions.search.texts import FOUND
from questions.vocabulary import Status
from tests.factories import make_link, make_question, make_role, make_topic

pytestmark = pytest.mark.django_db

BUDGET = "How do you keep to a budget?"
PLAN = "How would you plan outreach to new families?"
TEENS = "Tell me about a time you won over teenagers."


def questions(typed: str) -> list[str]:
    return [question.text for question in search(typed).questions]


def roles(typed: str) -> list[str]:
    return [role.title for role in search(typed).roles]


def topics(typed: str) -> list[str]:
    return [topic.name for topic in search(typed).topics]


@pytest.mark.parametrize(
    "typed",
    [
        "planning outreach",
        "PLANS FAMILY",
        "outreach plan",
        "outréach",
        '"new families"',
        '"plan outreach" family',
        "outreach -budget",
        'families -"old families"',
        "famil",
        "how would you plan outreach to new families",
    ],
)
def test_a_question_is_found_by_its_words_in_any_form_and_order(typed: str):
    for text in (BUDGET, PLAN, TEENS):
        make_question(text=text)
    assert questions(typed) == [PLAN]


@pytest.mark.parametrize("typed", ["outreach budget", '"families new"', "plan -outreach", "zebra", "-outreach", "", " ", '"'])
def test_a_question_without_one_of_the_words_is_not_found(typed: str):
    for text in (BUDGET, PLAN, TEENS):
        make_question(text=text)
    assert questions(typed) == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("¿Cómo atendería a los niños?", "como ninos"),
        ("¿Cómo atendería a los niños?", "CÓMO NIÑOS"),
        ("Что вы читаете?", "ЧИТАЕТЕ"),
        ("どの図書館?", "どの図書館"),
        ("ما هو عملك؟", "عملك"),
        ("Do you know C++ and/or Python/Django?", "or django"),
        ("Do you don't-know?", "don't know"),
        ("What is your e-mail@work.example habit?", "mail habit"),
        ("Is 3.5 % of 1,000 much?", "3.5 1,000"),
        ("What does a MARC21 record hold?", "marc21"),
    ],
)
def test_words_are_told_apart_the_same_way_when_written_and_when_looked_for(text: str, typed: str):
    make_question(text=text)
    make_question(text=BUDGET)
    assert questions(typed) == [text]


def test_a_phrase_comes_before_scattered_words_and_the_question_before_its_guidance():
    guidance = make_question(text="What do you bring?", points="- a story time for babies")
    scattered = make_question(text="Is there time for a story?")
    phrase = make_question(text="Describe your favourite story time.")
    newer = make_question(text="Would you run story times?")
    assert [q.pk for q in search("story time").questions] == [newer.pk, phrase.pk, scattered.pk, guidance.pk]


@pytest.mark.parametrize("where", ["purpose", "points", "pitfalls"])
def test_guidance_is_found(where: str):
    make_question(text=BUDGET, **{where: "Names one *trade-off* honestly."})
    make_question(text=TEENS)
    assert questions("trade-off honest") == [BUDGET]


def test_of_very_many_matches_the_newest_are_found_with_the_nearest_first_and_it_says_so():
    first = make_question(text="Why the reading room?")
    for number in range(FOUND):
        make_question(text=f"Is room {number} for reading?")
    found = search("reading room").questions
    assert (len(found), found.more, found[0]) == (FOUND, True, first)
    assert not search("room 7").questions.more


def test_of_very_many_names_those_that_begin_so_come_first_however_old(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.search.names.NAMES", 2)
    for title in ("Managerial Clerk", "Manager of Rooms", "Manager", "Night Manager", "Day Manager", "Bus Manager"):
        make_role(title=title)
    assert roles("manager") == ["Manager", "Manager of Rooms", "Bus Manager", "Day Manager"]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETIRED])
def test_only_what_is_published_is_found(status: Status):
    role = make_role(title="Bookmobile Librarian", also_called=["Van Librarian"], status=status)
    topic = make_topic(name="Bookmobiles")
    TopicAlias.objects.create(topic=topic, name="Vans")
    make_question(text="Why bookmobiles?", role=role, topics=[topic], status=status)
    make_link(title="Bookmobile handbook", status=status)
    for typed in ("bookmobile", "van", "bookmob"):
        assert not search(typed)


def test_dead_links_are_not_found():
    make_link(title="Bookmobile handbook", check_state=CheckState.DEAD)
    make_link(title="Another bookmobile handbook", note="Routes, vans, snow.")
    assert [link.title for link in search("bookmobile").links] == ["Another bookmobile handbook"]
    assert [link.title for link in search("snow").links] == ["Another bookmobile handbook"]


@pytest.mark.parametrize(
    "typed",
    [
        "outreach",
        "LIBRARIAN community",
        "engagement specialists",
        "25-4022.00",
        "25-4022",
        "communi",
        "outreach libr",
        "Spécialist",
    ],
)
def test_a_role_is_found_by_title_other_title_and_code(typed: str):
    make_role(onet_soc_code="25-4022.00", also_called=["Engagement Specialist"])
    make_role(title="Cataloguer", onet_soc_code="43-4121.00")
    assert roles(typed) == ["Community Outreach Librarian"]


@pytest.mark.parametrize("typed", ["organisatio", "manageme", "managemen", "engagin", "communi", "stori"])
def test_the_beginning_of_a_word_finds_it_though_its_stem_is_shorter(typed: str):
    text = "How do organisations with good management keep communities engaging in stories?"
    make_question(text=text)
    make_role(title="Organisational Management, Engaging Communities, Stories")
    assert questions(typed) == [text]
    assert len(roles(typed)) == 1


def test_roles_come_by_how_near_their_names_are():
    make_role(title="Senior Archive Keeper")
    make_role(title="Keeper of the Archive")
    make_role(title="Records Officer", also_called=["Archive Keeper"])
    make_role(title="Archive Keeper for Maps")
    make_role(title="Archive Keeper")
    assert roles("archive keeper") == [
        "Archive Keeper",
        "Records Officer",
        "Archive Keeper for Maps",
        "Senior Archive Keeper",
        "Keeper of the Archive",
    ]


def test_a_role_says_by_which_other_name_it_was_found():
    make_role(also_called=["Engagement Specialist", "Bridge Builder"])
    assert [role.found_by for role in search("specialist").roles] == ["Engagement Specialist"]
    assert [role.found_by for role in search("outreach").roles] == [""]


def test_a_topic_is_found_by_name_and_alias():
    topic = make_topic(name="Teens")
    make_topic(name="Teenagers nobody asks about")
    TopicAlias.objects.create(topic=topic, name="Young adults")
    make_question(topics=[topic])
    for typed in ("teen", "TEENS", "young adult", "adults"):
        assert topics(typed) == ["Teens"]
