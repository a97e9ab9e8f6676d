"""Every variable stands in the table of docs/deploy.md and in .env.example, and none that nobody reads."""

import json
import re

import pytest

from tests.operation.starting import ROOT, run

ASK = """
import json, runpy
from prepsite import settings
from prepsite.environment import env
runpy.run_path("prepsite/gunicorn.conf.py")
print(json.dumps(sorted(env.asked)))
"""


@pytest.fixture(scope="module")
def read() -> set[str]:
    """What the settings and gunicorn's file ask for, with everything switched on that brings more of them."""
    on = {"REPLICA_URL": "sqlite:////tmp/replica.sqlite3", "CACHE_URL": "redis://127.0.0.1:6379/0"}
    asked = run("-c", ASK, **on)
    assert asked.returncode == 0, asked.stderr
    return set(json.loads(asked.stdout))


def test_the_table_has_them_all_and_no_other(read: set[str]):
    table = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", table, flags=re.MULTILINE)) == read


def test_the_example_has_them_all_and_no_other(read: set[str]):
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^#?([A-Z_]+)=", example, flags=re.MULTILINE)) == read


def test_the_example_starts_a_site_once_it_has_a_key(tmp_path):
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    (tmp_path / "env").write_text(re.sub("^SECRET_KEY=.*$", "SECRET_KEY=a key", example, flags=re.MULTILINE))
    started = run("manage.py", "check", ENV_FILE=str(tmp_path / "env"), SECRET_KEY="", HTTPS="", VAR_DIR=str(tmp_path))
    assert started.returncode == 0, started.stderr
