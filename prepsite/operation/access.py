"""gunicorn's own logs, in the form of all others: the access log on stdout, what it says of itself on stderr."""

import datetime as dt
import json
from typing import Any

from gunicorn.glogging import Logger

from .logs import Json

# What follows these in an address opens a door to whoever has it.
SECRET_AFTER = ("preview", "key")


class JsonLogger(Logger):
    """An access has ``time``, ``method``, ``path`` (no query: searches are personal), ``status``, ``bytes``, ``ms`` and
    ``request``, its id. No address, no browser, no page somebody came from."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Json())

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: Any) -> None:
        if not self.access_log_enabled:
            return
        line = {
            "time": dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"),
            "method": environ["REQUEST_METHOD"],
            "path": _without_keys(environ["PATH_INFO"]),
            "status": int(str(resp.status).split(maxsplit=1)[0]),
            "bytes": getattr(resp, "sent", None),
            "ms": round(request_time.total_seconds() * 1000, 1),
            "request": environ.get("prepsite.request"),
        }
        self.access_log.info(json.dumps(line, ensure_ascii=False))


def _without_keys(path: str) -> str:
    parts = path.encode("latin-1").decode("utf-8", "replace").split("/")  # as WSGI hands it over
    for place, part in enumerate(parts[:-1]):
        if part in SECRET_AFTER and parts[place + 1]:
            parts[place + 1 :] = ["…"]
            break
    return "/".join(parts)
