"""Whatever somebody writes comes out as words, on every page: sanitised once, in questions/markdown.py."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from questions.markdown import to_html
from questions.models import Question, Role, RoleTitle
from tests.factories import make_field, make_group, make_link, make_question, make_role, make_topic
from tests.pages.banks import practice_pages
from tests.staff import browser_of

GROUPS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("attacks.yaml").read_text(encoding="utf-8"))
ATTACKS = [text for group in GROUPS.values() for text in group]
TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"href", "rel", "title", "dir", "start"}
LEADS_TO = ("https:", "http:", "mailto:", "/", "#", "?")
RUNS = {"script", "iframe", "object", "embed", "base", "svg", "math", "template", "frame", "applet", "audio", "video"}


def dangers_of_text(html: str) -> list[str]:
    """What of ``html`` no text of ours may hold."""
    found = []
    for element in JustHTML(html, fragment=True, sanitize=False).query("*"):
        link = element.attrs.get("href", "https:") or ""
        if element.name not in TAGS or not set(element.attrs) <= ATTRIBUTES:
            found.append(f"<{element.name} {element.attrs}>")
        # Without a scheme it is an address of this site, where nothing is done by looking.
        if re.match(r"[\s\x00-\x20]*[a-z][a-z0-9+.\s-]*:", link, re.IGNORECASE) and not link.startswith(LEADS_TO):
            found.append(link)
    return found


def test_the_collection_is_one():
    assert len(ATTACKS) == len(set(ATTACKS)) > 90
    assert all(isinstance(text, str) for text in ATTACKS)


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_comes_out_as_harmless_elements(text: str):
    html = to_html(text)
    assert dangers_of_text(html) == []
    assert html.strip()


@given(st.lists(st.sampled_from(ATTACKS) | st.sampled_from(["\n\n", " ", "\n> ", "`", "**", "\n- ", "&", "\\", '"', "<", "]("])))
def test_attacks_in_any_order_and_mixed_with_marks_do(parts: list[str]):
    assert dangers_of_text(to_html("".join(parts))) == []


MARKUP = st.text(alphabet="<>/=\"'&;:()[]!`*_#|\\ \n\tahrefscriptonx\x00\u2028")


@given(st.text() | MARKUP)
def test_any_text_does(text: str):
    assert dangers_of_text(to_html(text)) == []


@given(MARKUP)
def test_what_is_safe_once_is_the_same_when_it_is_read_and_written_again(text: str):
    """A browser reads what we wrote, and not what we meant: both must be the same tree (else a mutation could hide in it)."""
    once = JustHTML(to_html(text), fragment=True, sanitize=False)
    again = JustHTML(once.to_html(pretty=False), fragment=True, sanitize=False)
    assert again.to_html(pretty=False) == once.to_html(pretty=False)


def dangers_of_page(html: str) -> list[str]:
    """What a browser would run, or load from elsewhere, that no template of ours has."""
    found = []
    for element in JustHTML(html, sanitize=False).query("*"):
        own_script = element.name == "script" and (element.attrs.get("src") or "").startswith(("/static/", "/admin/jsi18n/"))
        data = element.name == "script" and element.attrs.get("type") in ("application/ld+json", "application/json")
        admin_s = element.name == "svg" or element.name == "template"  # Django's icons and empty forms
        if element.name in RUNS and not (own_script or data or admin_s):
            found.append(element.name)
        for name, value in element.attrs.items():
            runs = name.startswith("on") or name in ("style", "srcdoc", "formaction")
            if runs or re.match(r"\s*(javascript|vbscript|data):", value or "", re.IGNORECASE):
                found.append(f"{element.name} {name}={value}")
    return found


def hostile_bank(number: int) -> tuple[Role, Question]:
    """A bank whose every text is an attack: each group of them, joined, from the one with ``number`` on."""
    groups = ["\n\n".join(group).replace("\0", "") for group in GROUPS.values()]
    groups = groups[number:] + groups[:number]
    line = [" ".join(text.split()) for text in groups]
    field = make_field(name=line[0][:80], description=groups[1])
    group = make_group(name=line[1][:80], field=field, description=groups[2])
    role = make_role(title=line[2][:80], group=group, summary=line[3][:200], description=groups[4], interview=groups[5])
    RoleTitle.objects.create(role=role, name=line[6][:80])
    topic = make_topic(name=line[3][:60], description=groups[0])
    question = make_question(
        text=line[4][:300],
        role=role,
        topics=[topic],
        section=topic,
        purpose=groups[5],
        points=groups[6],
        pitfalls=groups[7],
        follow_ups=[line[0][:200]],
        benchmarks={"mid": groups[1]},
        source_name=line[2][:80],
        reviewed_by=line[3][:80],
    )
    make_link(role=role, topics=[topic], title=line[4][:100], note=line[5][:200])
    return role, question


@pytest.mark.parametrize("number", range(len(GROUPS)))
def test_no_page_runs_any_text_of_the_bank(visitor: Client, number: int):
    role, question = hostile_bank(number)
    topic = question.topics.get()
    own = [thing.get_absolute_url() for thing in (role, role.group, role.group.field, topic, question)]
    pages = ["/", "/roles/", "/topics/", "/resources/", "/search/?q=alert", f"/sheet/?q={question.pk}", *own]
    found = {page: dangers_of_page(visitor.get(page).text) for page in [*pages, *practice_pages(role)]}
    assert {page: what for page, what in found.items() if what} == {}


@pytest.mark.parametrize("number", range(len(GROUPS)))
def test_no_page_of_the_desk_does(db: None, number: int):
    role, question = hostile_bank(number)
    thing = f"/admin/questions/question/{question.pk}"
    lists = [f"/admin/questions/{name}/" for name in ("question", "role", "topic", "resourcelink", "field", "group")]
    others = [f"{thing}/{word}/" for word in ("change", "history", "preview", "delete")]
    client = browser_of("sue")
    found: dict[str, Any] = {}
    for page in ["/admin/", *lists, *others, f"/admin/questions/role/{role.pk}/change/", "/admin/questions/role/coverage/"]:
        answer = client.get(page)
        assert answer.status_code == 200
        found[page] = dangers_of_page(answer.text)
    assert {page: what for page, what in found.items() if what} == {}


@pytest.mark.parametrize("text", ATTACKS)
def test_no_search_is_run(visitor: Client, text: str):
    assert dangers_of_page(visitor.get("/search/", query_params={"q": text}).text) == []
