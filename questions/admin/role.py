"""Roles, with their other titles and links."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from questions.models import Field, Group, Question, ResourceLink, Role, RoleLink, RoleQuestion, RoleTitle
from questions.models.counting import count_of
from questions.normal import one_line

from .actions import StatusActions
from .catalogue import GroupFieldFilter
from .filters import RelatedFilter, StatusFilter
from .inlines import AddOnly, KeyedFormSet, PlacedForm, Rows, is_long
from .links import list_link


class FieldFilter(GroupFieldFilter):
    def narrow(self, queryset: Any, chosen: Field) -> Any:
        return queryset.filter(group__field=chosen)


class GroupFilter(RelatedFilter):
    title = "group"
    parameter_name = "group"
    source = Role._meta.get_field("group")

    def narrow(self, queryset: Any, chosen: Group) -> Any:
        return queryset.filter(group=chosen)


class AskedFilter(RelatedFilter):
    title = "question they ask"
    parameter_name = "question"
    source = RoleQuestion._meta.get_field("question")
    hidden_until_used = True

    def narrow(self, queryset: Any, chosen: Question) -> Any:
        return queryset.filter(role_questions__question=chosen)


class LinkedFilter(RelatedFilter):
    title = "link they have"
    parameter_name = "link"
    source = RoleLink._meta.get_field("link")
    hidden_until_used = True

    def narrow(self, queryset: Any, chosen: ResourceLink) -> Any:
        return queryset.filter(role_links__link=chosen)


class RoleTitleInline(Rows):
    model = RoleTitle
    formset = KeyedFormSet
    fields = ["name", "kind"]


class RoleLinkForm(PlacedForm):
    placed_in = "role"


class RoleLinkInline(Rows):
    model = RoleLink
    form = RoleLinkForm
    fields = ["link", "position"]
    autocomplete_fields = ["link"]
    verbose_name = "link"
    verbose_name_plural = "links"


class MoreRoleLinks(AddOnly, RoleLinkInline):
    verbose_name_plural = "more links"


class RoleForm(forms.ModelForm):
    class Meta:
        widgets = {"summary": AdminTextareaWidget(attrs={"rows": 2})}

    def clean_summary(self) -> str:
        return one_line(self.cleaned_data["summary"])


@admin.register(Role)
class RoleAdmin(StatusActions):
    form = RoleForm
    list_display = ["title", "group", "field", "status", "question_total", "reviewed_on", "featured"]
    list_filter = [StatusFilter, FieldFilter, GroupFilter, AskedFilter, LinkedFilter]
    list_select_related = ["group__field"]
    search_fields = ["title_key", "titles__name_key"]
    search_help_text = "Words of the title or of another title."
    autocomplete_fields = ["group"]
    readonly_fields = ["places"]
    actions = [*StatusActions.actions, "mark_reviewed"]
    save_on_top = True
    inlines = [RoleTitleInline, RoleLinkInline]
    fieldsets = [
        (None, {"fields": ["title", "group", "summary"]}),
        (
            "The page",
            {"fields": ["description", "interview"], "description": "What a newcomer should know before the first question."},
        ),
        (
            "Questions",
            {
                "fields": ["places"],
                "description": "A question is written once and serves many roles: add this role on the question's own page.",
            },
        ),
        ("Publication", {"fields": ["status", "featured", "reviewed_on", "reviewed_by"]}),
        ("Codes and address", {"fields": ["onet_soc_code", "slug"], "classes": ["collapse"]}),
    ]

    def choice_label(self, thing: Any) -> str:
        return f"{thing.title} · {thing.group}"

    def with_columns(self, queryset: Any) -> Any:
        return queryset.annotate(place_count=count_of(RoleQuestion.objects.all(), by="role"))

    def get_inlines(self, request: HttpRequest, obj: Role | None) -> list[type[InlineModelAdmin]]:
        return [RoleTitleInline, MoreRoleLinks if obj and is_long(obj.role_links) else RoleLinkInline]

    @admin.display(ordering="group__field__name")
    def field(self, role: Role) -> Field:
        return role.group.field

    @admin.display(description="questions", ordering="place_count")
    def question_total(self, role: Any) -> SafeString:
        return list_link(Question, role.place_count, role=role.pk)

    @admin.display(description="questions")
    def places(self, role: Role) -> SafeString | str:
        if not role.pk:
            return "Save the role first."
        count = role.role_questions.count()
        return format_html(
            "{} · {}",
            list_link(Question, count, role=role.pk),
            list_link(RoleQuestion, count, "their order and headings", role=role.pk),
        )
