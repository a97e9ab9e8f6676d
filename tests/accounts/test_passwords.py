"""Passwords: how they are kept, changed and replaced."""

import re
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from prepsite import settings as real
from tests.pages.reading import text_of

from .signing import PASSPHRASE, App, attributes, faults, is_in, sign_in

NEW = "four words nobody else would choose"
pytestmark = pytest.mark.usefixtures("erin")


def change(browser: Client, *, old: str = PASSPHRASE, new: str = NEW) -> list[str]:
    return faults(browser.post("/accounts/password/", {"oldpassword": old, "password1": new, "password2": new}))


@pytest.fixture
def erins(erin: User) -> Client:
    browser = Client()
    browser.force_login(erin)
    return browser


def test_new_passwords_are_kept_as_argon2(settings: Any):
    settings.PASSWORD_HASHERS = real.PASSWORD_HASHERS
    assert make_password(NEW).startswith("argon2$argon2id$")


def test_an_older_hash_still_opens_and_becomes_argon2(settings: Any, visitor: Client):
    settings.PASSWORD_HASHERS = real.PASSWORD_HASHERS
    User.objects.update(password=make_password(PASSPHRASE, hasher="pbkdf2_sha256"))
    sign_in(visitor)
    assert is_in(visitor)
    assert User.objects.get().password.startswith("argon2$")


def test_changing_it_needs_the_current_one(erins: Client):
    assert change(erins, old="nope") == ["Please type your current password."]
    assert change(erins) == []
    assert User.objects.get().check_password(NEW)


def test_the_link_in_the_admin_leads_there(erins: Client):
    assert erins.get("/admin/password_change/")["Location"] == "/accounts/password/"


@pytest.mark.parametrize(
    "weak", ["short", "eleven char", "qwertyuiop", "19840229", "erin@library.example", "prepsite-interview", "Librarian1!"]
)
def test_what_others_would_try_first_is_refused(erins: Client, weak: str):
    assert change(erins, new=weak) != []


@pytest.mark.parametrize(
    "strong", ["correct horse battery staple", "704831996250418", "ünïcödé ☂ " * 20, "interviews in the rain", "  a b  c d  e "]
)
def test_any_other_words_are_taken_as_they_are(erins: Client, strong: str):
    assert change(erins, new=strong) == []
    assert User.objects.get().check_password(strong)


def test_password_managers_know_old_and_new(erins: Client):
    page = erins.get("/accounts/password/")
    kinds = [attributes(page, name)["autocomplete"] for name in ("oldpassword", "password1", "password2")]
    assert kinds == ["current-password", "new-password", "new-password"]
    assert {attributes(page, name)["type"] for name in ("oldpassword", "password1", "password2")} == {"password"}


def test_without_a_mailer_it_says_whom_to_ask(visitor: Client):
    assert "Ask whoever manages the users here" in visitor.get("/accounts/password/forgotten/").text
    assert not mail.outbox


@pytest.mark.usefixtures("with_mail")
def test_with_one_a_link_comes_by_mail_and_the_second_factor_is_still_asked_for(visitor: Client, app: App):
    visitor.post("/accounts/password/forgotten/", {"email": "erin@library.example"})
    link = re.search(r"http://testserver(/accounts/password/new/\S+)", mail.outbox[0].body)
    assert link
    form = visitor.get(link[1], follow=True).redirect_chain[-1][0]
    visitor.post(form, {"password1": NEW, "password2": NEW})
    assert not is_in(visitor)
    assert sign_in(visitor, password=NEW)["Location"] == "/accounts/login/second-factor/"
    assert text_of(Client().get(link[1], follow=True), "main a") == ["Ask for a new one"]


@pytest.mark.usefixtures("with_mail")
def test_it_never_tells_which_addresses_have_an_account(visitor: Client):
    pages = [
        visitor.post("/accounts/password/forgotten/", {"email": mail}) for mail in ("erin@library.example", "no@one.example")
    ]
    assert len({page["Location"] for page in pages}) == 1


@pytest.mark.usefixtures("with_mail")
def test_an_account_made_without_a_password_gets_its_first_one_by_the_link(visitor: Client):
    User.objects.create_user("ann", "ann@library.example", is_staff=True)
    visitor.post("/accounts/password/forgotten/", {"email": "ann@library.example"})
    link = re.search(r"http://testserver(/accounts/password/new/\S+)", mail.outbox[0].body)
    assert link
    form = visitor.get(link[1], follow=True).redirect_chain[-1][0]
    visitor.post(form, {"password1": NEW, "password2": NEW})
    sign_in(visitor, "ann", NEW)
    assert is_in(visitor)
