"""What one does at the desk with a mouse, step by step, until a page shows what has no address of its own."""

from playwright.sync_api import Page

TABLE = "text,topics\nHow do you park a van?,Route planning\nWhere do you park it?,No such topic\n"


def choose(page: Page, field: str, words: str) -> None:
    """Type into a field with suggestions, and take the first."""
    page.locator(f".field-{field} .select2-selection").first.click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option--highlighted", has_text=words).click()


def run_action(page: Page, words: str, *, on: str) -> None:
    """Tick the first row of the list ``on``, and run the action that says ``words``."""
    page.goto(f"/admin/questions/{on}")
    page.locator("input.action-select").first.check()
    actions = page.locator("select[name=action]")
    actions.select_option(actions.locator("option", has_text=words).get_attribute("value"))
    page.get_by_role("button", name="Run").click()


def send_table(page: Page, text: str) -> None:
    page.goto("/admin/questions/question/import/")
    file = {"name": "questions.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files([file])
    page.get_by_role("button", name="Show what it would do").click()


def open_question(page: Page, words: str) -> None:
    page.goto("/admin/questions/question/")
    page.get_by_role("link", name=words).first.click()


def save_second(page: Page, words: str, other: Page) -> None:
    """Write pitfalls into the question that says ``words``, while somebody else saves theirs."""
    open_question(page, words)
    other.goto(page.url)
    for who, said in ((other, "A plan without anybody asked."), (page, "A plan drawn at the desk.")):
        who.get_by_label("Pitfalls:").fill(said)
        who.get_by_role("button", name="Save and continue editing").first.click()


def leave_the_text_out(page: Page) -> None:
    page.goto("/admin/questions/question/add/")
    page.get_by_role("button", name="Save", exact=True).first.click()
