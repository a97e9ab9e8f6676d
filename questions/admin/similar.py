"""Warning an editor who writes a question that the bank has much like it already: while they type, and when they save."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join

from questions.editorial.duplicates import noting
from questions.editorial.duplicates.finding import Similar, similar_to
from questions.editorial.rights import may_publish
from questions.models import Question

from . import duplicate_pages
from .listing import BankAdmin

LONGEST_KEY = 18  # digits


class SimilarQuestions(BankAdmin):
    """For QuestionAdmin. Comes before the classes that save."""

    class Media:
        css = {"all": ["admin_desk/similar.css"]}
        js = [forms.Script("admin_desk/similar.js", type="module")]

    def get_urls(self) -> list[URLPattern]:
        similar = path("similar/", self.admin_site.admin_view(self.similar_view), name="questions_question_similar")
        return [similar, *duplicate_pages.of_questions(self), *super().get_urls()]

    def similar_view(self, request: HttpRequest) -> HttpResponse:
        """``?text=…&but=12``: at most five questions like the text, as JSON, for those who may see them all."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        but = request.GET.get("but", "")
        known = int(but) if but.isascii() and but.isdigit() and len(but) <= LONGEST_KEY else None
        found = similar_to(request.GET.get("text", ""), but=known)
        return JsonResponse({"similar": [_plain(similar) for similar in found]})

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        if "text" in form.base_fields:
            but = {"but": obj.pk} if obj else {}
            address = reverse("admin:questions_question_similar", query=but)
            form.base_fields["text"].widget.attrs["data-similar"] = address
        return form

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        question = form.instance
        # What came in by another way may never have been compared, though nobody touches its text.
        if change and "text" not in form.changed_data and question.compared_at:
            return
        # Of a change that waits for a publisher, the live text is another one, and no news.
        noting.compare(Question.objects.filter(pk=question.pk, compared_at=None))
        _warn(self, request, form.cleaned_data["text"], question.pk)

    def tools(self, request: HttpRequest, thing: Any) -> list[tuple[str, str, str]]:
        """Links above the form: address, label, and what the address is to the page."""
        found: list[tuple[str, str, str]] = super().tools(request, thing)  # type: ignore[misc]
        if thing.merged_into_id and may_publish(request.user):
            found.append((reverse("admin:questions_question_take_back", args=[thing.pk]), "Take the merge back…", ""))
        return found


def compare_new_text(admin: BankAdmin, request: HttpRequest, thing: Any) -> None:
    """Where a page has given ``thing`` another text, and it is a question: note what it reads much like, and warn of it."""
    if isinstance(thing, Question) and noting.compare_waiting(1, among=[thing.pk]):
        _warn(admin, request, thing.text, thing.pk)


def _warn(admin: BankAdmin, request: HttpRequest, text: str, key: int) -> None:
    if found := similar_to(text, but=key):
        pairs = reverse("admin:questions_nearduplicate_changelist")
        links = format_html_join(", ", '<a href="{}">{}</a>', [(_address(one), one.question) for one in found])
        said = 'The bank has much the same already: {}. Merge the two, or <a href="{}">say that they differ</a>.'
        admin.message_user(request, format_html(said, links, pairs), messages.WARNING)


def _address(similar: Similar) -> str:
    return reverse("admin:questions_question_change", args=[similar.question.pk])


def _plain(similar: Similar) -> dict[str, Any]:
    question = similar.question
    return {
        "text": question.text,
        "address": _address(similar),
        "status": question.get_status_display(),
        "similarity": round(similar.similarity, 2),
    }
