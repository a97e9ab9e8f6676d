"""Signing in and out with a name and a password."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.pages.reading import parse, text_of

from .signing import ACCOUNT, DESK, LOGIN, PASSPHRASE, attributes, faults, is_in, sign_in


def test_who_opens_the_desk_signs_in_first_and_then_is_there(visitor: Client, erin: User):
    page = visitor.get("/admin/questions/topic/", follow=True)
    wanted = attributes(page, "next")["value"]
    assert page.redirect_chain[-1][0].startswith(LOGIN)
    assert sign_in(visitor, next=str(wanted))["Location"] == "/admin/questions/topic/"
    assert is_in(visitor)


def test_without_a_wish_the_way_leads_to_the_desk(visitor: Client, erin: User):
    assert sign_in(visitor)["Location"] == DESK


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(visitor: Client, erin: User, elsewhere: str):
    assert sign_in(visitor, next=elsewhere)["Location"] == DESK
    assert Client().get("/admin/login/", {"next": elsewhere})["Location"].startswith(LOGIN)


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(visitor: Client, erin: User):
    answers = [faults(sign_in(visitor, "erin", "nope")), faults(sign_in(visitor, "nobody", PASSPHRASE))]
    assert answers == [["The username and/or password you specified are not correct."]] * 2
    assert not is_in(visitor)


def test_a_closed_account_is_answered_like_a_wrong_password(visitor: Client, erin: User):
    wrong = faults(sign_in(visitor, "erin", "nope"))
    User.objects.update(is_active=False)
    assert faults(sign_in(visitor)) == wrong


def test_nobody_signs_up(visitor: Client):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert visitor.get("/accounts/signup/").status_code == 404
    assert "sign up" not in visitor.get(LOGIN).text.lower()


def test_who_is_not_on_the_staff_is_told_so_and_can_sign_out(visitor: Client):
    User.objects.create_user("nina", password=PASSPHRASE)
    page = visitor.get(sign_in(visitor, "nina")["Location"], follow=True)
    assert page.status_code == 403
    assert text_of(page, "h1") == ["For the staff only"]
    assert parse(page).query("form[action='/accounts/logout/']")


@pytest.mark.parametrize("address", ["/accounts/logout/", "/admin/logout/"])
def test_signing_out_ends_the_session_for_good(visitor: Client, erin: User, address: str):
    sign_in(visitor)
    old = visitor.cookies["sessionid"].value
    assert visitor.post(address)["Location"] == LOGIN
    visitor.cookies["sessionid"] = old
    assert not is_in(visitor)


def test_a_link_signs_nobody_out(visitor: Client, erin: User):
    sign_in(visitor)
    assert visitor.get("/accounts/logout/").status_code == 200
    assert is_in(visitor)


def test_signing_in_makes_a_new_session(visitor: Client, erin: User):
    visitor.get(LOGIN)
    sign_in(visitor)
    first = visitor.cookies["sessionid"].value
    visitor.post("/accounts/logout/")
    sign_in(visitor)
    assert visitor.cookies["sessionid"].value not in ("", first)


def test_every_page_for_the_signed_in_has_a_way_out(editor: Client):
    for address in (DESK, ACCOUNT, "/accounts/password/", "/accounts/sessions/", "/admin/questions/topic/"):
        assert parse(editor.get(address)).query("form#logout-form button"), address


def test_password_managers_know_the_fields(visitor: Client):
    page = visitor.get(LOGIN)
    assert (attributes(page, "login")["autocomplete"], attributes(page, "login")["type"]) == ("username", "text")
    assert (attributes(page, "password")["autocomplete"], attributes(page, "password")["type"]) == (
        "current-password",
        "password",
    )
    assert "autofocus" in attributes(page, "login")


def test_what_was_wrong_is_tied_to_its_field(visitor: Client):
    page = sign_in(visitor, "", PASSPHRASE)
    field = attributes(page, "login")
    assert field["aria-invalid"] == "true"
    [fault] = parse(page).query(f"#{field['aria-describedby']}")
    assert "required" in fault.to_text()


def test_the_sign_in_speaks_spanish_too(visitor: Client):
    assert text_of(visitor.get("/es/accounts/login/"), "h1") == ["Iniciar sesión"]


def test_no_cache_keeps_the_sign_in_and_no_search_engine_lists_it(visitor: Client):
    page = visitor.get(LOGIN)
    assert "no-store" in page["Cache-Control"]
    assert "NONE" in str(parse(page).query("meta[name=robots]")[0].attrs["content"])
    assert "Disallow: /accounts/\n" in visitor.get("/robots.txt").text


def test_public_pages_know_nothing_of_who_is_signed_in(editor: Client, visitor: Client):
    page = editor.get("/")
    assert "Cookie" not in page.get("Vary", "")
    assert not page.cookies
    assert page.content == visitor.get("/").content
