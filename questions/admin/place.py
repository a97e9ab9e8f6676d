"""The questions of one role in their order: where each stands, and under which heading."""

from typing import Any

from django.contrib import admin

from questions.models import Role, RoleQuestion, Topic

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

    @admin.display(description="question")
    def text(self, place: RoleQuestion) -> str:
        # As a text of our own it wraps; Django keeps a foreign key on one line, however long.
        return str(place.question)
