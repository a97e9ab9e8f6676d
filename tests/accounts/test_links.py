"""Accounts without a password that somebody else knows: links by which people choose their own."""

import re

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.test import Client

from tests.admin.forms import errors, send
from tests.pages.reading import parse, text_of

from .signing import PASSPHRASE, SECOND, App, is_in, sign_in
from .test_ending_sessions import NEW, USERS, act

ADD = f"{USERS}add/"
DAY = 24 * 3600


def browser_of(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def admin(db: None) -> Client:
    return browser_of(User.objects.create_superuser("sue"))


@pytest.fixture
def manager(db: None) -> Client:
    """Mia's, who manages the users and is no superuser."""
    mia = User.objects.create_user("mia", is_staff=True)
    mia.user_permissions.set(Permission.objects.filter(content_type__app_label="auth", content_type__model="user"))
    return browser_of(mia)


@pytest.fixture
def ann(db: None) -> User:
    return User.objects.create_user("ann", is_staff=True)


def page_of(user: User, page: str = "change") -> str:
    return f"{USERS}{user.pk}/{page}/"


def change(browser: Client, user: User, **typed: str) -> str:
    """What is wrong with the form of ``user``, sent with ``typed`` over the least it takes; "" after a save."""
    least = {"username": user.username, "is_active": "on", "is_staff": "on"}
    joined = {"date_joined_0": "2026-11-02", "date_joined_1": "09:00"}
    return errors(browser.post(page_of(user), least | joined | typed))


def links_in(said: list[str]) -> list[str]:
    """Paths of the links that were shown."""
    return re.findall(r"http://testserver(/accounts/password/new/\S+)", " ".join(said))


def link_for(user: User, browser: Client) -> str:
    [link] = links_in(act(browser, "make_links", user))
    return link


def choose(browser: Client, link: str) -> None:
    form = browser.get(link, follow=True).redirect_chain[-1][0]
    browser.post(form, {"password1": NEW, "password2": NEW})


def is_good(link: str) -> bool:
    return "Set it" in text_of(Client().get(link, follow=True), "button")


def test_whoever_makes_an_account_is_asked_for_no_password(admin: Client):
    assert parse(admin.get(ADD)).query("input[name*=password]") == []
    send(admin, ADD, username="ann")
    assert not User.objects.get(username="ann").has_usable_password()


def test_they_read_a_link_by_which_its_owner_chooses_one_and_signs_in(admin: Client, visitor: Client):
    page = admin.post(ADD, {"username": "ann", "email": "ann@library.example"}, follow=True)
    [link] = links_in(text_of(page, ".messagelist li"))
    assert change(admin, User.objects.get(username="ann"), email="ann@library.example") == ""
    choose(visitor, link)
    sign_in(visitor, "ann", NEW)
    assert is_in(visitor)


def test_a_name_that_differs_in_capitals_alone_is_refused(admin: Client, ann: User):
    assert "already exists" in errors(send(admin, ADD, username="Ann"))


def test_for_a_forgotten_password_everybody_who_is_chosen_gets_a_link(admin: Client, ann: User, erin: User, visitor: Client):
    said = act(admin, "make_links", ann, erin)
    assert ["ann" in said[0], "erin" in said[1], len(set(links_in(said)))] == [True, True, 2]
    choose(visitor, links_in(said)[1])
    sign_in(visitor, "erin", NEW)
    assert is_in(visitor)


def test_until_then_the_password_of_before_opens(admin: Client, erin: User, visitor: Client):
    link_for(erin, admin)
    sign_in(visitor)
    assert is_in(visitor)


def test_a_link_works_once(admin: Client, ann: User, visitor: Client):
    link = link_for(ann, admin)
    choose(visitor, link)
    page = Client().get(link, follow=True)
    assert text_of(page, "main p") == ["This link was used before, or is too old. Ask for a new one"]


def test_a_link_works_for_three_days(admin: Client, ann: User, clock: time_machine.Traveller):
    link = link_for(ann, admin)
    clock.shift(3 * DAY)
    assert is_good(link)
    clock.shift(1)
    assert not is_good(link)


def test_choosing_a_password_by_a_link_signs_nobody_in_and_the_second_factor_is_still_asked_for(admin: Client, app: App):
    browser = Client()
    choose(browser, link_for(User.objects.get(username="erin"), admin))
    assert not is_in(browser)
    assert sign_in(browser, password=NEW)["Location"] == SECOND


def test_a_password_that_others_would_try_first_is_refused_there_too(admin: Client, ann: User, visitor: Client):
    form = visitor.get(link_for(ann, admin), follow=True).redirect_chain[-1][0]
    visitor.post(form, {"password1": "qwertyuiop", "password2": "qwertyuiop"})
    ann.refresh_from_db()
    assert not ann.has_usable_password()


def test_no_cache_keeps_a_page_that_shows_a_link(admin: Client, ann: User):
    page = admin.post(USERS, {"action": "make_links", "_selected_action": [ann.pk]}, follow=True)
    assert links_in(text_of(page, ".messagelist li"))
    assert "no-store" in page["Cache-Control"]


def test_a_link_is_shown_once_and_leads_nowhere_by_a_click(admin: Client, ann: User):
    page = admin.post(USERS, {"action": "make_links", "_selected_action": [ann.pk]}, follow=True)
    assert parse(page).query(".messagelist a") == []
    assert "/password/new/" not in admin.get(USERS).text


def test_the_page_that_a_link_opens_has_another_address_and_tells_it_to_no_other_site(admin: Client, ann: User, visitor: Client):
    page = visitor.get(link_for(ann, admin), follow=True)
    assert page.redirect_chain[-1][0].endswith("-set-password/")
    assert page["Referrer-Policy"] == "same-origin"


@pytest.mark.usefixtures("with_mail")
def test_an_address_that_was_corrected_gets_no_more_links(admin: Client, visitor: Client):
    admin.post(ADD, {"username": "ann", "email": "anne@library.example"})
    change(admin, User.objects.get(username="ann"), email="ann@library.example")
    for address in ("anne@library.example", "ann@library.example"):
        visitor.post("/accounts/password/forgotten/", {"email": address})
    assert [message.to for message in mail.outbox] == [["ann@library.example"]]


def test_nobody_types_the_password_of_somebody_else(admin: Client, erin: User):
    typed = {"usable_password": "true", "password1": NEW, "password2": NEW, "set-password": "1"}
    assert admin.post(page_of(erin, "password"), typed)["Location"] == page_of(erin)
    erin.refresh_from_db()
    assert erin.check_password(PASSPHRASE)


@pytest.mark.parametrize("key", ["9999", "nobody", "%0D%0AX-Odd:1", "%00"])
def test_where_there_is_no_such_account_there_is_no_such_page(admin: Client, key: str):
    assert admin.get(f"{USERS}{key}/password/").status_code == 404


def test_the_form_of_a_user_says_how_a_password_is_chosen_and_leads_to_no_form(admin: Client, ann: User, erin: User):
    said = [text_of(admin.get(page_of(user)), ".field-password_in_words .readonly")[0] for user in (ann, erin)]
    assert [words.split(". ")[0] for words in said] == ["None yet", "Set"]
    assert all("“Make a link for a new password”" in words for words in said)
    assert parse(admin.get(page_of(erin))).query("a[href*='../password']") == []


def test_who_may_not_change_users_makes_no_links(ann: User):
    vera = User.objects.create_user("vera", is_staff=True)
    vera.user_permissions.set(Permission.objects.filter(codename="view_user"))
    assert links_in(act(browser_of(vera), "make_links", ann)) == []


def test_for_a_superuser_only_a_superuser_makes_a_link(manager: Client, ann: User, erin: User):
    said = act(manager, "make_links", ann, erin)
    assert (len(links_in(said)), said[1]) == (1, "No link for erin: only a superuser makes one for a superuser.")


def test_who_manages_users_does_the_same_for_all_others(manager: Client, ann: User):
    change(manager, ann, first_name="Ann")
    ann.refresh_from_db()
    assert ann.first_name == "Ann"


def test_who_is_no_superuser_changes_none(manager: Client, erin: User):
    assert manager.post(page_of(erin), {"username": "erin", "email": "mia@library.example"}).status_code == 403
    erin.refresh_from_db()
    assert erin.email == "erin@library.example"


def test_who_is_no_superuser_deletes_none(manager: Client, erin: User):
    assert manager.post(page_of(erin, "delete"), {"post": "yes"}).status_code == 403
    manager.post(USERS, {"action": "delete_selected", "_selected_action": [erin.pk], "post": "yes"})
    assert User.objects.filter(pk=erin.pk).exists()


def test_who_is_no_superuser_makes_nobody_one(manager: Client, ann: User):
    for user in (ann, User.objects.get(username="mia")):
        assert change(manager, user, is_superuser="on") == ""
    assert not User.objects.filter(is_superuser=True).exists()


def test_a_superuser_makes_somebody_else_one(admin: Client, ann: User):
    change(admin, ann, is_superuser="on")
    ann.refresh_from_db()
    assert ann.is_superuser
