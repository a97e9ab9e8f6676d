"""Lists that cost the same at any size of the bank and at any depth, and that no request can break."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest

from .choices import Suggest, SuggestingMixin
from .deleting import SummedDeletion
from .filters import RelatedFilter
from .searching import Searched

# Keys for the buttons of a page, and a question before typed text is left.
SCRIPTS: Any = [forms.Script(f"admin_desk/{name}.js", type="module") for name in ("shortcuts", "unsaved")]
LONGEST_KEY = 18  # digits, of a 64-bit number


class PagedChangeList(ChangeList):
    """Finds the keys of one page first, then reads these rows alone, with their counts.

    In one query the database would carry every text and compute every count for all rows it sorts or skips.
    """

    model_admin: Any

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet:
        self.root_queryset = self.model_admin.with_columns(self.root_queryset)
        return super().get_queryset(request, exclude_parameters)

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        keys = list(self.result_list.values_list("pk", flat=True)) if self.result_count else []
        rows = self.apply_select_related(self.root_queryset).in_bulk(keys)
        self.result_list = [rows[key] for key in keys if key in rows]


class BankAdmin(Searched, SuggestingMixin, SummedDeletion, admin.ModelAdmin):
    """The base of every admin page here."""

    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # a count for each choice of each filter reads the whole table

    @property
    def media(self) -> forms.Media:
        media = super().media + forms.Media(js=SCRIPTS)
        for choice in self.list_filter:
            if isinstance(choice, type) and issubclass(choice, RelatedFilter):
                media += Suggest(choice.source, self.admin_site).media
        return media

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return PagedChangeList

    def response_action(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Django's own fails on a choice that cannot be a key; such a one chooses nothing."""
        sent = request.POST.copy()
        keys = [key for key in sent.getlist(ACTION_CHECKBOX_NAME) if key.isdecimal() and len(key) <= LONGEST_KEY]
        sent.setlist(ACTION_CHECKBOX_NAME, keys)
        request.POST = sent
        return super().response_action(request, *args, **kwargs)

    def editor(self, request: HttpRequest) -> Any:
        """Who asks: on every page here somebody with an account."""
        return request.user

    def choice_label(self, thing: Any) -> str:
        """What ``thing`` is called where one of many is chosen."""
        return str(thing)

    def with_columns(self, queryset: Any) -> Any:
        """``queryset`` with what the list's columns need beside the model's own fields."""
        return queryset

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """The filters on the page and nothing else; anything else in the address leads to the unfiltered list."""
        if lookup not in self._parameters(request):
            raise IncorrectLookupParameters(lookup)
        return True

    def _parameters(self, request: HttpRequest) -> set[str]:
        choices: Any = self.get_list_filter(request)
        return {choice.parameter_name for choice in choices}
