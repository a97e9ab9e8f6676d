"""Reading with a keyboard alone."""

from playwright.sync_api import Page


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the thing of that name has the focus; fails after 60 times."""
    wanted = page.locator(":focus").filter(has_text=name).or_(page.locator(f":focus[placeholder='{name}']"))
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.count():
            return
    raise AssertionError(f"the Tab key does not reach {name!r}")
