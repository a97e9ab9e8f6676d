"""gunicorn as it is set up: what it logs, what its workers count together, and how they start anew."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.operation.starting import NOTHING, ROOT
from tests.serving import environment_of, serve

pytestmark = pytest.mark.processes
TOKEN = "a token for one test"
ASKED = 12  # times, so that each worker answers some


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    environment = environment_of(tmp_path_factory.mktemp("site")) | NOTHING | {"WEB_CONCURRENCY": "2", "METRICS_TOKEN": TOKEN}
    for command in ("migrate --verbosity 0", "collectstatic --noinput --verbosity 0"):
        subprocess.run([sys.executable, "manage.py", *command.split()], cwd=ROOT, env=environment, check=True)
    return environment


@pytest.fixture
def site(environment: dict[str, str]) -> Iterator[str]:
    with serve(environment) as address:
        yield address


def status(address: str) -> int:
    try:
        with urlopen(Request(address, headers={"Cookie": "secret=lovelace", "User-Agent": "Netscape"}), timeout=30) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def counted(site: str, name: str) -> float:
    with urlopen(Request(f"{site}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}), timeout=30) as page:
        found = re.findall(rf"^{re.escape(name)} (\S+)$", page.read().decode(), flags=re.MULTILINE)
    return float(found[0]) if found else 0.0


def test_all_workers_count_together(site: str):
    for _ in range(ASKED):
        status(f"{site}/about/")
    assert counted(site, 'prepsite_requests_total{kind="other",status="2xx"}') == ASKED
    assert counted(site, 'prepsite_request_seconds_count{kind="other"}') == ASKED


def test_counts_go_on_where_a_worker_ended(environment: dict[str, str]):
    with serve(environment | {"MAX_REQUESTS": "3"}) as site:
        for _ in range(ASKED):
            assert status(f"{site}/about/") == 200
        assert counted(site, 'prepsite_requests_total{kind="other",status="2xx"}') == ASKED


def test_the_access_log_is_json_and_says_nothing_of_who_asked(environment: dict[str, str], capfd: pytest.CaptureFixture[str]):
    with serve(environment | {"ACCESS_LOG": "on"}) as site:
        assert status(f"{site}/search/?q=pregnant") == 200
        assert status(f"{site}/preview/a-signed-token/") == 404
    search, preview = map(json.loads, capfd.readouterr().out.splitlines())
    assert set(search) == {"time", "method", "path", "status", "bytes", "ms", "request"}
    assert (search["method"], search["path"], search["status"]) == ("GET", "/search/", 200)
    assert (preview["path"], preview["status"]) == ("/preview/…", 404)


def test_the_places_of_counts_go_with_the_server(environment: dict[str, str], tmp_path: Path):
    with serve(environment | {"TMPDIR": str(tmp_path)}) as site:
        assert status(f"{site}/healthz") == 200
        assert len(list(tmp_path.glob("prepsite-counts-*"))) == 1
    assert list(tmp_path.glob("prepsite-counts-*")) == []


def test_there_is_no_control_socket(environment: dict[str, str]):
    said = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--config", "prepsite/gunicorn.conf.py", "--print-config", "prepsite.wsgi"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    ).stdout
    assert re.search(r"^control_socket_disable\s+= True$", said, flags=re.MULTILINE)
    assert re.search(r"^preload_app\s+= True$", said, flags=re.MULTILINE)
    assert re.search(r"^limit_request_line\s+= 8190$", said, flags=re.MULTILINE)
    assert re.search(r"^max_requests_jitter\s+= 20000$", said, flags=re.MULTILINE)
