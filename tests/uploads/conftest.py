"""Pat, who may import; Vera, who may only look; and files to send."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.staff import browser_of

UPLOAD = "/admin/questions/guideimport/upload/"
PLACE = "Library and Information Science/Librarianship"
GUIDE = "# Bookmobile Librarian\n\n## Questions\n\n1. Why a van?\n2. Where would you park it?\n"


@pytest.fixture
def pat(db: None) -> Client:
    return browser_of("pat")


@pytest.fixture
def vera(db: None) -> Client:
    return browser_of("vera")


def zipped(files: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.fixture
def send() -> Callable[..., Any]:
    """Send a file through the form and follow to the report; ``options`` are the form's other fields."""

    def sent(client: Client, name: str, content: str | bytes, **options: Any) -> Any:
        data = content.encode() if isinstance(content, str) else content
        return client.post(UPLOAD, {"file": SimpleUploadedFile(name, data), **options}, follow=True)

    return sent


def import_it(client: Client, report: Any, **options: Any) -> Any:
    """Press “Import this” on the report page."""
    return client.post(f"{UPLOAD}{report.context['upload'].pk}/import/", options)
