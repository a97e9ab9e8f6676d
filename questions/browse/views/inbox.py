"""Report a problem, suggest a question. The two forms are the only public pages that set a cookie: the token of the form."""

import math

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.csrf import csrf_failure
from django.views.decorators.cache import cache_control

from questions.editorial import inbox

from ..forms import MessageForm, ReportForm, SuggestForm
from ..subjects import query_of, subject_of
from ..visitors import address_of

FORMS: dict[str, type[MessageForm]] = {"report": ReportForm, "suggest": SuggestForm}


@cache_control(no_store=True)
def report(request: HttpRequest) -> HttpResponse:
    return _answer(request, "report")


@cache_control(no_store=True)
def suggest(request: HttpRequest) -> HttpResponse:
    return _answer(request, "suggest")


def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "inbox/thanks.html", subject_of(request.GET))


@cache_control(no_store=True)
def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What a form gets that was sent without the token of its page: a browser without cookies, or another site's doing."""
    name = (request.resolver_match.url_name if request.resolver_match else None) or ""
    if name not in FORMS:
        return csrf_failure(request, reason)
    form = FORMS[name](request.POST, subject=subject_of(request.GET))
    form.add_error(
        None, gettext("Your message has not been sent yet. Please send it again; if this comes back, allow this site its cookie.")
    )
    return _page(request, name, form, status=403)


def _answer(request: HttpRequest, name: str) -> HttpResponse:
    form = FORMS[name](request.POST if request.method == "POST" else None, subject=subject_of(request.GET))
    if form.by_a_program:  # It is to think that it succeeded.
        return _thanks(form)
    if not form.is_valid():
        return _page(request, name, form)
    try:
        inbox.receive(form.message(), address=address_of(request))
    except inbox.NotNow as refused:
        return _later(request, name, form, refused)
    return _thanks(form)


def _thanks(form: MessageForm) -> HttpResponse:
    return redirect(reverse("report_thanks", query=query_of(form.subject)))


def _later(request: HttpRequest, name: str, form: MessageForm, refused: inbox.NotNow) -> HttpResponse:
    seconds = math.ceil(refused.wait.total_seconds())
    if isinstance(refused, inbox.Full):
        form.add_error(
            None, gettext("The editors have more messages than they can read. Please keep what you wrote, and send it tomorrow.")
        )
    else:
        form.add_error(None, _too_many(math.ceil(seconds / 60)))
    page = _page(request, name, form, status=503 if isinstance(refused, inbox.Full) else 429)
    page["Retry-After"] = str(seconds)
    return page


def _too_many(minutes: int) -> str:
    """When to try again, in minutes up to an hour and in hours from there."""
    if minutes <= 60:
        text = ngettext(
            "Several messages have come from your address, so this one has to wait. Please send it again in %(number)d minute.",
            "Several messages have come from your address, so this one has to wait. Please send it again in %(number)d minutes.",
            minutes,
        )
        return text % {"number": minutes}
    hours = math.ceil(minutes / 60)
    text = ngettext(
        "Many messages have come from your address, so this one has to wait. Please send it again in %(number)d hour.",
        "Many messages have come from your address, so this one has to wait. Please send it again in %(number)d hours.",
        hours,
    )
    return text % {"number": hours}


def _page(request: HttpRequest, name: str, form: MessageForm, status: int = 200) -> HttpResponse:
    return render(request, f"inbox/{name}.html", {"form": form, **form.subject}, status=status)
