"""Topics and their other names."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils.safestring import SafeString

from questions.editorial.rights import may_publish
from questions.editorial.topics import removing
from questions.models import LinkTopic, Question, QuestionTopic, ResourceLink, Topic, TopicAlias
from questions.models.counting import count_of

from . import topic_pages
from .inlines import KeyedFormSet, Rows
from .links import list_link, plural
from .listing import BankAdmin
from .overtaken import NotOvertaken, OvertakenForm


class TopicAliasInline(Rows):
    model = TopicAlias
    formset = KeyedFormSet
    extra = 1
    fields = ["name"]


class TopicForm(OvertakenForm):
    class Meta:
        help_texts = {
            "name": f"{Topic._meta.get_field('name').help_text} Changed here the topic keeps its address; "
            "Rename moves that too, and keeps the old name as an alias."
        }


@admin.register(Topic)
class TopicAdmin(NotOvertaken, BankAdmin):
    form = TopicForm
    change_form_template = "admin/topics/change_form.html"
    list_display = ["name", "question_total", "link_total", "described"]
    search_fields = ["name_key", "aliases__name_key"]
    search_help_text = "A part of the name or of an alias."
    actions = ["merge_selected"]
    inlines = [TopicAliasInline]
    fieldsets = [
        (None, {"fields": ["name", "description"]}),
        (
            "Finding it in questions",
            {
                "fields": ["phrases"],
                "description": "Imported questions that contain one of these get the topic. Other names of it go below.",
            },
        ),
        ("Address", {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def get_urls(self) -> list[URLPattern]:
        return [*topic_pages.urls(self), *super().get_urls()]

    def with_columns(self, queryset: Any) -> Any:
        return queryset.annotate(
            item_count=count_of(QuestionTopic.objects.all(), by="tag"), link_count=count_of(LinkTopic.objects.all(), by="tag")
        )

    @admin.display(description="questions", ordering="item_count")
    def question_total(self, topic: Any) -> SafeString:
        return list_link(Question, topic.item_count, topic=topic.pk)

    @admin.display(description="links", ordering="link_count")
    def link_total(self, topic: Any) -> SafeString:
        return list_link(ResourceLink, topic.link_count, topic=topic.pk)

    @admin.display(boolean=True)
    def described(self, topic: Topic) -> bool:
        return bool(topic.description)

    def has_merge_permission(self, request: HttpRequest, obj: Topic | None = None) -> bool:
        """Merging and splitting change what is published, whoever wrote it."""
        return self.has_change_permission(request, obj) and may_publish(request.user)

    @admin.action(permissions=["merge"], description="Merge selected topics…")
    def merge_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        keys = list(queryset.order_by("name_key", "pk").values_list("pk", flat=True)[: topic_pages.MOST_MERGED + 1])
        if len(keys) > topic_pages.MOST_MERGED:
            said = f"Nothing changed: at most {plural(Topic, topic_pages.MOST_MERGED)} are merged at once. Choose fewer."
            self.message_user(request, said, messages.ERROR)
            return None
        return HttpResponseRedirect(reverse("admin:questions_topic_merge", query={"topic": keys}))

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        return super().render_change_form(request, context | {"may_merge": self.has_merge_permission(request)}, *args, **kwargs)

    def delete_model(self, request: HttpRequest, obj: Topic) -> None:
        removing.remove([obj], by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        removing.remove(queryset, by=request.user)

    def view_on_site(self, obj: Topic) -> str | None:
        return obj.address_now() if Topic.objects.public().filter(pk=obj.pk).exists() else None
