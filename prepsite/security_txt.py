"""/.well-known/security.txt: whom to tell of a hole in the site (RFC 9116)."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

# The file is made when somebody asks, of the settings the site runs with: what can go stale is a copy somebody kept.
GOOD_FOR = timedelta(days=90)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """404 where SECURITY_CONTACT names nobody."""
    if not settings.SECURITY_CONTACT:
        raise Http404("SECURITY_CONTACT is not set")
    until = (timezone.now() + GOOD_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    fields = {
        "Contact": settings.SECURITY_CONTACT,
        "Expires": until.strftime("%Y-%m-%dT%H:%M:%SZ"),
        # The language the bank is written in is one its editors read.
        "Preferred-Languages": settings.CONTENT_LANGUAGE,
        "Canonical": request.build_absolute_uri(request.path),
        "Policy": settings.SECURITY_POLICY,
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
