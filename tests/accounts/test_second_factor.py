"""A second factor: required of staff, set up, asked for, and kept safe."""

from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from tests.pages.reading import parse, text_of

from .signing import ACCOUNT, DESK, SECOND, App, attributes, enter, faults, is_in, setting_up, sign_in


@pytest.mark.usefixtures("in_production", "erin")
@pytest.mark.parametrize("address", [DESK, "/admin/questions/topic/", "/admin/questions/question/add/", "/admin/guide/"])
def test_without_a_second_factor_no_page_of_the_desk_opens(visitor: Client, address: str):
    sign_in(visitor)
    assert visitor.get(address)["Location"] == ACCOUNT
    assert visitor.post(address, {})["Location"] == ACCOUNT


@pytest.mark.usefixtures("in_production", "erin")
def test_who_has_none_is_told_why_and_led_to_setting_one_up(visitor: Client):
    sign_in(visitor)
    page = visitor.get(DESK, follow=True)
    assert "Before the desk opens, set up a second factor" in text_of(page, ".why")[0]
    assert parse(page).query("a[href='/accounts/app/']")
    assert parse(page).query("a[href='/accounts/passkeys/add/']")


@pytest.mark.usefixtures("in_production", "erin", "clock")
def test_setting_up_an_app_right_after_signing_in_asks_nothing_twice_and_opens_the_desk(visitor: Client):
    setting_up(visitor)
    assert is_in(visitor)


@pytest.mark.usefixtures("erin", "clock")
def test_later_it_asks_for_the_password_again(visitor: Client, clock: time_machine.Traveller):
    sign_in(visitor)
    clock.shift(301)
    assert visitor.get("/accounts/app/")["Location"].startswith("/accounts/confirm/?next=")
    visitor.post("/accounts/confirm/?next=/accounts/app/", {"password": "a long enough passphrase"})
    assert visitor.get("/accounts/app/").status_code == 200


@pytest.mark.usefixtures("erin")
def test_on_ones_own_machine_a_password_is_enough(visitor: Client):
    sign_in(visitor)  # the tests have HTTPS=off, as `make serve` has
    assert is_in(visitor)


@pytest.mark.usefixtures("clock")
def test_with_an_app_the_password_alone_opens_nothing(visitor: Client, app: App):
    assert sign_in(visitor)["Location"] == SECOND
    assert not is_in(visitor)


@pytest.mark.usefixtures("in_production")
def test_password_and_code_open_the_desk(visitor: Client, app: App):
    sign_in(visitor, next="/admin/guide/")
    assert enter(visitor, app.code())["Location"] == "/admin/guide/"
    assert is_in(visitor)


def test_a_wrong_code_opens_nothing(visitor: Client, app: App):
    sign_in(visitor)
    assert faults(enter(visitor, "000000")) == ["Incorrect code."]
    assert not is_in(visitor)


def test_a_code_works_once(visitor: Client, app: App):
    sign_in(visitor)
    enter(visitor, app.code())
    other = Client()
    sign_in(other)
    assert faults(enter(other, app.code())) == ["Incorrect code."]


def test_a_code_is_good_for_half_a_minute(visitor: Client, app: App, clock: time_machine.Traveller):
    sign_in(visitor)
    code = app.code()
    clock.shift(30)
    assert faults(enter(visitor, code)) == ["Incorrect code."]


def test_a_recovery_code_opens_the_desk_once(visitor: Client, app: App):
    assert len(app.recovery_codes) == 10
    sign_in(visitor)
    enter(visitor, app.recovery_codes[0])
    assert is_in(visitor)
    other = Client()
    sign_in(other)
    assert faults(enter(other, app.recovery_codes[0])) == ["Incorrect code."]


def test_recovery_codes_are_shown_once(erin: User, clock: time_machine.Traveller, visitor: Client):
    app = setting_up(visitor)
    page = visitor.get("/accounts/recovery-codes/")
    assert not any(code in page.text for code in app.recovery_codes)
    assert "You have 10 codes left" in page.text


def test_no_cache_keeps_recovery_codes_or_what_else_an_account_shows(app: App, visitor: Client):
    sign_in(visitor)
    enter(visitor, app.code())
    for address in ("", "recovery-codes/", "recovery-codes/new/", "sessions/", "password/"):
        assert "no-store" in visitor.get(f"/accounts/{address}")["Cache-Control"], address


def test_new_recovery_codes_end_the_old_ones(visitor: Client, app: App):
    sign_in(visitor)
    enter(visitor, app.recovery_codes[0])
    fresh = text_of(visitor.post("/accounts/recovery-codes/new/", follow=True), ".codes li")
    assert len(set(fresh) - set(app.recovery_codes)) == 10
    other = Client()
    sign_in(other)
    assert faults(enter(other, app.recovery_codes[1])) == ["Incorrect code."]


@pytest.mark.usefixtures("in_production")
def test_who_removes_the_last_factor_sets_up_another_before_going_on(visitor: Client, app: App):
    sign_in(visitor)
    enter(visitor, app.code())
    visitor.post("/accounts/app/remove/")
    assert visitor.get(DESK)["Location"] == ACCOUNT
    assert not Authenticator.objects.exists()


def test_phones_offer_the_code_and_digits(visitor: Client, app: App):
    sign_in(visitor)
    field = attributes(visitor.get(SECOND), "code")
    assert (field["autocomplete"], field["inputmode"]) == ("one-time-code", "numeric")
    assert "autofocus" in field


def test_the_picture_for_the_camera_comes_with_the_page(erin: User, visitor: Client):
    sign_in(visitor)
    [picture] = parse(visitor.get("/accounts/app/")).query("img.picture")
    assert str(picture.attrs["src"]).startswith("data:image/svg+xml;base64,")
    assert picture.attrs["alt"]


def test_a_copy_of_the_database_holds_no_secret_to_sign_in_with(app: App):
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert app.secret not in kept
    assert not any(code in kept for code in app.recovery_codes)


def test_a_new_secret_key_keeps_second_factors_while_the_old_one_is_named(visitor: Client, app: App, settings: Any):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another one"
    sign_in(visitor)
    enter(visitor, app.code())
    assert is_in(visitor)


def test_without_the_old_secret_key_it_says_what_to_do(visitor: Client, app: App, settings: Any):
    settings.SECRET_KEY = "another one"
    sign_in(visitor)
    with pytest.raises(ImproperlyConfigured, match="reset_mfa"):
        enter(visitor, app.code())
