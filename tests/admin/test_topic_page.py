"""An editor keeps topics and their other names."""

from django.test import Client

from questions.models import FormerSlug, Topic
from questions.vocabulary import Status
from tests.factories import make_question, make_topic

from .forms import errors, send

ADD = "/admin/questions/topic/add/"


def change(topic: Topic) -> str:
    return f"/admin/questions/topic/{topic.pk}/change/"


def test_a_topic_is_written_with_its_aliases(editor: Client):
    send(editor, ADD, name="Diversity", phrases="diverse", inlines={"aliases": [{"name": "Inclusion"}]})
    topic = Topic.objects.named("inclusion").get()
    assert (topic.name, topic.slug, topic.phrase_list) == ("Diversity", "diversity", ["diverse"])


def test_a_topic_that_exists_in_other_capitals_is_refused_in_the_popup_too(editor: Client):
    make_topic(name="Community engagement")
    for address in (ADD, f"{ADD}?_to_field=id&_popup=1"):
        page = send(editor, address, name="community ENGAGEMENT")
        assert "There is a topic of this name already." in errors(page)
    assert Topic.objects.count() == 1


def test_a_topic_named_like_an_alias_is_told_whose(editor: Client):
    make_topic(name="Diversity").aliases.create(name="Inclusion")
    assert "is an alias of the topic “Diversity”" in errors(send(editor, ADD, name="inclusion"))


def test_an_alias_is_refused_twice_and_where_it_names_a_topic(editor: Client):
    make_topic(name="Budgets").aliases.create(name="Money")
    topic = make_topic(name="Diversity")
    for aliases, message in (
        (["Inclusion", " inclusion "], "A topic has this alias already."),
        (["MONEY"], "A topic has this alias already."),
        (["budgets"], "There is a topic named “Budgets”"),
        (["diversity"], "There is a topic named “Diversity”"),
    ):
        page = send(editor, change(topic), inlines={"aliases": [{"name": name} for name in aliases]})
        assert message in errors(page)
    assert not topic.aliases.exists()


def test_a_new_topic_cannot_be_its_own_alias(editor: Client):
    page = send(editor, ADD, name="Diversity", inlines={"aliases": [{"name": "diversity"}]})
    assert "An alias must be no topic's own name." in errors(page)


def test_a_renamed_topic_keeps_its_old_name_as_an_alias_and_its_address(editor: Client):
    topic = make_topic(name="Inclusion")
    saved = send(editor, change(topic), name="Diversity and inclusion", inlines={"aliases": [{"name": "Inclusion"}]})
    assert not errors(saved)
    topic.refresh_from_db()
    assert (topic.slug, topic.aliases.get().name) == ("inclusion", "Inclusion")


def test_a_changed_address_is_remembered_and_never_given_to_another(editor: Client):
    topic = make_topic(name="Inclusion")
    send(editor, change(topic), slug="diversity")
    assert FormerSlug.objects.current_for("topic", "inclusion") == "diversity"
    assert "still redirects there" in errors(send(editor, ADD, name="Something else", slug="inclusion"))


def test_view_on_site_is_offered_for_topics_with_published_questions(editor: Client):
    topic = make_topic()
    question = make_question(topics=[topic])
    assert editor.get(change(topic)).context["absolute_url"] == topic.get_absolute_url()
    question.status = Status.DRAFT
    question.save()
    assert editor.get(change(topic)).context["absolute_url"] is None
