"""The editors' guide, docs/editors.md, inside the admin: to look things up without leaving the desk."""

from django.conf import settings
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from questions.markdown import to_html

GUIDE = settings.BASE_DIR / "docs" / "editors.md"


def help_view(request: HttpRequest) -> HttpResponse:
    """For everybody who may sign in here; the site wraps it in ``admin_view``."""
    if not GUIDE.is_file():
        raise Http404
    lines = GUIDE.read_text(encoding="utf-8").splitlines()
    # Its title is the page's; its pictures are for readers elsewhere, who do not have the desk before them.
    body = "\n".join(line for line in lines[1:] if not line.startswith("!["))
    context = {**admin.site.each_context(request), "title": lines[0].lstrip("# "), "guide": to_html(body, under=1)}
    return TemplateResponse(request, "admin/desk/help.html", context)
