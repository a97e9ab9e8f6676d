"""Roles, with their other titles and links."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.safestring import SafeString

from questions.editorial.revisions import changing
from questions.models import Field, Group, Question, ResourceLink, Role, RoleLink, RoleQuestion, RoleTitle
from questions.models.counting import count_of
from questions.normal import one_line

from . import coverage
from .catalogue import GroupFieldFilter
from .desk_filters import MineFilter, StaleFilter
from .filters import RelatedFilter, StatusFilter
from .inlines import AddOnly, KeyedFormSet, Listed, PlacedForm, Rows, is_long
from .links import list_link
from .revised import Revised, RevisedForm
from .role_filters import ShortFilter
from .tables import TablesMixin


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
    form = Listed
    formset = KeyedFormSet
    fields = ["name", "kind"]


class RoleLinkForm(PlacedForm):
    placed_in = "role"


class LinkRow(Listed, RoleLinkForm):
    pass


class RoleLinkInline(Rows):
    model = RoleLink
    form: type[RoleLinkForm] = LinkRow
    fields = ["link", "position"]
    autocomplete_fields = ["link"]
    verbose_name = "link"
    verbose_name_plural = "links"


class MoreRoleLinks(AddOnly, RoleLinkInline):
    form = RoleLinkForm
    verbose_name_plural = "more links"


class RoleForm(RevisedForm):
    class Meta:
        widgets = {"summary": AdminTextareaWidget(attrs={"rows": 2})}

    def clean_summary(self) -> str:
        return one_line(self.cleaned_data["summary"])


@admin.register(Role)
class RoleAdmin(TablesMixin, Revised):
    form = RoleForm
    import_export_change_list_template = "admin/questions/role/change_list.html"
    list_display = ["title", "group", "field", "status", "question_total", "reviewed_on", "featured"]
    list_filter = [StatusFilter, MineFilter, StaleFilter, ShortFilter, FieldFilter, GroupFilter, AskedFilter, LinkedFilter]
    list_select_related = ["group__field"]
    search_fields = ["title_key", "titles__name_key"]
    search_help_text = "Words of the title or of another title."
    autocomplete_fields = ["group"]
    readonly_fields = ["state", "places"]
    actions = [*Revised.actions, "mark_reviewed"]
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
        ("Publication", {"fields": ["state", "featured", "reviewed_on", "reviewed_by"]}),
        ("Codes and address", {"fields": ["onet_soc_code", "slug"], "classes": ["collapse"]}),
    ]

    def get_urls(self) -> list[URLPattern]:
        return [*coverage.urls(self.admin_site), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"may_see_coverage": coverage.may_see(request), **(extra_context or {})})

    def choice_label(self, thing: Any) -> str:
        return f"{thing.title} · {thing.group}"

    def with_columns(self, queryset: Any) -> Any:
        return queryset.annotate(place_count=count_of(RoleQuestion.objects.all(), by="role"))

    def get_inlines(self, request: HttpRequest, obj: Role | None) -> list[type[InlineModelAdmin]]:
        return [RoleTitleInline, MoreRoleLinks if obj and is_long(obj.role_links) else RoleLinkInline]

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self.delete_queryset(request, Role.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """The questions and links that lose a role say so in their history."""
        asked = RoleQuestion.objects.filter(role__in=queryset).values_list("question", flat=True)
        shown = RoleLink.objects.filter(role__in=queryset).values_list("link", flat=True)
        by = self.editor(request)
        with (
            changing(Question, list(asked), by=by, reason="A role that asked it was deleted."),
            changing(ResourceLink, list(shown), by=by, reason="A role that showed it was deleted."),
        ):
            super().delete_queryset(request, queryset)

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
