"""Topics from A to Z, a topic across roles, and a topic within one role."""

from django.test import Client

from questions.models import TopicAlias
from questions.vocabulary import Status
from tests.factories import make_link, make_question, make_role, make_topic, place_question

from .reading import links_of, parse, text_of


def test_topics_stand_under_their_letters_with_the_number_of_published_questions(visitor: Client):
    make_question(topics=["Teens", "budgets"])
    make_question(topics=["Teens"])
    make_question(topics=["Teens", "Secret"], status=Status.DRAFT)
    make_topic(name="Unused")
    page = visitor.get("/topics/")
    assert text_of(page, ".letter h2") == ["B", "T"]
    assert text_of(page, ".columns li") == ["budgets 1", "Teens 2"]


def test_a_topic_page_has_its_description_aliases_questions_and_links(visitor: Client):
    topic = make_topic(name="Teens", description="Whether you *listen*.")
    TopicAlias.objects.create(topic=topic, name="Young adults")
    make_question(text="Old?", topics=[topic])
    make_question(text="New?", topics=[topic])
    make_question(text="Draft?", topics=[topic], status=Status.DRAFT)
    make_link(title="A toolkit", topics=[topic])
    page = visitor.get("/topics/teens/")
    assert text_of(page, "main .lede") == ["Whether you listen."]
    assert text_of(page, ".facts") == ["Also called Young adults"]
    assert text_of(page, ".asks") == ["New?", "Old?"]
    assert list(links_of(page, ".links a")) == ["A toolkit"]


def test_roles_that_ask_most_about_a_topic_come_first_and_lead_to_their_questions_about_it(visitor: Client):
    archivist, baker = make_role(title="Archivist"), make_role(title="Baker")
    make_question(topics=["Teens"], role=archivist)
    place_question(question=make_question(topics=["Teens"], role=baker), role=archivist)
    make_question(topics=["Teens"], role=make_role(title="Secret", status=Status.DRAFT))
    page = visitor.get("/topics/teens/")
    assert links_of(page, "section[aria-labelledby=roles] a") == {
        "Archivist 2": "/roles/archivist/teens/",
        "Baker 1": "/roles/baker/teens/",
    }


def test_related_topics_are_those_that_stand_on_the_same_questions_most_often(visitor: Client):
    make_question(topics=["Teens", "Budgets"])
    make_question(topics=["Teens", "Budgets", "Art"])
    make_question(topics=["Teens", "Secret"], status=Status.DRAFT)
    make_question(topics=["Another"])
    page = visitor.get("/topics/teens/")
    assert links_of(page, "section[aria-labelledby=related] a") == {"Budgets": "/topics/budgets/", "Art": "/topics/art/"}
    assert text_of(visitor.get("/topics/another/"), "aside") == []


def test_a_topic_can_be_printed_and_followed(visitor: Client):
    make_question(text="Printed?", topics=["Teens"])
    page = visitor.get("/topics/teens/")
    sheet = links_of(page, ".head .more a")["Prep sheet to print"]
    assert "Printed?" in visitor.get(sheet).text
    feed = parse(page).query('link[type="application/atom+xml"]')[0].attrs["href"]
    assert "Printed?" in visitor.get(feed).text


def test_a_topic_nobody_is_asked_about_is_not_found(visitor: Client):
    make_question(topics=["Teens"], status=Status.DRAFT)
    assert visitor.get("/topics/teens/").status_code == 404


def test_a_role_and_topic_page_has_the_questions_tagged_so_or_standing_under_it(visitor: Client):
    role = make_role()
    teens = make_topic(name="Teens")
    make_question(text="Tagged?", role=role, topics=[teens, "Budgets"])
    make_question(text="Placed?", role=role, section=teens)
    make_question(text="Neither?", role=role, topics=["Budgets"])
    make_question(text="Elsewhere?", role=make_role(title="Archivist"), topics=[teens])
    page = visitor.get("/roles/community-outreach-librarian/teens/")
    assert text_of(page, "h1") == ["Teens"]
    assert text_of(page, ".asks") == ["Tagged?", "Placed?"]
    assert text_of(page, ".contents li") == ["All questions of this role", "Budgets 2", "Teens 2"]


def test_a_topic_the_role_does_not_ask_about_is_not_found(visitor: Client):
    make_role()
    make_question(topics=["Teens"])
    assert visitor.get("/roles/community-outreach-librarian/teens/").status_code == 404
    assert visitor.get("/roles/community-outreach-librarian/nothing/").status_code == 404
