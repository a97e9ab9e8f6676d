"""What the log tells the operator of sign-ins, and what it keeps to itself."""

import logging
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client

from prepsite.operation.logs import logging_as

from .signing import PASSPHRASE, App, enter, sign_in

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.INFO, logger="prepsite.accounts"):
        yield caplog


def test_who_came_and_left_by_the_key_of_the_account(erin: User, visitor: Client, told: pytest.LogCaptureFixture):
    sign_in(visitor)
    visitor.post("/accounts/logout/")
    assert told.messages == [f"account {erin.pk} signed in", f"account {erin.pk} signed out"]


def test_a_wrong_try_without_what_was_typed(erin: User, visitor: Client, told: pytest.LogCaptureFixture):
    sign_in(visitor, "my secret in the wrong field", "nope")
    assert told.messages == ["a name and password were wrong"]


def test_a_wrong_second_factor_after_the_right_password(app: App, erin: User, visitor: Client, told: pytest.LogCaptureFixture):
    sign_in(visitor)
    told.clear()
    enter(visitor, "000000")
    assert told.messages == [f"account {erin.pk}: the password was right and the second factor wrong"]


def test_a_change_of_how_somebody_signs_in(app: App, erin: User, visitor: Client, told: pytest.LogCaptureFixture):
    sign_in(visitor)
    enter(visitor, app.recovery_codes[0])
    told.clear()
    new = "four words nobody else would choose"
    visitor.post("/accounts/password/", {"oldpassword": PASSPHRASE, "password1": new, "password2": new})
    visitor.post("/accounts/app/remove/")
    assert told.messages[0] == f"account {erin.pk} has a new password"
    assert told.messages[-2:] == [f"account {erin.pk} changed its second factors: {kind}" for kind in ("totp", "recovery_codes")]


def test_who_made_a_link_for_whose_password_and_never_the_link(erin: User, visitor: Client, told: pytest.LogCaptureFixture):
    sue = User.objects.create_superuser("sue")
    visitor.force_login(sue)
    told.clear()
    visitor.post("/admin/auth/user/", {"action": "make_links", "_selected_action": [erin.pk]})
    assert told.messages == [f"account {erin.pk}: a link for a new password was made by account {sue.pk}"]


def test_it_is_told_however_little_the_rest_tells():
    assert logging_as("json", "error")["loggers"]["prepsite.accounts"]["level"] == "INFO"
