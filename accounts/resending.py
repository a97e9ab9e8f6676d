"""What an editor sends after their session has ended is not lost: it comes back in a form that sends it once more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from questions.browse.views import inbox


@never_cache
def offer(request: HttpRequest) -> HttpResponse:
    """A page that holds all that was typed, except passwords and files, and leads to the sign-in beside it.

    Only for what a page of ours has sent: the button below it sends with a fresh token.
    """
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and "password" not in name
        for value in values
    ]
    return render(request, "account/session_ended.html", {"typed": typed, "files": request.FILES}, status=403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What a form gets that was sent without the token of its page (CSRF_FAILURE_VIEW).

    Signing in makes a new token. A form of the desk from before is told from another site's doing by its Origin, which
    browsers send with every form and no page can choose.
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if ours and request.path.startswith(reverse("admin:index")):
        return offer(request)
    return inbox.forged(request, reason)
