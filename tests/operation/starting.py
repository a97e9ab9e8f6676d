"""Starting the site, or a command, with settings of a test's own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# A file that says nothing, instead of what ``make serve`` wrote for this machine.
NOTHING = {"ENV_FILE": "/dev/null", "SECRET_KEY": "a key for one test", "HTTPS": "off"}


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with ``command`` and with ``environment``, of which an empty value takes one of NOTHING away."""
    given = {name: value for name, value in (NOTHING | environment).items() if value}
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=given, capture_output=True, text=True, timeout=60)


def setting(expression: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What ``expression`` is, of ``settings``."""
    return run("-c", f"from prepsite import settings; print({expression})", **environment)
