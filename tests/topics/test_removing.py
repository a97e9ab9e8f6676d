"""An admin deletes a topic: its questions stay, and their history says what they were about."""

from django.test import Client

from questions.models import Revision, Topic
from tests.factories import make_link, make_question, make_role, make_topic


def test_questions_links_and_headings_lose_the_topic_with_a_revision_each(editor: Client):
    topic = make_topic(name="Money")
    question = make_question(role=make_role(), topics=[topic, "Budgets"], section=topic)
    link = make_link(topics=[topic])
    editor.post(f"/admin/questions/topic/{topic.pk}/delete/", {"post": "yes"})
    assert Topic.objects.get().name == "Budgets"
    for thing in (question, link):
        last = Revision.objects.of(thing).first()
        assert (last.author_name, last.reason) == ("erin", "Topic “Money” deleted.")
    assert Revision.objects.of(question).last().snapshot["topics"][1] == [topic.pk, "Money"]
    assert question.role_questions.get().section is None


def test_several_topics_go_at_once(editor: Client):
    keys = [make_topic(name=name).pk for name in ("Money", "Budgets")]
    question = make_question(topics=["Money", "Budgets", "Diversity"])
    chosen = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    editor.post("/admin/questions/topic/", chosen)
    assert [topic.name for topic in question.topics.all()] == ["Diversity"]
    assert Revision.objects.of(question).filter(reason__endswith="deleted.").count() == 2
