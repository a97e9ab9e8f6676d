"""deploy/install from a bare clone, in an empty environment, leads to a site that is ready."""

import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.operation.starting import ROOT

pytestmark = pytest.mark.processes
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "var", "__pycache__", ".*_cache", ".hypothesis", "tests", "bench", "screenshots"
)
# As `env -i` leaves it.
BARE = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}


def step(program: Path, *arguments: str, **environment: str) -> str:
    done = subprocess.run([program, *arguments], env=BARE | environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git would bring, but for what the site does not need."""
    return shutil.copytree(ROOT, tmp_path_factory.mktemp("clone") / "prepsite", ignore=LEFT_OUT)


@pytest.fixture(scope="module")
def installed(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder everything went to, instead of the whole machine. No package is fetched: the tests' own are used."""
    folder = tmp_path_factory.mktemp("machine")
    said = step(clone / "deploy" / "install", PREFIX=str(folder), VENV=sys.prefix, VERSION="1")
    assert "failed" not in said
    return folder


def test_the_site_it_leads_to_is_ready(installed: Path):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        environment = BARE | {"ENV_FILE": str(installed / "etc/prepsite/env"), "BIND": f"fd://{listening.fileno()}"}
        serve = installed / "srv/prepsite/current/deploy/serve"
        with subprocess.Popen([serve], env=environment, pass_fds=[listening.fileno()], stdout=subprocess.DEVNULL) as server:
            try:
                with urlopen(f"http://127.0.0.1:{listening.getsockname()[1]}/readyz", timeout=30) as answer:
                    assert answer.status == 200
            finally:
                server.terminate()


def test_its_settings_are_its_own_and_its_secret_is_new(installed: Path):
    settings = installed / "etc/prepsite/env"
    assert settings.stat().st_mode & 0o077 == 0
    assert re.search(r"^SECRET_KEY=\S{60,}$", settings.read_text(), flags=re.MULTILINE)


def test_the_next_version_stands_beside_it_and_keeps_bank_and_settings(clone: Path, installed: Path):
    settings = (installed / "etc/prepsite/env").read_text()
    step(clone / "deploy" / "install", PREFIX=str(installed), VENV=sys.prefix, VERSION="2")
    assert (installed / "srv/prepsite/current").readlink() == Path("2")
    assert (installed / "srv/prepsite/1/manage.py").is_file()
    assert (installed / "etc/prepsite/env").read_text() == settings


def test_the_version_that_runs_is_never_overwritten(clone: Path, installed: Path):
    again = [clone / "deploy" / "install"]
    done = subprocess.run(again, env=BARE | {"PREFIX": str(installed), "VERSION": "1"}, capture_output=True, text=True)
    assert done.returncode == 1
    assert "name another version" in done.stderr


def test_settings_that_are_not_safe_stop_a_release_before_the_bank_is_touched(installed: Path, tmp_path: Path):
    environment = {"ENV_FILE": "/dev/null", "SECRET_KEY": "short", "VAR_DIR": str(tmp_path)}
    release = installed / "srv/prepsite/current/deploy/release"
    done = subprocess.run([release], env=BARE | environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "SECRET_KEY" in done.stderr
    with closing(sqlite3.connect(tmp_path / "prepsite.sqlite3")) as bank:
        assert bank.execute("SELECT name FROM sqlite_master").fetchall() == []


def test_a_backup_is_good_and_only_the_newest_are_kept(installed: Path, tmp_path: Path):
    site, environment = installed / "srv/prepsite/current", {"ENV_FILE": str(installed / "etc/prepsite/env")}
    for day in ("01", "02", "03"):
        (tmp_path / f"prepsite-202601{day}-000000.zip").write_text("older")
    step(site / "deploy/backup", str(tmp_path), "2", **environment)
    before, newest = sorted(path.name for path in tmp_path.iterdir())
    assert before == "prepsite-20260103-000000.zip"
    step(site / "deploy/manage", "verify_backup", str(tmp_path / newest), **environment)
