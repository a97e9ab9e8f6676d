"""Fields and groups."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString

from questions.models import Field, Group, Role
from questions.models.counting import count_of

from .filters import RelatedFilter
from .links import list_link
from .listing import BankAdmin
from .overtaken import NotOvertaken


@admin.register(Field)
class FieldAdmin(NotOvertaken, BankAdmin):
    list_display = ["name", "group_total", "role_total"]
    search_fields = ["name_key"]
    fields = ["name", "description", "slug"]

    def with_columns(self, queryset: Any) -> Any:
        return queryset.annotate(
            group_count=count_of(Group.objects.all(), by="field"), role_count=count_of(Role.objects.all(), by="group__field")
        )

    @admin.display(description="groups", ordering="group_count")
    def group_total(self, field: Any) -> SafeString:
        return list_link(Group, field.group_count, field=field.pk)

    @admin.display(description="roles", ordering="role_count")
    def role_total(self, field: Any) -> SafeString:
        return list_link(Role, field.role_count, field=field.pk)

    def view_on_site(self, obj: Field) -> str | None:
        return obj.address_now() if Field.objects.public().filter(pk=obj.pk).exists() else None


class GroupFieldFilter(RelatedFilter):
    title = "field"
    parameter_name = "field"
    source = Group._meta.get_field("field")

    def narrow(self, queryset: Any, chosen: Field) -> Any:
        return queryset.filter(field=chosen)


@admin.register(Group)
class GroupAdmin(NotOvertaken, BankAdmin):
    list_display = ["name", "field", "role_total"]
    list_filter = [GroupFieldFilter]
    list_select_related = ["field"]
    search_fields = ["name_key", "field__name_key"]
    autocomplete_fields = ["field"]
    fields = ["field", "name", "description", "slug"]

    def choice_label(self, thing: Any) -> str:
        return f"{thing.name} · {thing.field}"

    def with_columns(self, queryset: Any) -> Any:
        return queryset.annotate(role_count=count_of(Role.objects.all(), by="group"))

    @admin.display(description="roles", ordering="role_count")
    def role_total(self, group: Any) -> SafeString:
        return list_link(Role, group.role_count, group=group.pk)

    def view_on_site(self, obj: Group) -> str | None:
        return obj.address_now() if Group.objects.public().filter(pk=obj.pk).exists() else None
