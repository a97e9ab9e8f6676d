"""The ways of editors and publishers through the desk, as they go them with a mouse."""

import pytest
from playwright.sync_api import expect

from questions.editorial.duplicates import noting
from questions.models import Question
from tests.factories import make_question, make_role, make_suggestion, make_topic

from .conftest import Sign
from .desk import GUIDE, REWORDED, ROUTE
from .desk_steps import run_action, save_second, send_table

pytestmark = pytest.mark.browser


@pytest.fixture
def java_script() -> bool:
    return True


@pytest.fixture(autouse=True)
def route(transactional_db: None) -> Question:
    """A public question of a bookmobile librarian."""
    role = make_role(title="Bookmobile Librarian", summary="Drives the library to people.")
    make_suggestion(text="Why do you drive a bookmobile?", role=role)
    return make_question(text=ROUTE, role=role, topics=[make_topic(name="Route planning")], purpose="Shows a plan.")


def test_a_suggestion_becomes_a_draft_of_who_accepts_it(sign_in: Sign):
    ed = sign_in("ed")
    ed.goto("/admin/")
    ed.get_by_role("link", name="Suggested questions").click()
    expect(ed.locator("#result_list tbody tr")).to_have_count(1)
    run_action(ed, "Accept", on="message/?kind=suggestion&state=waiting")
    expect(ed.locator(".messagelist")).to_contain_text("Why do you drive a bookmobile?")
    ed.goto("/admin/")
    expect(ed.get_by_role("link", name="Your questions in draft")).to_be_visible()
    expect(ed.get_by_role("link", name="Suggested questions")).to_have_count(0)


def test_similar_questions_show_while_a_new_one_is_typed(sign_in: Sign):
    ann = sign_in("ann")
    ann.goto("/admin/questions/question/add/")
    ann.get_by_label("Text:").first.press_sequentially(REWORDED)
    expect(ann.locator(".similar-questions").get_by_role("link", name=ROUTE)).to_be_visible()
    ann.get_by_label("Text:").first.fill("Which shelves would you weed first?")
    expect(ann.locator(".similar-questions li")).to_have_count(0)


@pytest.fixture
def alike(route: Question) -> Question:
    question = make_question(text=REWORDED, role=make_role(title="Van Driver"), topics=["Route planning"])
    noting.compare([question])
    return question


def test_two_questions_become_one_and_the_page_of_the_other_leads_there(route: Question, alike: Question, sign_in: Sign):
    pat, visitor = sign_in("pat"), sign_in("visitor")
    pat.goto("/admin/")
    pat.get_by_role("link", name="Pairs of similar questions").first.click()
    pat.get_by_role("link", name="Merge").first.click()
    pat.get_by_label(f"Keep this one (question {route.pk})").check()
    pat.get_by_role("button", name="Merge").click()
    expect(pat.locator(".messagelist")).to_contain_text("Merged")
    visitor.goto(alike.get_absolute_url())
    expect(visitor).to_have_url(f"{visitor.evaluate('location.origin')}{route.get_absolute_url()}")
    expect(visitor.get_by_role("link", name="Van Driver").first).to_be_visible()


def test_the_second_of_two_editors_sees_both_versions_and_saves_theirs_knowingly(sign_in: Sign):
    page, other = sign_in("pat"), sign_in("ed")
    # Of a draft, so that what each saves is live.
    run_action(page, "back to draft", on="question/")
    page.get_by_role("button", name="Yes, send 1 question back to draft").click()
    save_second(page, "How do you plan", other)
    expect(page.locator(".desk-both")).to_contain_text("A plan without anybody asked.")
    expect(page.get_by_label("Pitfalls:")).to_have_value("A plan drawn at the desk.")
    page.get_by_label("I have seen theirs").check()
    page.get_by_role("button", name="Save and continue editing").first.click()
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    other.reload()
    expect(other.get_by_label("Pitfalls:")).to_have_value("A plan drawn at the desk.")


def test_what_is_public_from_a_later_day_is_not_there_today(route: Question, sign_in: Sign):
    pat, visitor = sign_in("pat"), sign_in("visitor")
    pat.goto(f"/admin/questions/question/{route.pk}/change/")
    pat.get_by_role("link", name="Public from").click()
    pat.locator("input[name=publish_at_0]").fill("2199-01-01")
    pat.locator("input[name=publish_at_1]").fill("09:00")
    pat.get_by_role("button", name="Publish with these times").click()
    expect(pat.locator(".messagelist")).to_contain_text("Scheduled: 1 question.")
    answer = visitor.goto(route.get_absolute_url())
    assert answer
    assert answer.status == 404


def test_the_heat_map_leads_to_the_questions_it_counts(route: Question, sign_in: Sign):
    pat = sign_in("pat")
    pat.goto("/admin/questions/role/")
    pat.get_by_role("link", name="Coverage").click()
    pat.get_by_label("Group:").select_option(index=1)
    pat.get_by_role("button", name="Show").click()
    pat.locator(".coverage td").get_by_role("link", name="1").first.click()
    expect(pat.locator("#result_list tbody tr")).to_have_count(1)
    expect(pat.locator("#result_list")).to_contain_text(ROUTE)


def test_a_table_is_shown_before_it_is_imported(sign_in: Sign):
    pat = sign_in("pat")
    send_table(pat, "text,topics,roles\nHow do you park a van?,Route planning,Librarianship / Bookmobile Librarian\n")
    expect(pat.locator("#content")).to_contain_text("would bring 1 new")
    pat.get_by_role("button", name="Import this").click()
    pat.goto("/admin/questions/question/?status=draft")
    expect(pat.locator("#result_list")).to_contain_text("How do you park a van?")


class TestWithoutScripts:
    @pytest.fixture
    def java_script(self) -> bool:
        return False

    def test_a_guide_is_reported_before_it_is_imported(self, sign_in: Sign):
        pat = sign_in("pat")
        pat.goto("/admin/questions/guideimport/upload/")
        pat.get_by_label("Field", exact=True).fill("Library and Information Science")
        pat.get_by_label("Group", exact=True).fill("Librarianship")
        file = {"name": "Van Driver.md", "mimeType": "text/markdown", "buffer": GUIDE.encode()}
        pat.locator("input[type=file]").set_input_files([file])
        pat.locator("input[type=submit]").first.click()
        expect(pat.locator("#content")).to_contain_text("Nothing has been imported yet.")
        expect(pat.get_by_role("link", name=ROUTE)).to_be_visible()
        pat.get_by_role("button", name="Import this").click()
        expect(pat.locator("#content")).to_contain_text("has been imported")
        pat.get_by_role("link", name="Van Driver").click()
        expect(pat.get_by_label("Title:").first).to_have_value("Van Driver")
