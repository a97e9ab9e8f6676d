"""axe finds nothing on what authors, editors and their guests see of the desk, nor on what asks or answers back."""

import datetime as dt
from collections.abc import Callable
from typing import Literal

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import Page, expect

from questions.editorial.previewing import LIFE, token_for
from questions.models import Question, Revision, Role
from tests.workflow.crafting import page_of

from .axe import faults_here
from .conftest import Sign
from .desk import GUIDE, REWORDED, busy_desk
from .desk_steps import run_action
from .test_desk_accessibility import DJANGOS

pytestmark = [pytest.mark.browser, pytest.mark.looks]
SCREENS = [(1280, "light"), (360, "dark")]
# By whom: the address, and what stands there and nowhere on the pages of a publisher.
Seen = dict[str, list[tuple[str, str]]]


@pytest.fixture
def java_script() -> bool:
    return True  # axe is a script


@pytest.fixture
def seen(transactional_db: None) -> Seen:
    busy_desk()
    pending = Revision.objects.pending().get()
    public, draft = Question.objects.get(pk=pending.thing), Question.objects.get(text=REWORDED)
    with time_machine.travel(timezone.now() - LIFE - dt.timedelta(days=1)):
        expired = token_for(public, 1)
    return {
        "ann": [
            ("/admin/", "My actions"),
            (page_of(draft), "Save"),
            (page_of(public), "History"),
            ("/admin/questions/role/", "Coverage"),
        ],
        "ed": [
            ("/admin/", "Problem reports"),
            (page_of(public), "You are looking at the pending revision"),
            (page_of(Role.objects.earliest("pk")), "This is published. What you save waits for a publisher"),
            (f"/admin/questions/revision/{pending.pk}/compare/", "Why you take it back"),
        ],
        "a guest": [(f"/preview/{token_for(public, 1)}/", "An editor sent you this link"), (f"/preview/{expired}/", "preview")],
    }


def screen(page: Page, width: int, scheme: Literal["light", "dark"]) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    return page


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_no_page_of_the_others_has_a_fault(seen: Seen, sign_in: Sign, width: int, scheme: Literal["light", "dark"]):
    found = {}
    for name, pages in seen.items():
        page = screen(sign_in(name), width, scheme)
        for address, said in pages:
            page.goto(address)
            expect(page.get_by_text(said).first).to_be_attached()
            found[name, address] = faults_here(page, but=DJANGOS)
    assert {place: faults for place, faults in found.items() if faults} == {}


def import_a_guide(page: Page) -> None:
    page.goto("/admin/questions/guideimport/upload/")
    page.get_by_label("Field", exact=True).fill("Library and Information Science")
    page.get_by_label("Group", exact=True).fill("Librarianship")
    page.locator("input[type=file]").set_input_files([{"name": "Van.md", "mimeType": "text/markdown", "buffer": GUIDE.encode()}])
    page.locator("input[type=submit]").first.click()
    page.get_by_role("button", name="Import this").click()


def describe_second(page: Page, other: Page) -> None:
    """Describe a topic while somebody else does."""
    page.goto("/admin/questions/topic/")
    page.locator("#result_list tbody th a").first.click()
    other.goto(page.url)
    for who, said in ((other, "Theirs."), (page, "Mine.")):
        who.get_by_label("Description:").fill(said)
        who.get_by_role("button", name="Save and continue editing").first.click()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_nothing_that_asks_or_answers_has_a_fault(seen: Seen, sign_in: Sign, width: int, scheme: Literal["light", "dark"]):
    page = screen(sign_in("pat"), width, scheme)
    steps: dict[str, Callable[[], None]] = {
        "Retire 1 question?": lambda: run_action(page, "Retire", on="question/?public=yes"),
        "Saved meanwhile": lambda: describe_second(page, sign_in("ed")),
        "has been imported": lambda: import_a_guide(page),
    }
    found = {}
    for said, step in steps.items():
        step()
        expect(page.get_by_text(said).first).to_be_visible()
        found[said] = faults_here(page, but=DJANGOS)
    assert {said: faults for said, faults in found.items() if faults} == {}
