"""An editor keeps fields, groups and roles."""

from django.test import Client
from django.urls import reverse

from questions.models import Field, Group, Role
from tests.factories import make_field, make_group, make_link, make_question, make_role

from .forms import errors, send


def change(role: Role) -> str:
    return f"/admin/questions/role/{role.pk}/change/"


def test_a_field_a_group_and_a_role_are_made_one_after_the_other(editor: Client):
    send(editor, "/admin/questions/field/add/", name="Museums")
    send(editor, "/admin/questions/group/add/", name="Collections", field=Field.objects.get().pk)
    send(
        editor,
        "/admin/questions/role/add/",
        title="Registrar",
        group=Group.objects.get().pk,
        inlines={"titles": [{"name": "Collections registrar", "kind": "alternate"}]},
    )
    role = Role.objects.get()
    assert (role.slug, role.group.field.name, role.titles.get().name) == ("registrar", "Museums", "Collections registrar")


def test_names_that_differ_in_capitals_alone_are_refused_beside_the_name(editor: Client):
    role = make_role(title="Outreach Librarian")
    for address, typed, message in (
        ("field/add/", {"name": "LIBRARY and information science"}, "There is a field of this name already."),
        ("group/add/", {"name": "librarianship", "field": role.group.field.pk}, "This field has a group of this name already."),
        ("role/add/", {"title": "OUTREACH librarian", "group": role.group.pk}, "This group has a role of this title already."),
    ):
        page = send(editor, f"/admin/questions/{address}", **typed)
        assert message in errors(page)
        assert page.context["adminform"].form.errors.keys() <= {"name", "title"}


def test_a_name_that_grows_too_long_in_normal_form_is_refused(editor: Client):
    # One letter that stands for eighteen.
    page = send(editor, "/admin/questions/field/add/", name="ﷺ" * 60)
    assert "This is too long." in errors(page)


def test_the_same_other_title_twice_is_refused(editor: Client):
    role = make_role(also_called=["MLIS"])
    twice = [{"name": "Outreach  Librarian", "kind": "alternate"}, {"name": "outreach librarian", "kind": "short"}]
    assert "The role has this other title already." in errors(send(editor, change(role), inlines={"titles": twice}))
    once = [{"name": "mlis", "kind": "alternate"}]
    assert "The role has this other title already." in errors(send(editor, change(role), inlines={"titles": once}))
    assert role.titles.count() == 1


def test_a_title_taken_off_may_be_typed_on_another_row(editor: Client):
    role = make_role(also_called=["Librarian", "Outreach"])
    renamed = {"titles-0-name": "Mobile Librarian", "titles-1-name": "Mobile Librarian", "titles-1-DELETE": "on"}
    assert not errors(send(editor, change(role), **renamed))
    assert role.titles.get().name == "Mobile Librarian"


def test_other_titles_and_links_are_added_on_the_role(editor: Client):
    role, link = make_role(), make_link()
    send(
        editor,
        change(role),
        inlines={"titles": [{"name": "Outreach Librarian", "kind": "alternate"}], "role_links": [{"link": link.pk}]},
    )
    assert [title.name for title in role.titles.all()] == ["Outreach Librarian"]
    assert role.links.get() == link


def test_a_role_leads_to_its_questions_with_their_number(editor: Client):
    role = make_role()
    question = make_question(role=role)
    make_question()
    page = editor.get(change(role)).content.decode()
    address = f"/admin/questions/question/?role={role.pk}"
    assert f'<a href="{address}">1 question</a>' in page
    assert list(editor.get(address).context["cl"].result_list) == [question]
    in_order = editor.get(f"/admin/questions/rolequestion/?role={role.pk}")
    assert [place.question for place in in_order.context["cl"].result_list] == [question]


def test_two_roles_of_one_title_are_told_apart_where_one_is_chosen(editor: Client):
    role = make_role(title="Coordinator", group=make_group(name="Social work"))
    make_role(title="Coordinator", group=make_group(name="Museums"))
    query = {"app_label": "questions", "model_name": "rolequestion", "field_name": "role", "term": "coord"}
    found = editor.get(reverse("admin:autocomplete", query=query)).json()["results"]
    assert {choice["text"] for choice in found} == {"Coordinator · Social work", "Coordinator · Museums"}
    question = make_question(role=role)
    assert "Coordinator · Social work" in editor.get(f"/admin/questions/question/{question.pk}/change/").content.decode()


def test_a_chosen_value_that_is_no_role_gives_the_form_again(editor: Client):
    for wrong in ("x", "4711", "9" * 40):
        page = send(editor, "/admin/questions/role/add/", title="Registrar", group=wrong)
        assert "valid choice" in errors(page)


def test_a_wrong_occupation_code_is_explained(editor: Client):
    assert "25-4022.00" in errors(send(editor, change(make_role()), onet_soc_code="25402200"))


def test_view_on_site_is_offered_for_fields_and_groups_with_something_published(editor: Client):
    empty, field = make_field(name="Empty"), make_field()
    group = make_role(group=make_group(field=field)).group
    for thing, kind in ((field, "field"), (group, "group")):
        page = editor.get(f"/admin/questions/{kind}/{thing.pk}/change/")
        assert page.context["absolute_url"] == thing.get_absolute_url()
    assert editor.get(f"/admin/questions/field/{empty.pk}/change/").context["absolute_url"] is None
