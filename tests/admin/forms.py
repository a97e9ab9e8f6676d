"""What a browser would send back: the fields of an admin page as it came, with what the editor typed over them."""

from html import unescape
from typing import Any

from django.contrib.admin.helpers import AdminForm
from django.forms import BaseForm
from django.http import HttpResponse
from django.test import Client


def filled(page: HttpResponse, **typed: Any) -> dict[str, Any]:
    """The data of the form on ``page`` with ``typed`` put in: names as in the HTML (``follow_ups-0-text``)."""
    adminform: AdminForm = page.context["adminform"]
    data = _values(adminform.form)
    for inline in page.context["inline_admin_formsets"]:
        data |= _values(inline.formset.management_form)
        for form in inline.formset.forms:
            data |= _values(form)
    return {name: value for name, value in (data | typed).items() if value is not None}


def rows(data: dict[str, Any], prefix: str, *added: dict[str, Any]) -> dict[str, Any]:
    """``data`` with more rows in the inline ``prefix``, after the saved ones."""
    first = int(data[f"{prefix}-INITIAL_FORMS"])
    for number, row in enumerate(added, start=first):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data | {f"{prefix}-TOTAL_FORMS": first + len(added)}


def send(client: Client, address: str, *, inlines: dict[str, list[dict[str, Any]]] | None = None, **typed: Any) -> HttpResponse:
    """Open the page at ``address``, type, add rows, save. A page that comes back (status 200) has errors."""
    data = filled(client.get(address), **typed)
    for prefix, added in (inlines or {}).items():
        data = rows(data, prefix, *added)
    return client.post(address, data)


def errors(page: HttpResponse) -> str:
    """Every message on a form that came back, one a line; "" after a save."""
    if page.status_code != 200:
        return ""
    return unescape("\n".join(str(message) for message in page.context["errors"]))


def _values(form: BaseForm) -> dict[str, Any]:
    found = {}
    for bound in form:
        value = bound.field.prepare_value(bound.value())
        if value is not None and value is not False:
            found[bound.html_name] = bound.field.widget.format_value(value) if not isinstance(value, list) else value
    return found
