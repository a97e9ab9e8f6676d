"""Public pages come from the replica while it holds what visitors are promised; everything else from the first database."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.operation.starting import run

pytestmark = pytest.mark.processes
ROLE = "/roles/bookmobile-librarian/"
See = Callable[..., list[tuple[str, list[str]]]]


def address_of(file: Path) -> str:
    return f"sqlite:///{file}"


@pytest.fixture(scope="module")
def new_bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("bank") / "bank.sqlite3"
    made = run("manage.py", "migrate", "--verbosity", "0", DATABASE_URL=address_of(file))
    assert made.returncode == 0, made.stderr
    return file


@pytest.fixture
def see(new_bank: Path, tmp_path: Path) -> See:
    """What visits show, among steps that change the two databases, and where models were read from."""
    first, replica = (Path(shutil.copy(new_bank, tmp_path / name)) for name in ("first.sqlite3", "replica.sqlite3"))

    def steps(*words: str) -> list[tuple[str, list[str]]]:
        environment = {"DATABASE_URL": address_of(first), "REPLICA_URL": address_of(replica)}
        done = run("-m", "tests.operation.replica_site", *words, DJANGO_SETTINGS_MODULE="tests.settings", **environment)
        assert done.returncode == 0, done.stderr
        seen = json.loads(done.stdout)
        assert {visit["status"] for visit in seen} <= {200, 302}
        return [(visit["says"], visit["read"]) for visit in seen]

    return steps


def test_a_page_comes_from_a_replica_that_has_all(see: See):
    assert see("begin", "catch-up", ROLE) == [("drives", ["replica"])]


def test_after_an_edit_nobody_sees_the_older_page(see: See):
    assert see("begin", "catch-up", ROLE, "edit", ROLE) == [("drives", ["replica"]), ("to people", ["default"])]


def test_once_the_replica_has_the_edit_it_serves_again(see: See):
    assert see("begin", "catch-up", "edit", "catch-up", ROLE) == [("to people", ["replica"])]


def test_a_replica_that_is_down_costs_no_page(see: See):
    assert see("begin", "catch-up", "go-down", ROLE) == [("drives", ["default"])]


def test_a_replica_that_fails_half_way_costs_no_page(see: See):
    [(says, _read)] = see("begin", "catch-up", "forget-tables", ROLE)
    assert says == "drives"


def test_search_comes_from_it_too_and_is_no_older(see: See):
    fresh, stale = see("begin", "catch-up", "/search/?q=bookmobile", "edit", "/search/?q=bookmobile")
    assert (fresh[1], stale[1]) == (["replica"], ["default"])


def test_forms_and_the_desk_ask_the_first_database(see: See):
    assert "replica" not in {name for _says, read in see("begin", "catch-up", "/report/", "/admin/") for name in read}


def test_without_a_replica_no_router_is_asked():
    said = run("-c", "from prepsite import settings; print(hasattr(settings, 'DATABASE_ROUTERS'))")
    assert said.stdout.strip() == "False"
