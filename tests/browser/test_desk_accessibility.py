"""axe finds nothing to say of any page of the desk that is ours; by day and by night, on a phone and on a desk."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from .axe import faults_here
from .conftest import Sign
from .desk import busy_desk
from .desk_steps import TABLE, leave_the_text_out, run_action, save_second, send_table

pytestmark = [pytest.mark.browser, pytest.mark.looks]
# What the markup of Django's own pages lacks: a rule of axe, and a part of the place.
DJANGOS = [
    ("aria-input-field-name", "select2"),  # fields with suggestions do not take over the label of the select they stand for
    ("label", ".select2-search__field"),
    ("list", ".select2-selection--multiple > ul"),
    ("label-title-only", "#searchbar"),  # called by its title alone
    ("empty-table-header", "thead > tr > .original"),  # above the titles of rows, which are no column
    ("empty-table-header", "th:nth-child"),  # above "Delete?", for those who may not
]


@pytest.fixture
def java_script() -> bool:
    return True  # axe is a script


@pytest.fixture
def addresses(transactional_db: None) -> list[str]:
    return busy_desk()


def faults(page: Page, url: str) -> list[str]:
    answer = page.goto(url)
    assert answer
    return [f"answered {answer.status}"] if answer.status != 200 else faults_here(page, but=DJANGOS)


def at(sign_in: Sign, width: int, scheme: Literal["light", "dark"]) -> Page:
    page = sign_in("pat")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_of_the_desk_has_a_fault(addresses: list[str], sign_in: Sign, width: int, scheme: Literal["light", "dark"]):
    page = at(sign_in, width, scheme)
    assert {url: found for url in addresses if (found := faults(page, url))} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_answer_to_a_form_has_a_fault(addresses: list[str], sign_in: Sign, width: int, scheme: Literal["light", "dark"]):
    page = at(sign_in, width, scheme)
    # What the answer says, and the way to it.
    steps: dict[str, Callable[[], None]] = {
        "Dismiss: 1 message": lambda: run_action(page, "Dismiss", on="message/"),
        "Topics to add": lambda: run_action(page, "Add topics", on="question/"),
        "cannot be imported": lambda: send_table(page, TABLE),
        "Nothing is written yet": lambda: send_table(page, TABLE.replace("No such topic", "Route planning")),
        "Both versions": lambda: save_second(page, "How would you plan", sign_in("ed")),
        "Please correct the error": lambda: leave_the_text_out(page),
    }
    found = {}
    for said, step in steps.items():
        step()
        expect(page.get_by_text(said).first).to_be_visible()
        found[said] = faults_here(page, but=DJANGOS)
    assert [said for said, faults in found.items() if faults] == [], found
