"""The proxies of deploy/ before a site, as their samples are written, but on the loopback address and without certificates."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEPLOY = Path(__file__).resolve().parents[1] / "deploy"
PATIENCE = 10  # seconds a proxy may take to start


def installed() -> list[str]:
    return [name for name in ("nginx", "caddy") if shutil.which(name)]


@contextmanager
def before(site: str, name: str, folder: Path) -> Iterator[str]:
    """The address of ``name`` (of ``installed()``) before the ``site`` (host:port); its files go to ``folder``."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command, environment = (_nginx if name == "nginx" else _caddy)(site, address, folder)
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as proxy:
        try:
            _wait_for(address)
            yield f"http://{address}"
        finally:
            proxy.terminate()


def _nginx(site: str, address: str, folder: Path) -> tuple[list[str], dict[str, str]]:
    sample = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    # The server that only redirects to https goes, and with it all that is about certificates.
    sample = re.sub(r"server \{\n\tlisten 80;.*?\n\}\n", "", sample, flags=re.DOTALL)
    sample = re.sub(r"^\s*(?:ssl_\w+|http2|listen \[::\]).*\n", "", sample, flags=re.MULTILINE)
    sample = sample.replace("listen 443 ssl;", f"listen {address};").replace("http://127.0.0.1:8000", f"http://{site}")
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    start = (
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;\nevents {{ worker_connections 4096; }}\n"
    )
    config = folder / "nginx.conf"
    config.write_text(f"{start}http {{\n{places}{sample}}}\n", encoding="utf-8")
    return ["nginx", "-c", str(config), "-e", f"{folder}/errors"], dict(os.environ)


def _caddy(site: str, address: str, folder: Path) -> tuple[list[str], dict[str, str]]:
    own = {"SITE": f"http://{address}", "UPSTREAM": site, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(DEPLOY / "Caddyfile")], os.environ | own


def _wait_for(address: str) -> None:
    host, _, port = address.partition(":")
    latest = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            if time.monotonic() > latest:
                raise SystemExit(f"The proxy did not start at {address} within {PATIENCE} s.") from None
            time.sleep(0.1)
        else:
            return
