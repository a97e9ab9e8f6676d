"""A real browser on the live pages: the Chromium of the machine, found on the PATH; nothing is downloaded.

Playwright keeps an event loop in this thread from the ``page`` fixture to the end of the test, and Django refuses to ask
the database beside it. So what a test needs in the database comes from a fixture named before ``page``.
"""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.pages.banks import Bank, full_bank
from tests.staff import GROUPS, browser_of

NAMES = ("chromium", "chromium-browser", "google-chrome")
Sign = Callable[[str], Page]
QUIET = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser; tests that ask for it are skipped where there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None and "NEED_CHROMIUM" in os.environ:
        pytest.fail("there is no Chromium on the PATH, and NEED_CHROMIUM asks for one", pytrace=False)
    if path is None:
        pytest.skip(f"browser tests need Chromium on the PATH, as {' or '.join(NAMES)}")
    return path


@pytest.fixture
def bank(transactional_db: None) -> Bank:
    return full_bank()


@pytest.fixture
def java_script() -> bool:
    return False


@pytest.fixture
def page(live_server: LiveServer, chromium: str, java_script: bool) -> Iterator[Page]:
    """A page of a fresh browser; addresses are the site's own. It waits 10 seconds for anything at most."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        context = browser.new_context(base_url=live_server.url, java_script_enabled=java_script)
        context.set_default_timeout(10_000)
        yield context.new_page()
        browser.close()


@pytest.fixture
def sessions(transactional_db: None) -> dict[str, str]:
    """What the browser of each of the staff sends with its requests."""
    return {name: browser_of(name).cookies[settings.SESSION_COOKIE_NAME].value for name in GROUPS}


@pytest.fixture
def sign_in(sessions: dict[str, str], page: Page, live_server: LiveServer, java_script: bool) -> Sign:
    """``sign_in("ann")``: a page of her own browser; somebody else is a visitor."""
    browser: Browser | None = page.context.browser
    assert browser

    def open_page(name: str) -> Page:
        context = browser.new_context(base_url=live_server.url, java_script_enabled=java_script)
        context.set_default_timeout(10_000)
        if name in sessions:
            session = {"name": settings.SESSION_COOKIE_NAME, "value": sessions[name], "url": live_server.url}
            context.add_cookies([session])
        return context.new_page()

    return open_page
