"""What an editor does with tables: makes one, chooses it, reads the report, confirms it."""

import csv
import io
import json
from html import unescape
from typing import Any

from django.contrib.auth.models import Group, User
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils.html import strip_tags


def staff(group: str, *, name: str = "") -> Client:
    """Somebody of the staff in ``group``, signed in; "" for nobody, "superuser" for one."""
    client = Client()
    if group == "superuser":
        client.force_login(User.objects.create_superuser(name or "sue"))
    elif group:
        user = User.objects.create_user(name or group.lower().replace(" ", "-"), is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
    return client


def csv_of(*rows: dict[str, Any], delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def choose(client: Client, model: str, content: bytes, *, name: str = "table.csv") -> HttpResponse:
    """Send the file; the answer is its report."""
    return client.post(f"/admin/questions/{model}/import/", {"file": SimpleUploadedFile(name, content)})


def confirm(client: Client, model: str, report: HttpResponse) -> HttpResponse:
    """Press the button under the report."""
    sent = {"upload": report.context["upload"].pk, "seen": report.context["seen"]}
    return client.post(f"/admin/questions/{model}/process_import/", sent)


def bring_in(client: Client, model: str, *rows: dict[str, Any], name: str = "table.csv") -> str:
    """Choose a table and confirm it; what the site said."""
    return said(confirm(client, model, choose(client, model, csv_of(*rows), name=name)))


def said(page: HttpResponse) -> str:
    return " ".join(str(message) for message in get_messages(page.wsgi_request))


def read(page: HttpResponse) -> str:
    """The words of a page, in one line."""
    return " ".join(unescape(strip_tags(page.content.decode())).split())


def faults(page: HttpResponse) -> list[tuple[int, str, str]]:
    """Line, column and sentence of each fault on a report."""
    return [(fault.line, fault.column, fault.sentence) for fault in page.context["report"].faults]


def exported(client: Client, model: str, *, kind: int = 0, query: str = "") -> HttpResponse:
    """The file of the export page; ``kind`` 0 is CSV, 1 JSON."""
    return client.post(f"/admin/questions/{model}/export/{query}", {"format": kind, "resource": 0})


def rows_of(page: HttpResponse) -> list[dict[str, Any]]:
    """The rows of an exported file, as it stands there."""
    text = page.content.decode("utf-8-sig")
    if page["Content-Type"].startswith("application/json"):
        return json.loads(text)
    return list(csv.DictReader(io.StringIO(text, newline="")))
