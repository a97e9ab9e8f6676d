"""Questions, with their follow-ups, benchmarks and roles."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.http import HttpRequest
from django.utils.safestring import SafeString

from questions.models import Benchmark, FollowUp, Question, Role, RoleQuestion
from questions.normal import one_line, question_key

from .bulk import BulkActions
from .desk_filters import MineFilter, StaleFilter
from .existing import refuse_double
from .filters import StatusFilter
from .inlines import AddOnly, Listed, PlacedForm, Rows, is_long
from .links import list_link
from .question_filters import (
    KindFilter,
    MissingFilter,
    PublicFilter,
    QuestionFieldFilter,
    QuestionTopicFilter,
    RoleFilter,
)
from .revised import Revised, RevisedForm
from .similar import SimilarQuestions
from .tables import TablesMixin
from .topics_field import TopicsFieldMixin


class FollowUpForm(Listed, PlacedForm):
    placed_in = "question"

    class Meta:
        widgets = {"text": AdminTextareaWidget(attrs={"rows": 2})}

    def clean_text(self) -> str:
        return one_line(self.cleaned_data["text"])


class FollowUpInline(Rows):
    model = FollowUp
    form = FollowUpForm
    extra = 1
    fields = ["text", "position"]


class BenchmarkForm(Listed):
    class Meta:
        widgets = {"text": AdminTextareaWidget(attrs={"rows": 3})}


class BenchmarkInline(Rows):
    model = Benchmark
    form = BenchmarkForm
    max_num = 3
    fields = ["level", "text"]


class RoleQuestionForm(PlacedForm):
    placed_in = "role"


class RoleRow(Listed, RoleQuestionForm):
    pass


class RolesInline(Rows):
    model = RoleQuestion
    form: type[RoleQuestionForm] = RoleRow
    extra = 1
    fields = ["role", "section", "position"]
    autocomplete_fields = ["role", "section"]
    verbose_name = "role"
    verbose_name_plural = "roles that ask it"


class MoreRoles(AddOnly, RolesInline):
    form = RoleQuestionForm
    verbose_name_plural = "more roles"


class QuestionForm(RevisedForm):
    class Meta:
        widgets = {
            "text": AdminTextareaWidget(attrs={"rows": 2}),
            "purpose": AdminTextareaWidget(attrs={"rows": 3}),
            "points": AdminTextareaWidget(attrs={"rows": 7}),
            "pitfalls": AdminTextareaWidget(attrs={"rows": 3}),
        }

    def clean_text(self) -> str:
        text = one_line(self.cleaned_data["text"])
        refuse_double(
            self.instance, "text_key", question_key(text), "The bank has this question already. Add the role to that one:"
        )
        return text


# Django adds up the media of all of them; only the type checker takes one for the other.
@admin.register(Question)
class QuestionAdmin(TablesMixin, SimilarQuestions, TopicsFieldMixin, BulkActions, Revised):  # type: ignore[misc]
    form = QuestionForm
    list_display = ["text", "kind", "status", "topic_number", "role_number", "reviewed_on"]
    list_filter = [
        StatusFilter,
        PublicFilter,
        MineFilter,
        StaleFilter,
        KindFilter,
        MissingFilter,
        QuestionTopicFilter,
        QuestionFieldFilter,
        RoleFilter,
    ]
    search_fields = ["text"]
    search_help_text = "Words of the question; all of them must occur. “Quotes” keep words together."
    sortable_by = ["kind", "status", "reviewed_on"]
    readonly_fields = ["state", "asked_by", "created_at", "updated_at"]
    actions = [*Revised.actions, "mark_reviewed", *BulkActions.bulk_actions]
    save_on_top = True
    fieldsets = [
        (None, {"fields": ["text", "kind", "topics"]}),
        (
            "Guidance",
            {
                "fields": ["purpose", "points", "pitfalls"],
                "description": "What makes a question worth practising: why it is asked, what to say, what to avoid.",
            },
        ),
        ("Publication", {"fields": ["state", "reviewed_on", "reviewed_by", "asked_by"]}),
        (
            "Provenance",
            {"fields": ["source_kind", "source_name", "created_at", "updated_at"], "classes": ["collapse"]},
        ),
    ]

    def with_columns(self, queryset: Any) -> Any:
        return queryset.with_counts()

    def get_inlines(self, request: HttpRequest, obj: Question | None) -> list[type[InlineModelAdmin]]:
        return [FollowUpInline, BenchmarkInline, MoreRoles if obj and is_long(obj.role_questions) else RolesInline]

    @admin.display(description="topics")
    def topic_number(self, question: Any) -> int:
        return question.topic_count

    @admin.display(description="roles")
    def role_number(self, question: Any) -> SafeString | int:
        return question.role_count

    @admin.display(description="asked by")
    def asked_by(self, question: Question) -> SafeString | str:
        return list_link(Role, question.role_questions.count(), question=question.pk) if question.pk else "No role yet."
