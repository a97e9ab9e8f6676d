"""An editor writes and changes a question."""

from django.test import Client
from django.urls import reverse

from questions.models import Question, RoleQuestion, Topic
from questions.vocabulary import Status
from tests.factories import make_question, make_role, make_topic, place_question

from .forms import errors, send

ADD = "/admin/questions/question/add/"


def change(question: Question) -> str:
    return f"/admin/questions/question/{question.pk}/change/"


def test_a_whole_question_is_written_on_one_page(editor: Client):
    role, topic = make_role(), make_topic()
    send(
        editor,
        ADD,
        text="What would you do\n  first?",
        kind="situational",
        topics=[topic.pk],
        points="- Listens",
        inlines={
            "follow_ups": [{"text": "And then?"}, {"text": "Why that?"}],
            "benchmarks": [{"level": "entry", "text": "Names one step."}],
            "role_questions": [{"role": role.pk, "section": topic.pk}],
        },
    )
    question = Question.objects.get()
    assert question.text == "What would you do first?"
    assert question.status == Status.DRAFT
    assert [probe.text for probe in question.follow_ups.all()] == ["And then?", "Why that?"]
    assert question.benchmarks.get().text == "Names one step."
    assert question.role_questions.get().section == topic
    assert list(question.topics.all()) == [topic]


def test_topics_are_chosen_from_those_that_exist_and_stay_when_nothing_is_changed(editor: Client):
    kept, gone, new = (make_topic(name=name) for name in ("Budgets", "Teens", "Privacy"))
    question = make_question(topics=[kept, gone], status="draft")
    page = editor.get(change(question))
    assert set(page.context["adminform"].form["topics"].value()) == {kept.pk, gone.pk}
    send(editor, change(question), purpose="To see.")
    assert set(question.topics.all()) == {kept, gone}
    send(editor, change(question), topics=[kept.pk, new.pk])
    assert set(question.topics.all()) == {kept, new}
    send(editor, change(question), topics=None)
    assert not question.topics.exists()


def test_a_topic_that_does_not_exist_is_refused(editor: Client):
    question = make_question()
    for wrong in ("4711", "Diversity", "-1", "\0"):
        assert errors(send(editor, change(question), topics=[wrong]))
    assert not question.topics.exists()


def test_topics_are_suggested_by_name_and_alias(editor: Client):
    topic = make_topic(name="Community engagement")
    topic.aliases.create(name="Outreach")
    make_topic(name="Budgets")
    for typed in ("ENGAGE", "outrea"):
        query = {"app_label": "questions", "model_name": "questiontopic", "field_name": "tag", "term": typed}
        found = editor.get(reverse("admin:autocomplete", query=query)).json()["results"]
        assert found == [{"id": str(topic.pk), "text": "Community engagement"}]


def test_a_topic_can_be_added_from_the_question(editor: Client):
    page = editor.get(ADD).content.decode()
    assert 'id="add_id_topics"' in page
    added = send(editor, "/admin/questions/topic/add/?_to_field=id&_popup=1", name="Digital inclusion", _popup="1")
    assert "popup_response" in added.templates[0].name
    assert Topic.objects.get().name == "Digital inclusion"


def test_a_question_the_bank_has_is_refused_with_a_link_to_it(editor: Client):
    known = make_question(text="Why do you want this job?")
    page = send(editor, ADD, text="why do you want THIS  job")
    assert "The bank has this question already" in errors(page)
    assert page.context["adminform"].form.errors.keys() == {"text"}
    assert f'href="{change(known)}"' in page.content.decode()
    assert "target" not in errors(send(editor, change(known), text="Why do you want THIS job?"))
    known.refresh_from_db()
    assert known.text == "Why do you want THIS job?"


def test_the_text_of_another_question_is_shown_as_text(editor: Client):
    make_question(text="Is <b>this</b> bold?")
    page = send(editor, ADD, text="Is <b>this</b> bold")
    assert "<b>this</b>" not in page.content.decode()


def test_a_question_without_a_text_is_told_so_once(editor: Client):
    assert errors(send(editor, ADD, text="  ")).count("required") == 1


def test_a_new_follow_up_goes_last(editor: Client):
    question = make_question(follow_ups=["First?", "Second?"])
    send(editor, change(question), inlines={"follow_ups": [{"text": "Third?"}]})
    assert [probe.text for probe in question.follow_ups.all()] == ["First?", "Second?", "Third?"]


def test_in_a_new_role_a_question_goes_last(editor: Client):
    role = make_role()
    first, second = make_question(role=role), make_question()
    send(editor, change(second), inlines={"role_questions": [{"role": role.pk}]})
    assert list(Question.objects.for_role(role)) == [first, second]


def test_the_same_role_twice_is_refused(editor: Client):
    role, question = make_role(), make_question()
    page = send(editor, change(question), inlines={"role_questions": [{"role": role.pk}, {"role": role.pk}]})
    assert "duplicate data for role" in errors(page)
    place_question(question=question, role=role)
    page = send(editor, change(question), inlines={"role_questions": [{"role": role.pk}]})
    assert "duplicate data for role" in errors(page)
    assert question.role_questions.count() == 1


def test_two_benchmarks_of_one_level_are_refused(editor: Client):
    question = make_question()
    twice = [{"level": "mid", "text": "Good."}, {"level": "mid", "text": "Better."}]
    assert "duplicate data for level" in errors(send(editor, change(question), inlines={"benchmarks": twice}))
    assert not question.benchmarks.exists()


def test_a_position_that_is_no_number_or_too_large_is_refused(editor: Client):
    question = make_question()
    for wrong in ("-1", "x", "99999999999"):
        page = send(editor, change(question), inlines={"follow_ups": [{"text": "And?", "position": wrong}]})
        assert errors(page)


def test_a_question_of_very_many_roles_still_opens_saves_and_takes_one_more(editor: Client):
    question, first, last = make_question(), make_role(title="First"), make_role(title="Last")
    roles = [make_role(title=f"Role {number}") for number in range(61)]
    RoleQuestion.objects.bulk_create(RoleQuestion(role=role, question=question) for role in [first, *roles])
    page = editor.get(change(question))
    assert "62 roles" in page.content.decode()
    assert page.context["inline_admin_formsets"][2].formset.initial_form_count() == 0
    send(editor, change(question), inlines={"role_questions": [{"role": last.pk}]})
    assert question.role_questions.count() == 63
    again = send(editor, change(question), inlines={"role_questions": [{"role": first.pk}]})
    assert "The role has this question already" in errors(again)


def test_view_on_site_is_offered_for_what_is_public(editor: Client):
    question = make_question()
    assert editor.get(change(question)).context["absolute_url"] == question.get_absolute_url()
    for status in (Status.DRAFT, Status.REVIEW, Status.RETIRED):
        question.status = status
        question.save()
        assert editor.get(change(question)).context["absolute_url"] is None
