"""What reading costs a phone, measured on the site as operators run it: gunicorn, the starter bank, compressed files."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Response

from tests.serving import serve_starter_bank

pytestmark = pytest.mark.browser
ROLE = "/roles/community-outreach-librarian/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve_starter_bank(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture
def java_script() -> bool:
    return True


@pytest.fixture
def answers(site: str, page: Page) -> list[Response]:
    """Everything the browser fetched to show the first page of the role, which has 50 questions."""
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))
    page.goto(f"{site}{ROLE}", wait_until="networkidle")
    assert page.locator("details.question").count() == 50
    return seen


def test_a_role_page_with_fifty_questions_weighs_at_most_thirty_kilobytes(answers: list[Response]):
    kinds = ("document", "stylesheet", "script")
    weights = {
        answer.url: answer.request.sizes()["responseBodySize"] for answer in answers if answer.request.resource_type in kinds
    }
    assert {answer.request.resource_type for answer in answers} >= set(kinds)
    assert sum(weights.values()) <= 30_000, weights


def test_a_role_page_takes_at_most_six_requests_and_none_to_others(site: str, answers: list[Response]):
    urls = [answer.url for answer in answers]
    assert len(urls) <= 6, urls
    assert [url for url in urls if not url.startswith(site)] == []


def test_reading_leaves_no_cookie(answers: list[Response], page: Page):
    assert page.context.cookies() == []
