"""The filters of the list of questions."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from questions.models import Field, Group, QuestionTopic, Role, RoleQuestion, Topic
from questions.vocabulary import Kind

from .desk_filters import YesFilter
from .filters import RelatedFilter, WordFilter


class KindFilter(WordFilter):
    title = "kind"
    parameter_name = "kind"
    words = Kind


class MissingFilter(admin.SimpleListFilter):
    title = "what is missing"
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("topic", "No topic"), ("guidance", "No guidance")]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        match self.value():
            case "topic":
                return queryset.without_topic()
            case "guidance":
                return queryset.without_guidance()
        return queryset


class PublicFilter(YesFilter):
    """Narrower than the status: what is scheduled or over is published, and no visitor sees it."""

    title = "what visitors see"
    parameter_name = "public"
    choice = "Public now"

    def narrow(self, queryset: Any) -> QuerySet:
        return queryset.published()


class QuestionTopicFilter(RelatedFilter):
    title = "topic"
    parameter_name = "topic"
    source = QuestionTopic._meta.get_field("tag")

    def narrow(self, queryset: Any, chosen: Topic) -> Any:
        return queryset.about(chosen)


class QuestionFieldFilter(RelatedFilter):
    title = "field"
    parameter_name = "field"
    source = Group._meta.get_field("field")

    def narrow(self, queryset: Any, chosen: Field) -> Any:
        asked = RoleQuestion.objects.filter(role__group__field=chosen)
        return queryset.filter(pk__in=asked.values("question"))


class RoleFilter(RelatedFilter):
    title = "role"
    parameter_name = "role"
    source = RoleQuestion._meta.get_field("role")

    def narrow(self, queryset: Any, chosen: Role) -> Any:
        return queryset.for_role(chosen).order_by()
