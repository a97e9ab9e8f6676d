"""What waits for a publisher is a list, with each comparison one click away."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.admin import revision as revision_admin
from questions.models import Revision
from tests.factories import make_question, make_role
from tests.revisions.edits import address, edit
from tests.staff import browser_of, person

QUEUE = "/admin/questions/revision/?state=pending"


def listed(client: Client, where: str = QUEUE) -> list[Any]:
    return list(client.get(where).context["cl"].result_list)


def test_only_what_waits_is_in_the_queue_and_compares_in_one_click(db: None):
    question = make_question(text="Why do you drive?")
    edit(question, by=person("pat"), purpose="To see.")
    waiting = edit(question, by=person("ed"), purpose="To hear.", reason="It is about listening.")
    pat = browser_of("pat")
    assert listed(pat) == [waiting]
    page = pat.get(QUEUE).text
    assert f'href="{address(waiting, "compare")}"' in page
    assert "It is about listening." in page


def test_the_list_is_narrowed_by_kind_and_by_words_of_the_title(db: None):
    bus = edit(make_question(text="Why do you drive a bus?"), by=person("ed"), purpose="To see.")
    role = edit(make_role(title="Bus Driver"), by=person("ed"), summary="Drives.")
    pat = browser_of("pat")
    assert listed(pat, f"{QUEUE}&kind=role") == [role]
    assert listed(pat, f"{QUEUE}&q=drive a bus") == [bus]
    assert listed(pat, f"{QUEUE}&q=zebra") == []


def test_beside_what_waits_the_list_holds_the_latest_revisions(db: None, monkeypatch: Any):
    monkeypatch.setattr(revision_admin, "LATEST", 1)
    waiting = edit(make_question(), by=person("ed"), purpose="To see.")
    latest = edit(make_role(), by=person("pat"), summary="Drives.")
    pat = browser_of("pat")
    assert listed(pat) == [waiting]
    assert listed(pat, "/admin/questions/revision/") == [latest]
    assert listed(pat, "/admin/questions/revision/?q=Why") == []


def test_thirty_rows_cost_as_many_queries_as_three(db: None):
    pat, asked = browser_of("pat"), []
    for count in (3, 27):
        for _ in range(count):
            edit(make_question(), by=person("ed"), purpose="To see.")
        with CaptureQueriesContext(connection) as queries:
            listed(pat)
        asked.append(len(queries))
    assert asked[0] == asked[1] < 12


def test_nobody_adds_changes_or_deletes_a_revision_by_hand(db: None):
    waiting = edit(make_question(), by=person("ed"), purpose="To see.")
    sue = browser_of("sue")
    assert sue.get("/admin/questions/revision/add/").status_code == 403
    assert sue.post(address(waiting, "change"), {"reason": "x"}).status_code == 403
    assert sue.post(address(waiting, "delete"), {"post": "yes"}).status_code == 403
    assert Revision.objects.filter(pk=waiting.pk, reason="Clearer.").exists()


def test_who_may_not_look_at_roles_sees_no_revision_of_one(db: None):
    waiting = edit(make_role(), by=person("ed"), summary="Drives.")
    kim = person("kim")
    kim.user_permissions.set(Permission.objects.filter(codename__in=["view_revision", "view_question"]))
    client = browser_of("kim")
    assert listed(client) == []
    assert client.get(address(waiting, "compare")).status_code == 403
    assert client.get(address(waiting, "change")).status_code == 403
