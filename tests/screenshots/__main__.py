"""``make screenshots``: pictures of each page in docs/screenshots/, taken of the starter bank in a real browser."""

import base64
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.serving import ROOT, serve_starter_bank

FOLDER = ROOT / "docs" / "screenshots"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 720}
ROLE = "/roles/community-outreach-librarian/"
# Name of the picture: address, screen, scheme, what to open first.
PICTURES = {
    "home-wide-light": ("/", WIDE, "light", ""),
    "home-phone-dark": ("/", PHONE, "dark", ""),
    "role-wide-light": (ROLE, WIDE, "light", ""),
    "role-phone-dark": (ROLE, PHONE, "dark", "details.question >> nth=1"),
    "question-wide-dark": ("/questions/1/", WIDE, "dark", ""),
    "topic-wide-light": ("/topics/community-engagement/", WIDE, "light", ""),
    "roles-phone-light": ("/roles/", PHONE, "light", ""),
    "search-wide-light": ("/search/?q=bookmobile", WIDE, "light", ""),
    "spanish-phone-light": (f"/es{ROLE}", PHONE, "light", ""),
    "sheet-wide-light": (f"{ROLE}sheet/", WIDE, "light", ""),
    "mock-phone-light": (f"{ROLE}mock/?n=6&seed=library", PHONE, "light", ""),
    "interviewer-wide-light": (f"{ROLE}interviewer/?n=6&seed=library", WIDE, "light", ""),
    "take-away-wide-dark": (f"{ROLE}take-away/", WIDE, "dark", ""),
    "ask-phone-dark": (f"{ROLE}ask/", PHONE, "dark", ""),
    "star-phone-light": ("/star/", PHONE, "light", ""),
    "compare-wide-light": (f"{ROLE}vs/", WIDE, "light", ""),
    "report-phone-light": ("/report/?question=1", PHONE, "light", ""),
    "suggest-wide-dark": ("/suggest/?role=community-outreach-librarian", WIDE, "dark", ""),
    "thanks-phone-dark": ("/report/thanks/", PHONE, "dark", ""),
    "mock-one-wide-dark": (f"{ROLE}mock/?n=6&seed=library&view=one&at=2", WIDE, "dark", ""),
    "role-topic-wide-light": (f"{ROLE}program-planning/", WIDE, "light", ""),
    "field-wide-light": ("/fields/library-and-information-science/", WIDE, "light", ""),
    "group-phone-dark": ("/groups/librarianship/", PHONE, "dark", ""),
    "topics-phone-light": ("/topics/", PHONE, "light", ""),
    "resources-wide-dark": ("/resources/", WIDE, "dark", ""),
    "about-phone-light": ("/about/", PHONE, "light", ""),
    "missing-phone-light": ("/nothing/", PHONE, "light", ""),
}


def take(browser: Browser, address: str, name: str, path: Path) -> None:
    url, size, scheme, opened = PICTURES[name]
    context = browser.new_context(viewport=size, color_scheme=scheme, base_url=address, reduced_motion="reduce")
    page = context.new_page()
    page.goto(url)
    if opened:
        page.locator(opened).locator("summary").click()
        page.locator(opened).scroll_into_view_if_needed()
    # Playwright itself writes no WebP, the browser does.
    taken = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 70})
    path.write_bytes(base64.b64decode(taken["data"]))
    context.close()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    arguments = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with TemporaryDirectory() as folder, serve_starter_bank(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        for name in PICTURES:
            path = FOLDER / f"{name}.webp"
            take(browser, address, name, path)
            print(f"{name}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main()
