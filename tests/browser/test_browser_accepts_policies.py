"""The browser has nothing to complain of: no header it does not know, nothing on a page that our own policies forbid."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request

from questions.models import Field, Question
from tests.pages.banks import Bank, practice_pages

pytestmark = pytest.mark.browser


@pytest.fixture
def java_script() -> bool:
    return True


@pytest.fixture
def question(bank: Bank) -> Question:
    return bank.question


@pytest.fixture
def field(bank: Bank) -> Field:
    return bank.role.group.field


def complaints_at(page: Page, urls: list[str]) -> list[tuple[str, str]]:
    """What the browser's console warned of, by address; a load given up because the page was left is no complaint."""
    found: list[tuple[str, str]] = []

    def note_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            found.append((page.url, f"{request.url} {request.failure}"))

    page.on("console", lambda said: found.append((page.url, said.text)) if said.type in ("warning", "error") else None)
    page.on("requestfailed", note_failure)
    page.on("pageerror", lambda error: found.append((page.url, str(error))))
    for url in urls:
        page.goto(url)
        page.wait_for_load_state("networkidle")
    return found


def test_on_public_pages(bank: Bank, page: Page):
    role = bank.role.get_absolute_url()
    urls = ["/", "/roles/", role, bank.topic.get_absolute_url(), "/search/?q=librarian", "/report/", "/star/"]
    assert complaints_at(page, [*urls, *practice_pages(bank.role)]) == []


def test_pages_are_shut_off_from_all_other_sites(bank: Bank, page: Page):
    page.goto("/")
    assert page.evaluate("crossOriginIsolated")


def test_suggestions_come_through(bank: Bank, page: Page):
    found = complaints_at(page, ["/"])
    page.locator("input[type=search]").first.press_sequentially("librar")
    page.locator("[role=option]").first.wait_for()
    assert found == []


def test_in_the_admin(question: Question, sign_in: Callable[[str], Page]):
    own = f"/admin/questions/question/{question.pk}"
    urls = ["/admin/", "/admin/questions/question/", f"{own}/change/", f"{own}/preview/", f"{own}/history/"]
    others = ["/admin/questions/role/add/", "/admin/questions/role/coverage/", "/admin/questions/question/import/"]
    assert complaints_at(sign_in("pat"), [*urls, *others, "/admin/guide/", f"{own}/schedule/"]) == []


def test_a_related_thing_is_added_in_a_window_of_its_own(field: Field, sign_in: Callable[[str], Page]):
    """The window and the form that opened it speak to each other; a policy too strict would cut them off."""
    page = sign_in("pat")
    page.goto("/admin/questions/role/add/")
    with page.expect_popup() as opened:
        page.locator("#add_id_group").click()
    window = opened.value
    window.locator("#id_name").fill("Archivists")
    window.locator(".select2-selection").click()
    window.locator(".select2-results__option", has_text=field.name).click()
    window.locator("input[name=_save]").click()
    page.locator("#id_group option", has_text="Archivists").wait_for(state="attached")
