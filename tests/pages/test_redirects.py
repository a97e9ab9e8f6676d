"""Old addresses lead to the new ones for good."""

from django.test import Client

from questions.vocabulary import Status
from tests.factories import make_question, make_role, make_topic


def renamed(thing, slug: str) -> None:
    thing.slug = slug
    thing.save()


def test_a_role_field_group_and_topic_redirect_from_their_former_slugs(visitor: Client):
    role = make_role()
    topic = make_topic(name="Teens")
    make_question(role=role, topics=[topic])
    for thing in (role, role.group, role.group.field, topic):
        old = thing.get_absolute_url()
        renamed(thing, "new-name")
        assert (visitor.get(old).status_code, visitor.get(old)["Location"]) == (301, thing.get_absolute_url())


def test_the_query_string_is_kept(visitor: Client):
    role = make_role()
    renamed(role, "new-name")
    moved = visitor.get("/roles/community-outreach-librarian/?kind=behavioral&page=2")
    assert moved["Location"] == "/roles/new-name/?kind=behavioral&page=2"


def test_a_topic_of_a_role_is_found_when_both_were_renamed(visitor: Client):
    role, topic = make_role(), make_topic(name="Teens")
    make_question(role=role, topics=[topic])
    renamed(role, "new-role")
    renamed(topic, "new-topic")
    page = visitor.get("/roles/community-outreach-librarian/teens/?kind=general", follow=True)
    assert page.redirect_chain[-1] == ("/roles/new-role/new-topic/?kind=general", 301)
    assert page.status_code == 200


def test_a_slug_in_any_script_redirects(visitor: Client):
    role = make_role(title="أمين مكتبة")
    old = role.get_absolute_url()
    renamed(role, "امين")
    assert visitor.get(old)["Location"] == role.get_absolute_url()
    assert visitor.get(old, follow=True).status_code == 200


def test_an_old_address_of_a_hidden_role_leads_to_nothing(visitor: Client):
    role = make_role(status=Status.DRAFT)
    renamed(role, "new-name")
    assert visitor.get("/roles/community-outreach-librarian/", follow=True).status_code == 404
