"""The pages that are looked at in browsers use every public template there is, so none escapes the eyes of axe."""

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.test.signals import template_rendered

from tests.browser.contents import CONTENTS

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
# Not pages of the site: files to take away (the pack has its own look in tests/browser), what developers and staff see, and what
# no address leads to, which has tests of its own.
ELSEWHERE = (
    "400",
    "413",
    "500",
    "not_saved",
    "admin/",
    "account/",
    "mfa/",
    "usersessions/",
    "429",
    "styleguide",
    "practice/pack",
    "practice/anki",
)


@pytest.fixture
def rendered() -> Any:
    """The names of the templates that are rendered while the test runs."""
    names: set[str] = set()

    def note(template: Any, **kwargs: Any) -> None:
        names.add(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def test_every_public_template_is_on_some_page_that_is_looked_at(visitor: Client, rendered: set[str]):
    for pages in CONTENTS.values():
        with transaction.atomic():
            for url in pages():
                visitor.get(url)
            transaction.set_rollback(True)  # the next content is a bank of its own
    names = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")}
    # guidance.html is rendered in parts, by their names.
    public = {name for name in names if not name.startswith(ELSEWHERE)} - {"includes/guidance.html"}
    assert sorted(public - rendered) == []
