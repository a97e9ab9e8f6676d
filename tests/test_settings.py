"""The settings fail closed, with one clear sentence."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    without_file = "import environ; environ.Env.read_env = lambda *a, **k: None"
    code = f"{without_file}; import prepsite.settings as s; print(s.SESSION_COOKIE_SECURE)"
    inherited = {name: value for name, value in os.environ.items() if name not in ("SECRET_KEY", "HTTPS")}
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=inherited | environment, capture_output=True, text=True)


def test_no_secret_key_no_start():
    stopped = start()
    assert stopped.returncode != 0
    assert "SECRET_KEY is not set." in stopped.stderr


def test_cookies_are_for_https_only_unless_told_otherwise():
    assert start(SECRET_KEY="x").stdout.strip() == "True"
    assert start(SECRET_KEY="x", HTTPS="off").stdout.strip() == "False"
