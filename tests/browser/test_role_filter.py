"""Noor types part of a title: the list of roles narrows while she types, or when she presses the button without scripts."""

import pytest
from playwright.sync_api import Page, Request, expect

from tests.factories import make_field, make_group, make_question, make_role

pytestmark = pytest.mark.browser


@pytest.fixture
def roles(transactional_db: None) -> None:
    make_role(also_called=["Engagement Specialist"])
    make_role(title="Nurse", group=make_group(name="Nursing", field=make_field(name="Health")))
    make_question(role=make_role(title="Archivist"), topics=["Paper"])


@pytest.fixture
def many_roles(transactional_db: None) -> None:
    for number in range(120):
        make_role(title=f"Role {number:03}")


def titles(page: Page):
    return page.locator(".found .rows a")


class TestWithoutScripts:
    def test_the_form_finds_a_role_by_another_title(self, roles: None, page: Page):
        page.goto("/roles/")
        page.get_by_label("Title, or another name").fill("engagement")
        expect(titles(page)).to_have_count(3)
        page.get_by_role("button", name="Show").click()
        expect(titles(page)).to_have_text(["Community Outreach Librarian"])
        assert page.url.endswith("/roles/?q=engagement&field=")


class TestWithScripts:
    @pytest.fixture
    def java_script(self) -> bool:
        return True

    def test_the_list_narrows_while_she_types_and_the_address_keeps_step(self, roles: None, page: Page):
        page.goto("/roles/")
        page.get_by_label("Title, or another name").press_sequentially("engagement")
        expect(titles(page)).to_have_text(["Community Outreach Librarian"])
        expect(page).to_have_url("/roles/?q=engagement")
        expect(page).to_have_title("Roles for “engagement” · Prepsite")
        expect(page.get_by_label("Title, or another name")).to_be_focused()
        page.reload()
        expect(titles(page)).to_have_text(["Community Outreach Librarian"])

    def test_a_field_narrows_the_list_and_clearing_the_words_widens_it_again(self, roles: None, page: Page):
        page.goto("/roles/?q=nurse")
        page.get_by_label("Field").select_option("Health")
        expect(page).to_have_url("/roles/?q=nurse&field=health")
        page.get_by_label("Title, or another name").fill("")
        expect(page).to_have_url("/roles/?field=health")
        page.get_by_label("Field").select_option("All fields")
        expect(page).to_have_url("/roles/")
        expect(titles(page)).to_have_count(3)

    def test_a_topic_she_came_with_is_kept(self, roles: None, page: Page):
        page.goto("/roles/?topic=paper")
        page.get_by_label("Title, or another name").fill("arch")
        expect(page).to_have_url("/roles/?q=arch&topic=paper")
        expect(titles(page)).to_have_text(["Archivist"])

    def test_the_number_is_said_in_an_element_that_stays(self, roles: None, page: Page):
        page.goto("/roles/")
        status = page.get_by_role("status")
        status.evaluate("element => { element.dataset.same = 'yes' }")
        page.get_by_label("Title, or another name").fill("zebra")
        expect(status).to_contain_text("0 roles")
        expect(page.locator(".found")).to_contain_text("No role of that name yet")
        expect(status).to_have_attribute("data-same", "yes")

    def test_roles_of_other_pages_are_found_too(self, many_roles: None, page: Page):
        page.goto("/roles/?page=2")
        expect(titles(page)).to_have_count(20)
        page.get_by_label("Title, or another name").fill("role 007")
        expect(titles(page)).to_have_text(["Role 007"])
        expect(page).to_have_url("/roles/?q=role+007")

    def test_an_answer_that_was_overtaken_is_not_shown(self, roles: None, page: Page):
        overtaken: list[Request] = []
        page.on("requestfailed", lambda request: overtaken.append(request))
        page.route("**/roles/?q=arch", lambda route: None)  # never answers
        page.goto("/roles/")
        words = page.get_by_label("Title, or another name")
        with page.expect_request("**/roles/?q=arch"):
            words.fill("arch")
        words.fill("nurse")
        expect(titles(page)).to_have_text(["Nurse"])
        assert [request.url.rpartition("?")[2] for request in overtaken] == ["q=arch"]

    def test_when_the_server_has_no_answer_the_list_stays_and_the_button_still_works(self, roles: None, page: Page):
        page.route("**/roles/?q=arch", lambda route: route.fulfill(status=503, body="<p>Later.</p>"))
        page.goto("/roles/")
        with page.expect_response("**/roles/?q=arch"):
            page.get_by_label("Title, or another name").fill("arch")
        expect(titles(page)).to_have_count(3)
        page.get_by_label("Field").select_option("Library and Information Science")
        page.get_by_role("button", name="Show").click()
        expect(titles(page)).to_have_text(["Archivist"])
