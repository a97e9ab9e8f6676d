"""What axe says of a page, and whether it scrolls sideways."""

from collections.abc import Collection

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"


def faults_on(page: Page, url: str) -> list[str]:
    """Of the page at ``url``."""
    page.goto(url)
    return faults_here(page)


def faults_here(page: Page, *, but: Collection[tuple[str, str]] = ()) -> list[str]:
    """Of the page before us with everything on it unfolded; without what ``but`` names, as a rule and a part of the place."""
    page.evaluate(OPEN_ALL)
    found = [(fault["id"], str(node["target"])) for fault in violations(page) for node in fault["nodes"]]
    faults = [f"{rule}: {place}" for rule, place in found if not any(rule == known and part in place for known, part in but)]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return faults + ([f"{wider} px too wide"] if wider > 0 else [])


def violations(page: Page) -> list[dict]:
    return list(Axe().run(page, options=RULES).response["violations"])
