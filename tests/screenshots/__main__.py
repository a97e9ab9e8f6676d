"""Takes all pictures anew: first the public pages, then, when Ann, Ed and Pat have been at work, their desk."""

import base64
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.serving import ROOT, environment_of, serve_starter_bank

from . import desk, public

FOLDER = ROOT / "docs" / "screenshots"
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def keep(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    # Playwright itself writes no WebP, the browser does.
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 70})
    path = FOLDER / f"{name}.webp"
    path.write_bytes(base64.b64decode(taken["data"]))
    print(f"{name}: {path.stat().st_size / 1000:.0f} kB")


def window(browser: Browser, address: str, size: Mapping[str, int], scheme: str) -> BrowserContext:
    return browser.new_context(viewport=size, color_scheme=scheme, base_url=address, reduced_motion="reduce")


def take_public(browser: Browser, address: str) -> None:
    for name, (url, size, scheme, opened) in public.PICTURES.items():
        with window(browser, address, size, scheme) as context:
            page = context.new_page()
            page.goto(url)
            if opened:
                page.locator(opened).locator("summary").click()
                page.locator(opened).scroll_into_view_if_needed()
            keep(page, name)


def take_desk(browser: Browser, address: str) -> None:
    for name, (who, size, scheme, go) in desk.PICTURES.items():
        with window(browser, address, size, scheme) as context:
            page = context.new_page()
            desk.sign_in(page, who)
            go(page)
            keep(page, name)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        serve_starter_bank(Path(folder)) as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS) as browser,
    ):
        take_public(browser, address)
        # In a process of its own: here Playwright's loop runs, beside which Django asks no database.
        work = [sys.executable, "-m", "tests.screenshots.work"]
        subprocess.run(work, cwd=ROOT, env=environment_of(Path(folder)), check=True)
        take_desk(browser, address)


if __name__ == "__main__":
    main()
