"""A role to keep: the page that offers its files, and the files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate

from questions.browse.finding import find, keeps_addresses
from questions.caching.kept import kept
from questions.models import Role

from ..takeaway.extract import Extract, extract_of
from ..takeaway.formats import FORMATS, make_file


@kept()
@keeps_addresses
def role_take_away(request: HttpRequest, slug: str) -> HttpResponse:
    extract = _extract(request, slug)
    context = {
        "role": extract.role,
        "trail": [extract.role.group.field, extract.role.group, extract.role],
        "total": len(extract.places),
        "files": [make_file(format, extract) for format in FORMATS.values()],
    }
    return render(request, "practice/take_away.html", context)


@keeps_addresses
def role_download(request: HttpRequest, slug: str, format: str) -> HttpResponse:
    if format not in FORMATS:
        raise Http404(format)
    file = make_file(FORMATS[format], _extract(request, slug))
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=file.name) or "attachment",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(file.content, content_type=file.format.content_type, headers=headers)


def _extract(request: HttpRequest, slug: str) -> Extract:
    role = find(Role.objects.select_related("group__field"), slug)
    return extract_of(role, site=f"{request.scheme}://{request.get_host()}", made_on=localdate())
