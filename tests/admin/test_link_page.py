"""An editor keeps the links worth following."""

from django.test import Client

from questions.models import ResourceLink, RoleLink
from tests.factories import make_link, make_role, make_topic

from .forms import errors, send

ADD = "/admin/questions/resourcelink/add/"


def change(link: ResourceLink) -> str:
    return f"/admin/questions/resourcelink/{link.pk}/change/"


def test_a_link_is_written_with_its_topics_and_roles(editor: Client):
    role, topic = make_role(), make_topic()
    send(
        editor,
        ADD,
        title="Outreach toolkit",
        url="https://library.example/kit",
        kind="toolkit",
        topics=[topic.pk],
        inlines={"role_links": [{"role": role.pk}]},
    )
    link = ResourceLink.objects.get()
    assert (link.topics.get(), link.roles.get(), link.kind) == (topic, role, "toolkit")


def test_an_address_the_bank_has_is_refused_with_a_link_to_it(editor: Client):
    known = make_link(url="https://library.example/kit", title="The kit")
    page = send(editor, ADD, title="Again", url="HTTPS://Library.example:443/kit/")
    assert "The bank has this address already" in errors(page)
    assert f'href="{change(known)}"' in page.content.decode()
    assert not errors(send(editor, change(known), note="Good for outreach."))


def test_an_address_that_is_none_is_refused(editor: Client):
    for wrong in ("javascript:alert(1)", "ftp://library.example/", "https://", "http://library.example:99999/", "nonsense"):
        assert errors(send(editor, ADD, title="Wrong", url=wrong))
    too_long = "https://library.example/" + "é" * 900
    assert "This is too long." in errors(send(editor, ADD, title="Wrong", url=too_long))
    assert not ResourceLink.objects.exists()


def test_the_same_role_twice_is_refused(editor: Client):
    role, link = make_role(), make_link()
    page = send(editor, change(link), inlines={"role_links": [{"role": role.pk}, {"role": role.pk}]})
    assert "duplicate data for role" in errors(page)
    assert not link.roles.exists()


def test_what_the_last_check_found_is_shown_and_not_typed(editor: Client):
    link = make_link(check_state="dead")
    send(editor, change(link), check_state="ok", title="New title")
    link.refresh_from_db()
    assert (link.check_state, link.title) == ("dead", "New title")


def test_a_link_of_very_many_roles_opens_saves_and_leads_to_them(editor: Client):
    link = make_link()
    roles = [make_role(title=f"Role {number}") for number in range(61)]
    RoleLink.objects.bulk_create(RoleLink(role=role, link=link) for role in roles)
    page = editor.get(change(link))
    assert f'<a href="/admin/questions/role/?link={link.pk}">61 roles</a>' in page.content.decode()
    assert page.context["inline_admin_formsets"][0].formset.initial_form_count() == 0
    send(editor, change(link), note="For all.")
    assert link.roles.count() == 61
    listed = editor.get(f"/admin/questions/role/?link={link.pk}").context["cl"]
    assert listed.result_count == 61
