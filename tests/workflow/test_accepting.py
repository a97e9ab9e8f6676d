"""A pending revision meets a live version that went on without it."""

import pytest
from django.core.exceptions import PermissionDenied

from questions.editorial import editing, publishing, snapshots
from questions.editorial.editing import NotPossibleError
from questions.models import Question, Revision, Topic, TopicAlias
from tests.factories import make_finished_question, make_question
from tests.staff import person

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
