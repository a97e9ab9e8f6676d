"""Addresses are made in one place, solve collisions by the group's name, stay on rename, and redirect when changed."""

import pytest
from django.core.exceptions import ValidationError

from questions.models import FormerSlug, Role
from tests.factories import make_field, make_group, make_role, make_topic


def test_a_role_gets_its_address_from_its_title(db):
    assert make_role(title="Community Outreach Librarian").slug == "community-outreach-librarian"


def test_the_second_role_of_a_title_adds_its_group(db):
    make_role(title="Community Outreach Coordinator")
    assert make_role(title="Community Outreach Coordinator", group=make_group(name="Social Work")).slug == (
        "community-outreach-coordinator-social-work"
    )


def test_the_third_adds_its_field_and_then_a_number(db):
    elsewhere = make_field(name="Health"), make_field(name="Health!")
    make_role(title="Coordinator")
    make_role(title="Coordinator", group=make_group(name="Social Work"))
    third = make_role(title="Coordinator", group=make_group(name="Social Work", field=elsewhere[0]))
    fourth = make_role(title="Coordinator", group=make_group(name="Social Work", field=elsewhere[1]))
    assert third.slug == "coordinator-social-work-health"
    assert fourth.slug == "coordinator-social-work-health-2"


def test_a_renamed_role_keeps_its_address(db):
    role = make_role(title="Outreach Librarian")
    role.title = "Engagement Librarian"
    role.save()
    assert role.slug == "outreach-librarian"


def test_an_address_changed_by_hand_is_remembered(db):
    role = make_role(title="Outreach Librarian")
    role.slug = "outreach"
    role.save()
    assert FormerSlug.objects.current_for("role", "outreach-librarian") == "outreach"


def test_an_address_changed_twice_leads_straight_to_the_last_one(db):
    role = make_role(title="Outreach Librarian")
    for slug in ("first", "second"):
        role.slug = slug
        role.save()
    assert FormerSlug.objects.current_for("role", "outreach-librarian") == "second"
    assert FormerSlug.objects.current_for("role", "first") == "second"


def test_an_address_changed_back_redirects_no_more(db):
    role = make_role(title="Outreach Librarian")
    for slug in ("outreach", "outreach-librarian"):
        role.slug = slug
        role.save()
    assert FormerSlug.objects.current_for("role", "outreach-librarian") is None
    assert FormerSlug.objects.current_for("role", "outreach") == "outreach-librarian"


def test_a_new_role_never_takes_over_an_old_address(db):
    role = make_role(title="Outreach Librarian")
    role.slug = "outreach"
    role.title = "Outreach Lead"
    role.save()
    assert make_role(title="Outreach Librarian").slug == "outreach-librarian-librarianship"


def test_an_editor_cannot_take_an_address_that_redirects_elsewhere(db):
    role = make_role(title="Outreach Librarian")
    role.slug = "outreach"
    role.save()
    with pytest.raises(ValidationError, match="still redirects there"):
        Role(title="Another", group=role.group, slug="outreach-librarian").full_clean()


def test_a_title_without_latin_letters_keeps_its_script(db):
    assert make_topic(name="多様性").slug == "多様性"


def test_a_title_without_any_letters_still_has_an_address(db):
    assert make_role(title="!!!").slug == "item"
