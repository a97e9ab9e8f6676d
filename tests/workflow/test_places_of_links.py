"""A link's place in a role is told by both of them: what one changes of it, no older form or revision of the other undoes."""

import pytest

from questions.editorial import editing, snapshots
from questions.models import ResourceLink, Revision, Role, RoleLink
from tests.admin.forms import errors, filled
from tests.factories import make_link, make_role
from tests.revisions.edits import edit
from tests.staff import browser_of, person
from tests.tables.sending import bring_in

from .at_once import broken_chains
from .crafting import page_of

pytestmark = pytest.mark.django_db


def links(*shown: ResourceLink) -> list[list]:
    return [[link.pk, link.title, place] for place, link in enumerate(shown, start=1)]


def pair() -> tuple[Role, ResourceLink]:
    """Public, and each with a first revision."""
    role, link = make_role(), make_link(title="Handbook", topics=["Budgets"])
    edit(role, by=person("pat"), summary="Takes books out."), edit(link, by=person("pat"), note="Good.")
    return role, link


def test_the_links_history_says_that_a_role_took_it():
    role, link = pair()
    edit(role, by=person("pat"), links=links(link))
    last = Revision.objects.of(link)[0]
    assert (last.number, last.author_name, last.reason) == (3, "pat", f"Changed with the role “{role}”.")
    assert last.snapshot["roles"] == [[role.pk, role.title, 1]]
    assert broken_chains() == []


def test_the_roles_history_says_that_a_link_left_it():
    role, link = pair()
    edit(role, by=person("pat"), links=links(link))
    edit(link, by=person("pat"), roles=[])
    assert Revision.objects.of(role)[0].reason == "Changed with the resource link “Handbook”."
    assert broken_chains() == []


def test_another_place_in_the_order_counts_too():
    role, link = pair()
    edit(role, by=person("pat"), links=links(link))
    edit(role, by=person("pat"), links=[[link.pk, link.title, 7]])
    assert Revision.objects.of(link)[0].snapshot["roles"] == [[role.pk, role.title, 7]]
    assert broken_chains() == []


def test_what_stays_as_it_was_gets_no_revision():
    role, link = pair()
    edit(role, by=person("pat"), links=links(link))
    known = Revision.objects.of(link).count()
    edit(role, by=person("pat"), summary="Brings books.")
    assert Revision.objects.of(link).count() == known


def test_accepting_an_older_pending_revision_leaves_the_place_there():
    role, link = pair()
    waiting = edit(link, by=person("ed"), note="Better.")
    edit(role, by=person("pat"), links=links(link))
    editing.accept(waiting, by=person("pat"))
    assert RoleLink.objects.get().role == role
    assert ResourceLink.objects.get().note == "Better."
    assert broken_chains() == []


def test_an_older_form_is_told():
    role, link = pair()
    sue = browser_of("sue")
    form = filled(sue.get(page_of(link)), note="Better.")
    edit(role, by=person("pat"), links=links(link))
    assert "Somebody else saved this" in errors(sue.post(page_of(link), form))
    assert RoleLink.objects.exists()


def test_a_new_role_and_a_new_link_tell_it_as_well():
    role, link = pair()
    pat = browser_of("pat")
    rows = {"role_links-TOTAL_FORMS": 1, "role_links-0-link": link.pk, "role_links-0-role": role.pk}
    new = {"title": "Archivist", "group": role.group_id, "url": "https://new.example/", "kind": "association"}
    for model in ("role", "resourcelink"):
        add = f"/admin/questions/{model}/add/"
        assert errors(pat.post(add, filled(pat.get(add)) | new | rows)) == ""
    assert [RoleLink.objects.filter(role=role).count(), RoleLink.objects.filter(link=link).count()] == [1, 1]
    assert broken_chains() == []


def test_a_table_of_links_tells_it_in_the_roles():
    role, link = pair()
    bring_in(browser_of("pat"), "resourcelink", {"id": link.pk, "roles": f"{role.group} / {role.title}"}, name="links.csv")
    assert Revision.objects.of(role)[0].reason == "Imported from a table: links.csv."
    assert broken_chains() == []


@pytest.mark.parametrize("deleted", ["role", "link"])
def test_what_is_left_when_the_other_one_is_deleted_says_so(deleted: str):
    role, link = pair()
    edit(role, by=person("pat"), links=links(link))
    gone, left = (role, link) if deleted == "role" else (link, role)
    browser_of("sue").post(page_of(gone, "delete"), {"post": "yes"})
    assert "was deleted." in Revision.objects.of(left)[0].reason
    assert snapshots.read(type(left), [left.pk])[left.pk]["links" if deleted == "link" else "roles"] == []
    assert broken_chains() == []
