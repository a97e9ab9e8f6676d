"""The offline pack is one sound page with everything in it, and never grows beyond its bounds."""

from base64 import b64decode
from collections import Counter

import pytest
from django.test import Client
from justhtml import JustHTML

from questions.models import Role
from questions.practice.takeaway import pack
from tests.factories import make_question, make_role
from tests.pages.banks import BENCHMARKS, GUIDANCE, full_bank
from tests.pages.long_text import make_long_role
from tests.pages.reading import links_of, text_of

from .files import SCRIPT, UNSEEN, download, make_hostile_role, make_role_with_drafts


def pack_of(visitor: Client, role: Role) -> JustHTML:
    return JustHTML(download(visitor, role, "pack").text, sanitize=False, collect_errors=True)


def make_role_with(number: int, purpose: str = "") -> Role:
    role = make_role(title="Archivist")
    for _ in range(number):
        make_question(role=role, purpose=purpose)
    return role


def test_the_pack_holds_the_role_its_topics_its_questions_and_its_links(visitor: Client):
    page = download(visitor, full_bank().role, "pack")
    assert text_of(page, "h1") == ["Community Outreach Librarian"]
    assert text_of(page, ".chapter h2") == ["About the work", "How the interview usually goes"]
    assert list(links_of(page, ".contents a")) == ["Community engagement 1", "Program planning 1", "Other questions 1"]
    assert text_of(page, "details.question .asks")[0] == "Tell us about a time residents changed your mind."
    assert text_of(page, "details.question .avoid dd") == ["Telling a story in which everyone agrees with you."]
    assert "Wages of librarians" in text_of(page, ".links a")


def test_nothing_in_the_pack_is_fetched_from_anywhere(visitor: Client):
    document = pack_of(visitor, full_bank().role)
    fetched = [element.attrs.get("src") or element.attrs.get("href") for element in document.query("link, script, img")]
    assert len(fetched) == 6
    assert {address[:5] for address in fetched} == {"data:"}
    policy = document.query("meta[http-equiv=Content-Security-Policy]")[0].attrs["content"]
    assert policy.startswith("default-src 'none'; style-src data:; script-src data:; img-src data:;")


def test_the_stylesheets_in_the_pack_fetch_nothing_either(visitor: Client):
    for link in pack_of(visitor, full_bank().role).query("link[rel=stylesheet]"):
        css = b64decode(link.attrs["href"].removeprefix("data:text/css;base64,")).decode()
        assert "@layer" in css
        assert [word for word in ("url(", "@import") if word in css] == []


def test_links_lead_to_a_place_in_the_pack_or_to_an_address_on_the_web(visitor: Client):
    document = pack_of(visitor, full_bank().role)
    ids = {element.attrs["id"] for element in document.query("[id]")}
    targets = [link.attrs["href"] for link in document.query("a")]
    assert [target for target in targets if not (target[0] == "#" and target[1:] in ids) and not target.startswith("http")] == []
    assert "http://testserver/roles/community-outreach-librarian/" in targets


def test_a_full_an_empty_a_long_and_a_hostile_role_give_sound_html(visitor: Client):
    for role in (full_bank().role, make_role(title="Empty"), make_long_role(), make_hostile_role()):
        document = pack_of(visitor, role)
        ids = Counter(element.attrs["id"] for element in document.query("[id]"))
        assert document.errors == []
        assert [name for name, times in ids.items() if times > 1] == []


def test_hostile_texts_are_only_shown(visitor: Client):
    document = pack_of(visitor, make_hostile_role())
    assert {script.attrs["src"][:5] for script in document.query("script")} == {"data:"}
    assert document.query("[onclick], [style], iframe, a[href^=javascript]") == []
    assert SCRIPT in document.query("h1")[0].to_text()


def test_what_is_not_published_is_not_in_the_pack(visitor: Client):
    page = download(visitor, make_role_with_drafts(), "pack")
    assert text_of(page, "details.question .asks") == ["Which map would you save first?"]
    assert [word for word in UNSEEN if word in page.text] == []


def test_texts_that_run_from_right_to_left_say_so(visitor: Client):
    role = make_role(title="أمين مكتبة")
    make_question(text="لماذا؟", role=role, topics=["المشاركة"])
    document = pack_of(visitor, role)
    assert {element.attrs["dir"] for element in document.query("h1, h3, .asks")} == {"auto"}


def test_a_pack_holds_two_hundred_questions_and_says_how_many_more_there_are(visitor: Client):
    role = make_role_with(203)
    page = download(visitor, role, "pack")
    assert len(text_of(page, "details.question")) == 200
    assert "3 more questions have no room here" in text_of(page, ".head")[0]
    assert "no room for the last 3 questions" in visitor.get(f"{role.get_absolute_url()}take-away/").text


def test_a_pack_that_would_be_too_large_holds_fewer_questions(visitor: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pack, "LARGEST", 60_000)
    role = make_role_with(40, purpose="Why? " * 300)
    page = download(visitor, role, "pack")
    held = len(text_of(page, "details.question"))
    assert 0 < held < 40
    assert len(page.content) <= 60_000
    assert f"{40 - held} more questions have no room here" in text_of(page, ".head")[0]


def test_two_hundred_fully_guided_questions_fit_into_two_megabytes(visitor: Client):
    role = make_role(title="Archivist", description="d" * 3000, interview="i" * 3000)
    much = {name: f"{text}\n\n{'Say what you saw, and what came of it. ' * 10}" for name, text in GUIDANCE.items()}
    levels = {level: text * 5 for level, text in BENCHMARKS.items()}
    for number in range(200):
        probes = ["What would you do differently now, and why?"] * 3
        make_question(role=role, topics=[f"Topic {number % 30}"], follow_ups=probes, benchmarks=levels, **much)
    page = download(visitor, role, "pack")
    assert len(text_of(page, "details.question")) == 200
    assert len(page.content) < 2_000_000
