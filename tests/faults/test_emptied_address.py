"""A form of something public that comes back with faults, its address emptied: found by `make odd-requests`."""

import pytest
from django.test import Client

from tests.admin.forms import errors, send
from tests.pages.banks import full_bank


@pytest.mark.parametrize(("kind", "name"), [("role", "title"), ("field", "name"), ("group", "name")])
def test_the_form_leads_to_the_page_visitors_have(editor: Client, kind: str, name: str):
    role = full_bank().role
    thing = {"role": role, "group": role.group, "field": role.group.field}[kind]
    page = send(editor, f"/admin/questions/{kind}/{thing.pk}/change/", slug="", **{name: ""})
    assert "required" in errors(page)
    assert f'href="{thing.get_absolute_url()}" class="viewsitelink"' in page.content.decode()
