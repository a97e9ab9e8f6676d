"""``/healthz``, ``/readyz`` and ``/metrics``: what load balancers and Prometheus ask, by any host name and by plain http.

They are answered here and stand in no table of addresses, so that no redirect, no check of the host and no kept page comes
between; what stands before this in MIDDLEWARE gives them the headers of all pages.
"""

import logging
from collections.abc import Callable, Iterator

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseNotFound, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.crypto import constant_time_compare

log = logging.getLogger(__name__)
FINE = "ok"


class Probes:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.probes = {"/healthz": healthz, "/readyz": readyz, "/metrics": metrics}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        probe = self.probes.get(request.path_info)
        if probe is None:
            return self.get_response(request)
        answer = probe(request) if request.method in ("GET", "HEAD") else HttpResponseNotAllowed(["GET", "HEAD"])
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["Content-Length"] = str(len(answer.content))
        return answer


def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers. It asks no database: starting anew would not mend one."""
    return JsonResponse({"status": FINE})


def readyz(_request: HttpRequest) -> HttpResponse:
    """Whether visitors may be sent here: 200, or 503 with what is wrong.

    A cache or a replica that is down makes pages slower and is named, but it is no reason to send visitors away: every host
    would say the same at the same moment.
    """
    needed = {"database": database_state(), "migrations": migrations_state()}
    helpful = dict(_helpers())
    ready = all(state == FINE for state in needed.values())
    status = "not ready" if not ready else FINE if all(state == FINE for state in helpful.values()) else "slower"
    return JsonResponse({"status": status, **needed, **helpful}, status=200 if ready else 503)


def database_state(alias: str = "default") -> str:
    """FINE, or that it does not answer; why stands in the log, since the reason may name hosts and users."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        log.warning("the database (%s) does not answer: %s", alias, error)
        return "does not answer"
    return FINE


def migrations_state() -> str:
    """FINE, or how many are missing."""
    try:
        executor = MigrationExecutor(connections["default"])
        missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return "cannot be told"
    return f"{missing} not applied: run `manage.py migrate`" if missing else FINE


def _helpers() -> Iterator[tuple[str, str]]:
    if "pages" in settings.CACHES:
        yield "cache", cache_state()
    if "replica" in settings.DATABASES:
        yield "replica", database_state("replica")


def cache_state() -> str:
    from redis.exceptions import RedisError  # only where there is one to ask

    try:
        caches["pages"].get("readyz")
    except (RedisError, OSError) as error:
        log.warning("the cache does not answer: %s", error)
        return "does not answer"
    return FINE


def metrics(request: HttpRequest) -> HttpResponse:
    """For Prometheus, with ``Authorization: Bearer`` and METRICS_TOKEN; without such a token set there is no such page."""
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN:
        return HttpResponseNotFound("Not found.\n", content_type="text/plain")
    if not constant_time_compare(given, f"Bearer {settings.METRICS_TOKEN}"):
        return HttpResponse(
            "It takes the token.\n", status=401, content_type="text/plain", headers={"WWW-Authenticate": "Bearer"}
        )
    from .metrics import written  # which stands on a library that nothing else needs

    text, kind = written()
    return HttpResponse(text, content_type=kind)
