"""Signing out everywhere, and what else ends sessions in other browsers."""

import logging
from io import StringIO
from urllib.parse import quote

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Permission, User
from django.core.management import CommandError, call_command
from django.test import Client

from tests.pages.reading import text_of

from .signing import DESK, PASSPHRASE, SECOND, App, enter, is_in, setting_up, sign_in

NEW = "four words nobody else would choose"
USERS = "/admin/auth/user/"
pytestmark = pytest.mark.usefixtures("clock", "erin")


@pytest.fixture
def here() -> Client:
    browser = Client(headers={"User-Agent": "Firefox at the desk"})
    sign_in(browser)
    return browser


@pytest.fixture
def elsewhere() -> Client:
    browser = Client(headers={"User-Agent": "Chrome on the bus"}, REMOTE_ADDR="192.0.2.7")
    sign_in(browser)
    return browser


def test_everybody_sees_where_they_are_signed_in(here: Client, elsewhere: Client):
    rows = text_of(here.get("/accounts/sessions/"), ".rows li")
    assert [("this browser" in row, "192.0.2.7" in row) for row in rows] == [(True, False), (False, True)]
    assert "Chrome on the bus" in rows[1]


def test_signing_out_everywhere_else_leaves_this_browser(here: Client, elsewhere: Client):
    here.post("/accounts/sessions/")
    assert (is_in(here), is_in(elsewhere)) == (True, False)


def test_signing_out_everywhere_leaves_none(here: Client, elsewhere: Client):
    here.post("/accounts/sessions/end/")
    assert (is_in(here), is_in(elsewhere)) == (False, False)


def test_ending_sessions_later_asks_who_it_is_first(here: Client, elsewhere: Client, clock: time_machine.Traveller):
    clock.shift(301)
    for address in ("/accounts/sessions/", "/accounts/sessions/end/"):
        assert here.post(address)["Location"] == f"/accounts/confirm/?next={quote(address, safe='')}"
    assert is_in(elsewhere)
    here.post("/accounts/confirm/?next=/accounts/sessions/end/", {"password": PASSPHRASE})
    assert (is_in(here), is_in(elsewhere)) == (False, False)


def test_saying_once_more_who_it_is_makes_a_new_key_of_the_same_session(here: Client, clock: time_machine.Traveller):
    old = Client()
    old.cookies["sessionid"] = here.cookies["sessionid"].value
    clock.shift(301)
    here.post("/accounts/confirm/?next=/accounts/app/", {"password": PASSPHRASE})
    assert (is_in(here), is_in(old)) == (True, False)
    [row] = text_of(here.get("/accounts/sessions/"), ".rows li")
    assert "this browser" in row


def test_a_link_ends_nothing(here: Client):
    assert here.get("/accounts/sessions/end/").status_code == 405
    assert is_in(here)


def test_a_new_password_ends_the_other_sessions(here: Client, elsewhere: Client):
    here.post("/accounts/password/", {"oldpassword": PASSPHRASE, "password1": NEW, "password2": NEW})
    assert (is_in(here), is_in(elsewhere)) == (True, False)


def test_a_password_set_by_an_administrator_ends_all_sessions(here: Client, elsewhere: Client, erin: User):
    erin.set_password(NEW)
    erin.save()
    assert (is_in(here), is_in(elsewhere)) == (False, False)


def test_a_disabled_account_is_out_at_once_and_stays_out(elsewhere: Client, erin: User):
    erin.is_active = False
    erin.save()
    assert not is_in(elsewhere)
    erin.is_active = True
    erin.save()
    assert not is_in(elsewhere)


def test_a_deleted_account_is_out_at_once(elsewhere: Client, erin: User):
    erin.delete()
    assert not is_in(elsewhere)


def test_who_leaves_the_staff_is_shut_out_at_once(elsewhere: Client, erin: User):
    erin.is_staff = False
    erin.save()
    assert not is_in(elsewhere)


@pytest.mark.usefixtures("committed")
def test_a_new_second_factor_ends_the_sessions_that_did_without(elsewhere: Client):
    setting_up(Client())
    assert not is_in(elsewhere)


def test_removing_a_second_factor_ends_the_other_sessions(app: App, clock):
    here, elsewhere = Client(), Client()
    for number, browser in enumerate((here, elsewhere)):
        sign_in(browser)
        enter(browser, app.recovery_codes[number])
    here.post("/accounts/app/remove/")
    assert (is_in(here), is_in(elsewhere)) == (True, False)


def act(browser: Client, action: str, *users: User) -> list[str]:
    """What the list of users says after one of its actions."""
    page = browser.post(USERS, {"action": action, "_selected_action": [user.pk for user in users]}, follow=True)
    return text_of(page, ".messagelist li")


def test_an_administrator_signs_somebody_out_everywhere(here: Client):
    ann = User.objects.create_user("ann", password=PASSPHRASE, is_staff=True)
    browser = Client()
    sign_in(browser, "ann")
    assert is_in(browser)
    assert act(here, "sign_out_everywhere", ann) == ["1 session has ended."]
    assert (is_in(browser), is_in(here)) == (False, True)


def test_an_administrator_lets_somebody_set_up_their_second_factor_anew(app: App):
    admin = Client()
    User.objects.create_superuser("sue", password=PASSPHRASE)
    sign_in(admin, "sue")
    assert act(admin, "reset_second_factors", User.objects.get(username="erin"))[0].startswith("Removed: 2.")
    assert sign_in(Client())["Location"] == DESK


def test_who_manages_users_without_being_a_superuser_takes_no_superusers_factor(app: App):
    manager = User.objects.create_user("mia", password=PASSPHRASE, is_staff=True)
    manager.user_permissions.set(Permission.objects.filter(codename__in=("change_user", "view_user")))
    browser = Client()
    sign_in(browser, "mia")
    assert act(browser, "reset_second_factors", User.objects.get(username="erin"))[0].startswith("Removed: 0.")
    assert sign_in(Client())["Location"] == SECOND


def test_who_may_not_change_users_has_no_such_action():
    viewer = User.objects.create_user("vera", password=PASSPHRASE, is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename="view_user"))
    browser = Client()
    sign_in(browser, "vera")
    assert "sign_out_everywhere" not in browser.get(USERS).text


def test_the_operator_lets_somebody_in_who_lost_phone_and_codes(app: App, caplog: pytest.LogCaptureFixture):
    said = StringIO()
    with caplog.at_level(logging.WARNING, logger="prepsite.accounts"):
        call_command("reset_mfa", "erin", stdout=said)
    assert "2 removed." in said.getvalue()
    assert caplog.messages == ["second factors of erin reset by manage.py reset_mfa: 2 removed"]
    assert not Authenticator.objects.exists()
    assert sign_in(Client())["Location"] == DESK


def test_of_a_name_nobody_has_the_operator_is_told():
    with pytest.raises(CommandError, match="There is no account nobody"):
        call_command("reset_mfa", "nobody")
