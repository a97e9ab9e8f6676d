"""An edit shows on the next request in every worker of every host: two of gunicorn's, twice, on one database."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.serving import ROOT, environment_of, serve

ASKED = 12  # times, so that each worker answers some
ROLE = "roles/bookmobile-librarian/"
SAY = """
from tests.factories import make_role
from questions.models import Role
make_role(title="Bookmobile Librarian", summary="one") if not Role.objects.exists() else Role.objects.update(summary="{}")
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    environment = environment_of(tmp_path) | {"WEB_CONCURRENCY": "2"}
    for command in ("migrate --verbosity 0", "collectstatic --noinput --verbosity 0"):
        subprocess.run([sys.executable, "manage.py", *command.split()], cwd=ROOT, env=environment, check=True)
    return environment


@pytest.fixture
def hosts(environment: dict[str, str]) -> Iterator[list[str]]:
    with serve(environment) as one, serve(environment) as other:
        yield [one, other]


def say(environment: dict[str, str], summary: str) -> None:
    """An editor somewhere else changes the role's summary."""
    command = [sys.executable, "manage.py", "shell", "--command", SAY.format(summary)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def said(address: str) -> str:
    with urlopen(f"{address}/{ROLE}", timeout=30) as page:
        [summary] = re.findall(r'<meta name="description" content="([^"]*)"', page.read().decode())
    return summary


def test_an_edit_shows_on_the_next_request_in_every_worker(environment: dict[str, str], hosts: list[str]):
    for summary in ("one", "two", "three"):
        say(environment, summary)
        assert [said(host) for host in hosts * ASKED] == [summary] * len(hosts) * ASKED
