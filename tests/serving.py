"""The site as operators run it: gunicorn, the starter bank, compressed static files."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]


def environment_of(folder: Path) -> dict[str, str]:
    """What a process needs to work on the site that keeps its things in ``folder``."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTEST_"))},
        "SECRET_KEY": "only for this site",
        "HTTPS": "off",
        "DATABASE_URL": f"sqlite:///{folder}/bank.sqlite3",
        "STATIC_ROOT": str(folder / "static"),
        "WEB_CONCURRENCY": "1",
    }


@contextmanager
def serve_starter_bank(folder: Path) -> Iterator[str]:
    """The address of a site that keeps its database and static files in ``folder``; it ends with the block."""
    environment = environment_of(folder)
    for command in ("migrate --verbosity 0", "import_guides content --quiet", "collectstatic --noinput --verbosity 0"):
        subprocess.run([sys.executable, "manage.py", *command.split()], cwd=ROOT, env=environment, check=True)
    with serve(environment) as address:
        yield address


@contextmanager
def serve(environment: dict[str, str], stderr: IO[bytes] | None = None) -> Iterator[str]:
    """The address of gunicorn with the site of ``environment``; what it logs goes to ``stderr``, or where this process's goes."""
    # The socket listens before the server starts, so that nobody has to wait and try again.
    with socket.create_server(("127.0.0.1", 0)) as listening:
        bind = ["--bind", f"fd://{listening.fileno()}"]
        gunicorn = [sys.executable, "-m", "gunicorn", "--config", "prepsite/gunicorn.conf.py", *bind, "prepsite.wsgi"]
        with subprocess.Popen(gunicorn, cwd=ROOT, env=environment, pass_fds=[listening.fileno()], stderr=stderr) as server:
            try:
                yield f"http://127.0.0.1:{listening.getsockname()[1]}"
            finally:
                server.terminate()
