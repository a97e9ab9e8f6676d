"""The questions of one role in their order: where each stands, and under which heading."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from questions.editorial.revisions import changing
from questions.editorial.rights import may_publish
from questions.models import Question, Role, RoleQuestion, Topic

from .filters import RelatedFilter
from .listing import BankAdmin
from .question import RoleQuestionForm


class PlaceRoleFilter(RelatedFilter):
    title = "role"
    parameter_name = "role"
    source = RoleQuestion._meta.get_field("role")

    def narrow(self, queryset: Any, chosen: Role) -> Any:
        return queryset.filter(role=chosen)


class SectionFilter(RelatedFilter):
    title = "heading"
    parameter_name = "section"
    source = RoleQuestion._meta.get_field("section")

    def narrow(self, queryset: Any, chosen: Topic) -> Any:
        return queryset.filter(section=chosen)


@admin.register(RoleQuestion)
class RoleQuestionAdmin(BankAdmin):
    form = RoleQuestionForm
    list_display = ["text", "position", "section", "role"]
    list_filter = [PlaceRoleFilter, SectionFilter]
    list_select_related = ["question", "role", "section"]
    search_fields = ["question__text"]
    search_help_text = "Words of the question."
    sortable_by = []
    ordering = ["role_id", "position", "pk"]
    autocomplete_fields = ["role", "question", "section"]
    fields = ["role", "question", "section", "position"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A place changed here shows at once; whoever may not publish changes the places on the question's own page."""
        return super().has_add_permission(request) and may_publish(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and may_publish(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and may_publish(request.user)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        before = RoleQuestion.objects.filter(pk=obj.pk).values_list("question", flat=True)
        with changing(
            Question, {*before, obj.question_id}, by=self.editor(request), reason=f"Its place in {obj.role} was changed."
        ):
            super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self.delete_queryset(request, RoleQuestion.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        asked = list(queryset.values_list("question", flat=True))
        with changing(Question, asked, by=self.editor(request), reason="Taken off a role."):
            super().delete_queryset(request, queryset)

    @admin.display(description="question")
    def text(self, place: RoleQuestion) -> str:
        # As a text of our own it wraps; Django keeps a foreign key on one line, however long.
        return str(place.question)
