"""A command that finds the database gone says so in a sentence, with what became of its work and what to do."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from questions.editorial.links.fetching import Look
from tests.factories import make_link, make_role
from tests.onet.tables import LIBRARIAN, release


def gone(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    if sql.startswith(("INSERT", "UPDATE")):
        raise OperationalError("server closed the connection unexpectedly")
    return execute(sql, *rest)


class Web:
    def look(self, url: str) -> Look:
        return Look(200)


@pytest.fixture
def without_database(db: None) -> Iterator[None]:
    make_role(onet_soc_code=LIBRARIAN)
    make_link()
    with connection.execute_wrapper(gone):
        yield


@pytest.mark.usefixtures("without_database")
def test_import_onet(tmp_path: Path):
    with pytest.raises(CommandError, match=r"^The database went away \(server closed .*import the same again, and the rest"):
        call_command("import_onet", str(release(tmp_path)), quiet=True)


@pytest.mark.usefixtures("without_database")
def test_check_links(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.editorial.links.checking.Fetcher", Web)
    with pytest.raises(CommandError, match=r"^The database went away .*start it again, and it goes on with the others\.$"):
        call_command("check_links")
