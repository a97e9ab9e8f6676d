"""A pending revision meets a live version that went on without it."""

import pytest
from django.core.exceptions import PermissionDenied

from questions.editorial import editing, publishing, snapshots
from questions.editorial.editing import NotPossibleError
from questions.models import Question, Revision, Topic, TopicAlias
from tests.factories import make_finished_question, make_link, make_question, make_role, make_topic
from tests.revisions.edits import edit
from tests.staff import person

from .at_once import broken_chains

pytestmark = pytest.mark.django_db


def write(question: Question, name: str, **said: str) -> Revision | None:
    question.refresh_from_db()
    base, waiting = editing.version_for(question, person(name))
    standing = waiting or snapshots.read(Question, [question.pk])[question.pk]
    return editing.save(question, standing | said, by=person(name), base=base).pending


def test_what_changed_elsewhere_in_the_meantime_stays():
    question = make_finished_question(status="published", pitfalls="Old.")
    pending = write(question, "ed", purpose="Ed's.")
    write(question, "pat", pitfalls="Pat's.")
    editing.accept(pending, by=person("pat"))
    question.refresh_from_db()
    assert (question.purpose, question.pitfalls) == ("Ed's.", "Pat's.")
    last = Revision.objects.of(question).first()
    assert (last.author_name, last.number) == ("ed", question.revision)


def test_the_same_place_changed_by_both_is_refused_and_names_it():
    question = make_finished_question(status="published")
    pending = write(question, "ed", purpose="Ed's.")
    write(question, "pat", purpose="Pat's.")
    with pytest.raises(NotPossibleError, match="changed in the same place since: purpose"):
        editing.accept(pending, by=person("pat"))
    question.refresh_from_db()
    assert question.purpose == "Pat's."
    pending.refresh_from_db()
    assert pending.is_pending


def test_a_link_somebody_else_placed_in_the_role_meanwhile_is_no_change_in_the_same_place():
    role, eds, anns = make_role(), make_link(title="Ed's"), make_link(title="Ann's", status="draft", created_by=person("ann"))
    pending = edit(role, by=person("ed"), links=[[eds.pk, "Ed's", 1]])
    edit(anns, by=person("ann"), roles=[[role.pk, role.title, 1]])
    editing.accept(pending, by=person("pat"))
    assert set(role.role_links.values_list("link__title", flat=True)) == {"Ed's", "Ann's"}
    assert broken_chains() == []


def test_the_same_link_moved_by_both_is_refused_and_names_the_part():
    role = make_role()
    link = make_link(role=role)
    pending = edit(role, by=person("ed"), links=[[link.pk, link.title, 2]])
    edit(role, by=person("pat"), links=[[link.pk, link.title, 3]])
    with pytest.raises(NotPossibleError, match="changed in the same place since: links"):
        editing.accept(pending, by=person("pat"))


def test_a_topic_removed_by_one_and_another_added_by_the_other_are_both_done():
    question, routes = make_finished_question(status="published", topics=["Money", "Budgets"]), make_topic(name="Routes")
    money, budgets = (Topic.objects.get(name=name) for name in ("Money", "Budgets"))
    pending = edit(question, by=person("ed"), topics=[[budgets.pk, "Budgets"]])
    edit(question, by=person("pat"), topics=[[topic.pk, topic.name] for topic in (money, budgets, routes)])
    editing.accept(pending, by=person("pat"))
    assert set(question.topics.values_list("name", flat=True)) == {"Budgets", "Routes"}


def test_a_text_that_another_question_got_meanwhile_is_refused_in_words():
    question = make_finished_question(status="published")
    pending = write(question, "ed", text="Why here?")
    make_question(text="Why here?")
    with pytest.raises(NotPossibleError, match="The bank has this question already"):
        editing.accept(pending, by=person("pat"))


def test_an_accepted_revision_is_not_accepted_again():
    question = make_finished_question(status="published")
    pending = write(question, "ed", purpose="Ed's.")
    editing.accept(pending, by=person("pat"))
    with pytest.raises(NotPossibleError, match="no longer pending: accepted"):
        editing.accept(pending, by=person("pat"))


@pytest.mark.parametrize("name", ["vera", "ann", "ed", "eve"])
def test_accepting_needs_somebody_who_may_publish(name: str):
    question = make_finished_question(status="published")
    pending = write(question, "ed", purpose="Ed's.")
    with pytest.raises(PermissionDenied):
        editing.accept(pending, by=person(name))


def test_its_author_may_take_a_pending_revision_back_and_nobody_else_below_a_publisher():
    question = make_finished_question(status="published")
    pending = write(question, "ed", purpose="Ed's.")
    with pytest.raises(PermissionDenied):
        editing.decline(pending, by=person("eve"))
    editing.decline(pending, by=person("ed"))
    assert not Revision.objects.pending().exists()


def test_going_back_is_a_revision_like_any_other_and_keeps_the_status():
    question = make_finished_question(purpose="First.")
    write(question, "pat", purpose="Second.")
    publishing.publish([question], by=person("pat"))
    question.refresh_from_db()
    editing.revert(Revision.objects.get(number=1), by=person("pat"), base=question.revision)
    question.refresh_from_db()
    assert (question.purpose, question.status) == ("First.", "published")
    assert Revision.objects.of(question).first().reason == "Back to revision 1."


def test_going_back_brings_topics_back_also_one_that_was_merged_into_another():
    question = make_finished_question(topics=["Outreach"])
    write(question, "pat", topics=[])
    Topic.objects.get(name="Outreach").delete()
    TopicAlias.objects.create(topic=Topic.objects.create(name="Community engagement"), name="Outreach")
    question.refresh_from_db()
    editing.revert(Revision.objects.get(number=1), by=person("pat"), base=question.revision)
    assert list(question.topics.values_list("name", flat=True)) == ["Community engagement"]
