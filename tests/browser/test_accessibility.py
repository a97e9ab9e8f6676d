"""axe finds nothing to say of any public page: empty, usual, very long or right to left; by day and by night; phone and desk."""

from typing import Literal

import pytest
from django.http import HttpRequest
from playwright.sync_api import Page, expect

from questions.browse.errors import server_error

from .axe import faults_on, violations
from .contents import CONTENTS

pytestmark = [pytest.mark.browser, pytest.mark.looks]


@pytest.fixture
def java_script() -> bool:
    return True  # axe is a script


@pytest.fixture
def addresses(request: pytest.FixtureRequest, transactional_db: None) -> list[str]:
    return CONTENTS[request.param]()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("addresses", CONTENTS, indirect=True)
def test_no_page_has_a_fault(addresses: list[str], page: Page, width: int, scheme: Literal["light", "dark"]):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    assert {url: faults for url in addresses if (faults := faults_on(page, url))} == {}


def test_the_page_for_our_own_mistakes_has_no_fault(page: Page):
    page.goto("/about/")
    page.set_content(server_error(HttpRequest()).text)
    assert violations(page) == []
    expect(page.get_by_role("heading", level=1)).to_have_text("Something went wrong on our side")
