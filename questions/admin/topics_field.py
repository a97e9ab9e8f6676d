"""The topics of a question or a link, entered by suggestion: type a part of a name, or add a topic with "+"."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.http import HttpRequest

from questions.models import Topic

from .choices import SuggestMany


class TopicsFieldMixin(admin.ModelAdmin):
    """For models with a ``topics`` manager: a choice of existing topics instead of taggit's line of text with commas."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name != "topics":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        # The suggestions come through the foreign key of the table between: TaggableManager is no field Django's view knows.
        key = db_field.remote_field.through._meta.get_field("tag")
        widget = RelatedFieldWidgetWrapper(
            SuggestMany(key, self.admin_site),
            key.remote_field,
            self.admin_site,
            can_add_related=self.admin_site.get_model_admin(Topic).has_add_permission(request),
        )
        return forms.ModelMultipleChoiceField(
            Topic.objects.all(), widget=widget, required=False, label="Topics", help_text=db_field.help_text
        )
