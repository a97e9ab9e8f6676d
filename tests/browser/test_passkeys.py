"""Passkeys in a real browser, whose authenticator is a program: made at the account, then signing in by themselves."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.accounts.signing import LOGIN, PASSPHRASE

from .axe import faults_here

pytestmark = pytest.mark.browser
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def java_script() -> bool:
    return True


@pytest.fixture
def erin(transactional_db: None, settings) -> Iterator[None]:
    settings.STAFF_MFA = True
    User.objects.create_superuser("erin", password=PASSPHRASE)
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def device(erin: None, page: Page) -> dict[str, str]:
    """A phone that keeps passkeys and knows its owner."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    return {"authenticatorId": devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]}


def sign_in(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill("erin")
    page.get_by_label("Password").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()


def add_passkey(page: Page) -> None:
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill("Erin's phone")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("They are shown this one time.")).to_be_visible()


def test_a_passkey_that_was_made_on_the_first_day_signs_in_by_itself(erin: None, page: Page, device: dict[str, str]):
    sign_in(page)
    expect(page.get_by_text("Before the desk opens")).to_be_visible()
    add_passkey(page)
    page.get_by_role("link", name="go on to the desk").click()
    expect(page).to_have_url(re.compile("/admin/$"))
    page.get_by_role("button", name="Log out").click()
    page.goto("/admin/guide/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile("/admin/guide/$"))


def test_after_the_password_it_is_the_second_step(erin: None, page: Page, device: dict[str, str]):
    sign_in(page)
    add_passkey(page)
    page.get_by_role("button", name="Sign out").click()
    sign_in(page)
    expect(page).to_have_url(re.compile("/second-factor/$"))
    page.get_by_role("button", name="Use a passkey or security key").click()
    expect(page).to_have_url(re.compile("/admin/$"))


def test_a_device_that_gives_none_is_said_so_and_the_password_stays_a_way(erin: None, page: Page, device: dict[str, str]):
    page.goto(LOGIN)
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no key')) }")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("The device gave no passkey.")).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_focused()
    sign_in(page)
    expect(page.get_by_text("Before the desk opens")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_an_account_has_a_fault(erin: None, page: Page, device: dict[str, str], width: int, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text) if "Content Security Policy" in message.text else None)
    found = {}

    def look(name: str) -> None:
        found[name] = faults_here(page)

    page.goto(LOGIN)
    look("sign in")
    page.get_by_role("button", name="Sign in", exact=True).click()
    sign_in(page)
    look("without a factor")
    page.goto("/accounts/app/")
    look("app")
    page.goto("/accounts/")
    add_passkey(page)
    look("recovery codes")
    for place in ("", "passkeys/add/", "recovery-codes/", "recovery-codes/new/", "sessions/", "password/", "logout/"):
        page.goto(f"/accounts/{place}")
        look(place)
    page.get_by_role("button", name="Sign out").first.click()
    sign_in(page)
    look("second step")
    for place in ("password/forgotten/", "inactive/"):
        page.goto(f"/accounts/{place}")
        look(place)
    assert ({name: faults for name, faults in found.items() if faults}, blocked) == ({}, [])


class TestWithoutScripts:
    @pytest.fixture
    def java_script(self) -> bool:
        return False

    def test_nothing_is_offered_that_would_not_work(self, erin: None, page: Page):
        sign_in(page)
        page.get_by_role("link", name="Add a passkey").click()
        expect(page.get_by_text("Passkeys need JavaScript")).to_be_visible()
        expect(page.get_by_role("button", name="Add it")).to_be_hidden()
