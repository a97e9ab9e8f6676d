"""A window for one related thing that names no field of it: found by `make odd-requests`."""

import pytest
from django.test import Client

from tests.factories import make_role


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_empty_name_is_refused_as_a_wrong_one_is(editor: Client, method: str):
    form = f"/admin/questions/role/{make_role().pk}/change/"
    for name in ("", "no_such_field"):
        assert getattr(editor, method)(form, {"_to_field": name}).status_code == 400
