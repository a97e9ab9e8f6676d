"""Links, with the roles that show them."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from questions.editorial import waiting
from questions.editorial.revisions import changing
from questions.models import ResourceLink, Role, RoleLink, Topic
from questions.models.resource import CheckState, LinkTopic
from questions.normal import one_line, url_key
from questions.vocabulary import LinkKind

from .desk_filters import MineFilter
from .existing import refuse_double
from .filters import RelatedFilter, StatusFilter, WordFilter
from .inlines import AddOnly, Rows, is_long
from .link_checks import CheckedLinks
from .links import list_link
from .revised import Revised, RevisedForm
from .role import LinkRow, RoleLinkForm
from .tables import TablesMixin
from .topics_field import TopicsFieldMixin


class LinkKindFilter(WordFilter):
    title = "kind"
    parameter_name = "kind"
    words = LinkKind


class CheckStateFilter(WordFilter):
    title = "last check, unless retired"
    parameter_name = "check_state"
    words = CheckState

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        value = self.value()
        return waiting.last_found(queryset, CheckState(value)) if value in set(CheckState) else queryset


class LinkTopicFilter(RelatedFilter):
    title = "topic"
    parameter_name = "topic"
    source = LinkTopic._meta.get_field("tag")

    def narrow(self, queryset: Any, chosen: Topic) -> Any:
        return queryset.about(chosen)


class LinkRolesInline(Rows):
    model = RoleLink
    form: type[RoleLinkForm] = LinkRow
    fields = ["role", "position"]
    autocomplete_fields = ["role"]
    verbose_name = "role"
    verbose_name_plural = "roles that show it"


class MoreLinkRoles(AddOnly, LinkRolesInline):
    form = RoleLinkForm
    verbose_name_plural = "more roles"


class ResourceLinkForm(RevisedForm):
    class Meta:
        widgets = {"note": AdminTextareaWidget(attrs={"rows": 2})}

    def clean_note(self) -> str:
        return one_line(self.cleaned_data["note"])

    def clean_url(self) -> str:
        address = self.cleaned_data["url"]
        try:
            key = url_key(address)
        except ValueError:
            return address  # the model says so
        refuse_double(self.instance, "url_key", key, "The bank has this address already. Add the role to that link:")
        return address


@admin.register(ResourceLink)
class ResourceLinkAdmin(TablesMixin, TopicsFieldMixin, CheckedLinks, Revised):
    form = ResourceLinkForm
    list_display = ["title", "kind", "status", "looked", "url"]
    list_filter = [StatusFilter, MineFilter, LinkKindFilter, CheckStateFilter, LinkTopicFilter]
    search_fields = ["title", "url"]
    search_help_text = "Words of the title or a part of the address."
    readonly_fields = ["state", "check_state", "checked_at", "last_checks", "shown_in"]
    actions = [*Revised.actions, "check_now", "vouch"]
    fieldsets = [
        (None, {"fields": ["title", "url", "kind", "note"]}),
        ("Place", {"fields": ["topics", "shown_in"]}),
        ("Publication", {"fields": ["state"]}),
        (
            "Does it still work?",
            {
                "fields": ["check_state", "checked_at", "last_checks"],
                "description": "A dead link is not shown to visitors. It comes back by itself once a check finds it works, "
                "and at once when you give it another address, which then counts as not checked.",
            },
        ),
    ]

    def get_inlines(self, request: HttpRequest, obj: ResourceLink | None) -> list[type[InlineModelAdmin]]:
        return [MoreLinkRoles if obj and is_long(obj.role_links) else LinkRolesInline]

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self.delete_queryset(request, ResourceLink.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """The roles that lose a link say so in their history."""
        showing = RoleLink.objects.filter(link__in=queryset).values_list("role", flat=True)
        with changing(Role, list(showing), by=self.editor(request), reason="A link it showed was deleted."):
            super().delete_queryset(request, queryset)

    @admin.display(description="shown in")
    def shown_in(self, link: ResourceLink) -> SafeString | str:
        return list_link(Role, link.role_links.count(), link=link.pk) if link.pk else "No role yet."
