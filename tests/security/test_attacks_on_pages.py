"""Whatever stands in the bank or is searched for, no page of the site or the desk runs it or asks elsewhere for it."""

import re
from typing import Any

import pytest
from django.test import Client
from justhtml import JustHTML

from questions.models import Question, Role, RoleTitle
from tests.factories import make_field, make_group, make_link, make_question, make_role, make_topic
from tests.pages.banks import practice_pages
from tests.staff import browser_of

from .attacks import GROUPS

RUNS = {"script", "iframe", "object", "embed", "base", "svg", "math", "template", "frame", "applet", "audio", "video"}


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


@pytest.mark.parametrize("group", GROUPS)
def test_no_search_is_run(visitor: Client, group: str):
    found = {text: dangers_of_page(visitor.get("/search/", query_params={"q": text}).text) for text in GROUPS[group]}
    assert {text: what for text, what in found.items() if what} == {}
