"""Every address of the admin, ours and the libraries', for each kind of user: who opens what.

The table is admin_addresses.txt: above each list of addresses what PEOPLE are answered, in their order. ``>`` on to the
sign-in, ``o`` opens, ``-`` refused (403), ``m`` by POST only (405), ``r`` leads elsewhere, ``4`` no such page. A new address
fails until somebody has said there who may open it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from questions.editorial import editing, snapshots
from questions.models import FormerSlug, GuideImport, GuideUpload, NearDuplicate, Question, Revision
from tests.factories import make_finished_question, make_link, make_question, make_report, make_role, make_topic
from tests.staff import browser_of, person

PEOPLE = ("nobody", "vera", "ann", "ed", "pat", "sue")
TABLE = Path(__file__).with_name("admin_addresses.txt")
KEY = re.compile(r"<(?:path:object_id|int:key|int:pk|id|path:content_type_id)>")


def said() -> dict[str, str]:
    """What the table says, by address."""
    answers, found = "", {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            found[line.strip().replace("(index)", "")] = answers
        else:
            answers = line
    return found


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every pattern below /admin/, as its parts are written."""
    for pattern in patterns:
        whole = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, whole)
        elif whole.startswith("admin/"):
            yield whole.removeprefix("admin/")


@pytest.fixture
def keys(db: None) -> dict[str, Any]:
    """One of everything, by the beginning of its addresses. Ann's question is a draft; Ed's change of a public one waits."""
    role, topic, public = make_role(), make_topic(), make_question()
    draft = make_finished_question(role=role, created_by=person("ann"))
    FormerSlug.objects.remember("role", "old", role.slug)
    live = snapshots.read(Question, [public.pk])[public.pk]
    pending = editing.save(public, live | {"purpose": "Shows care."}, by=person("ed"), base=0).pending
    made = GuideImport.objects.create(source="a.md", title=role.title, role=role, digest="1", imported_at=timezone.now())
    return {
        "auth/group": Group.objects.earliest("pk"),
        "auth/user": person("ed"),
        "questions/field": role.group.field,
        "questions/group": role.group,
        "questions/role": role,
        "questions/question": draft,
        "questions/rolequestion": role.role_questions.get(),
        "questions/resourcelink": make_link(role=role, created_by=person("ann")),
        "questions/topic": topic,
        "questions/formerslug": FormerSlug.objects.get(),
        "questions/message": make_report(role=role),
        "questions/revision": pending,
        "questions/revision/compare": Revision.objects.of(public).last(),
        "questions/nearduplicate": NearDuplicate.objects.create(first=public, second=draft, similarity=0.9),
        "questions/guideimport": made,
        "questions/guideimport/upload": GuideUpload.objects.create(name="a.md", data=b"# A", sent_by=person("pat")),
    }


def filled_in(address: str, keys: dict[str, Any]) -> str:
    things = [thing for start, thing in sorted(keys.items()) if f"/{address}".startswith(f"/{start}/")]
    key = str(things[-1].pk) if things else "0"
    address = address.replace("<int:old>", key).replace("<int:new>", str(keys["questions/revision"].pk))
    return KEY.sub(key, address).replace("^(?P<app_label>auth|questions)/$", "questions/").replace("(?P<url>.*)$", "nonsense/")


def in_short(answer: HttpResponse) -> str:
    if answer.status_code in (301, 302):
        return ">" if "login" in answer["Location"] else "r"
    return {200: "o", 403: "-", 405: "m", 404: "4"}.get(answer.status_code, str(answer.status_code))


def test_the_table_names_every_address():
    assert sorted(said()) == sorted(set(addresses(get_resolver().url_patterns)))


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_opens_what_the_table_says_and_nothing_else(name: str, keys: dict[str, Any]):
    browser = Client() if name == "nobody" else browser_of(name)
    place = PEOPLE.index(name)
    found = {address: in_short(browser.get(f"/admin/{filled_in(address, keys)}")) for address in said()}
    assert found == {address: answers[place] for address, answers in said().items()}
