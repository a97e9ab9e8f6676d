"""The pictures of the editors' desk, for docs/editors.md: who looks, on what screen, and the way there."""

from playwright.sync_api import Page

from .public import PHONE, WIDE

NAMES = {"ann": "Ann Okafor", "ed": "Ed Larsen", "pat": "Pat Romero"}
PASSPHRASE = "only for the pictures"
ROLE = "Bookmobile Librarian"
GUIDE = """# Teen Librarian Interview Prep

Works with young people in and around the library.

## Questions

### Schools

1. How would you plan your first week on a new route of the bookmobile?
2. How do you win over a school librarian who has no time?

### Moon phases

3. What would you do on the night of an eclipse?
"""
TABLE = """text,kind,topics,roles,status
How do you win over a school librarian who has no time?,behavioral,Schools,Librarianship / Bookmobile Librarian,
What would you do if the generator failed at a school?,situational,Mobile and off-site service | Schools,{role},draft
""".format(role="Librarianship / Bookmobile Librarian")


def sign_in(page: Page, name: str) -> None:
    page.goto("/admin/login/?next=/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()


def the_desk(page: Page) -> None:
    page.goto("/admin/")


def a_new_question(page: Page) -> None:
    page.goto("/admin/questions/question/add/")
    page.get_by_label("Text:").first.fill("How would you plan a first week on the bookmobile's new route?")
    page.locator(".similar-questions li").first.wait_for()


def what_is_missing(page: Page) -> None:
    page.goto("/admin/questions/question/?status=draft")
    page.get_by_role("link", name="diesel generator").click()
    page.get_by_role("button", name="Save and publish").click()


def a_comparison(page: Page) -> None:
    page.goto("/admin/questions/revision/?state=pending")
    page.get_by_role("link", name="Compare").last.click()


def a_history(page: Page) -> None:
    a_comparison(page)
    page.get_by_role("button", name="Accept and publish").click()
    page.goto("/admin/questions/question/?q=building")
    page.get_by_role("link", name="What draws you").click()
    page.get_by_role("link", name="History").click()


def a_lost_update(page: Page) -> None:
    """Ed writes, and Pat saves first."""
    page.goto("/admin/questions/question/?status=review")
    page.get_by_role("link", name="How would you plan your first week").click()
    other = page.context.browser.new_page(base_url=page.url)
    sign_in(other, "pat")
    other.goto(page.url)
    other.get_by_label("Pitfalls:").fill("A plan without anybody asked.")
    other.get_by_role("button", name="Save and continue editing").first.click()
    page.get_by_label("Pitfalls:").fill("A plan drawn at the desk.")
    page.get_by_role("button", name="Save and continue editing").first.click()


def a_merge(page: Page) -> None:
    page.goto("/admin/questions/nearduplicate/")
    page.get_by_role("link", name="Merge").first.click()


def a_split(page: Page) -> None:
    page.goto("/admin/questions/topic/?q=Budgets")
    page.get_by_role("link", name="Budgets and grants").first.click()
    page.get_by_role("link", name="Split").click()
    page.get_by_label("Name of the new topic").fill("Grants")
    page.get_by_label("Phrases").fill("grant\nfunder")
    page.get_by_role("button", name="Look what would go").click()


def the_coverage(page: Page) -> None:
    page.goto("/admin/questions/role/coverage/")
    page.get_by_label("Group:").select_option(page.locator("option", has_text="Librarianship").first.get_attribute("value"))
    page.get_by_role("button", name="Show").click()


def an_upload(page: Page) -> None:
    page.goto("/admin/questions/guideimport/upload/")
    page.get_by_label("Field", exact=True).fill("Library and Information Science")
    page.get_by_label("Group", exact=True).fill("Librarianship")
    file = {"name": "Teen Librarian.md", "mimeType": "text/markdown", "buffer": GUIDE.encode()}
    page.locator("input[type=file]").set_input_files([file])
    page.locator("input[type=submit]").first.click()


def a_table(page: Page) -> None:
    page.goto("/admin/questions/question/import/")
    file = {"name": "questions.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.locator("input[type=file]").set_input_files([file])
    page.get_by_role("button", name="Show what it would do").click()


def a_dismissal(page: Page) -> None:
    page.goto("/admin/questions/message/?kind=suggestion")
    page.locator("input.action-select").first.check()
    actions = page.locator("select[name=action]")
    actions.select_option(actions.locator("option", has_text="Dismiss").get_attribute("value"))
    page.get_by_role("button", name="Run").click()


# In this order: what one does, the next one finds done.
PICTURES = {
    "desk-wide-light": ("pat", WIDE, "light", the_desk),
    "desk-phone-dark": ("ed", PHONE, "dark", the_desk),
    "desk-similar-wide-light": ("ann", WIDE, "light", a_new_question),
    "desk-checklist-wide-light": ("pat", WIDE, "light", what_is_missing),
    "desk-compare-wide-light": ("pat", WIDE, "light", a_comparison),
    "desk-lost-update-wide-dark": ("ed", WIDE, "dark", a_lost_update),
    "desk-merge-wide-light": ("pat", WIDE, "light", a_merge),
    "desk-split-wide-light": ("pat", WIDE, "light", a_split),
    "desk-coverage-wide-light": ("pat", WIDE, "light", the_coverage),
    "desk-upload-wide-light": ("pat", WIDE, "light", an_upload),
    "desk-table-wide-dark": ("pat", WIDE, "dark", a_table),
    "desk-dismiss-wide-light": ("ed", WIDE, "light", a_dismissal),
    "desk-history-wide-light": ("pat", WIDE, "light", a_history),
}
