"""A short run of `make odd-requests`: the long one is for who changes how requests are read."""

import os
import re
import subprocess
import sys

import pytest

from tests.serving import ROOT

pytestmark = pytest.mark.processes


def test_no_odd_request_is_answered_by_a_fault_of_ours():
    # On SQLite, in a file of its own: the database of this test run is not one to be made anew every forty requests.
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    command = [sys.executable, "-m", "torture.input", "--requests", "2000", "--raw", "100", "--seed", "1", "--least", "3"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (run.returncode, re.findall(r"^faults: \d+$", run.stdout, re.MULTILINE)) == (0, ["faults: 0"]), run.stdout + run.stderr
