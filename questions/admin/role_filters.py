"""The filters of the list of roles that the desk links to."""

from typing import Any

from django.db.models import QuerySet

from questions.editorial import waiting

from .desk_filters import YesFilter


class ShortFilter(YesFilter):
    title = "questions"
    parameter_name = "short"
    choice = f"Fewer than {waiting.ENOUGH_QUESTIONS}, and public"

    def narrow(self, queryset: Any) -> QuerySet:
        return waiting.short_of_questions(queryset)
