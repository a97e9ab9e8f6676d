"""``import_onet --create`` makes drafts of occupations that no role is about."""

from pathlib import Path

import pytest

from questions.models import Revision, Role
from tests.factories import make_role

from .running import run
from .tables import LIBRARIAN, OCCUPATIONS, release, text

pytestmark = pytest.mark.django_db


def test_create_makes_drafts_in_the_groups_of_the_classification(tmp_path: Path):
    make_role(onet_soc_code=LIBRARIAN)
    assert "without a role         1 (--create makes drafts of them)" in run(release(tmp_path))
    assert "roles made             1" in run(tmp_path, create=True)
    driver = Role.objects.get(onet_soc_code="53-3053.00")
    place = (driver.group.field.name, driver.group.name)
    assert (driver.title, driver.status, driver.summary) == ("Shuttle Drivers", "draft", "Drive vans.")
    assert place == ("Transportation and Material Moving", "Motor Vehicle Operators")
    assert Revision.objects.of(driver).get().reason == "Made from O*NET 30.0."


def test_an_unknown_group_is_called_as_its_field(tmp_path: Path):
    text(tmp_path, "Occupation Data.txt", [OCCUPATIONS[0], ["25-7011.00", "Tutors", ""], ["99-1011.00", "Others", ""]])
    run(tmp_path, create=True)
    places = Role.objects.order_by("title").values_list("title", "group__field__name", "group__name")
    assert list(places) == [
        ("Others", "Other occupations", "Other occupations"),
        ("Tutors", "Educational Instruction and Library", "Educational Instruction and Library"),
    ]
