"""Topics and their other names."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString

from questions.models import LinkTopic, Question, QuestionTopic, ResourceLink, Topic, TopicAlias
from questions.models.counting import count_of

from .inlines import KeyedFormSet, Rows
from .links import list_link
from .listing import BankAdmin


class TopicAliasInline(Rows):
    model = TopicAlias
    formset = KeyedFormSet
    extra = 1
    fields = ["name"]


@admin.register(Topic)
class TopicAdmin(BankAdmin):
    list_display = ["name", "question_total", "link_total", "described"]
    search_fields = ["name_key", "aliases__name_key"]
    search_help_text = "A part of the name or of an alias."
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

    def view_on_site(self, obj: Topic) -> str | None:
        return obj.get_absolute_url() if Topic.objects.public().filter(pk=obj.pk).exists() else None
