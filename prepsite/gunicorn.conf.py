"""How gunicorn serves prepsite. The command line may override each of these (``make serve`` sets the address)."""

import atexit
import gc
import os
import shutil
import sys
import tempfile

from django.core.exceptions import ImproperlyConfigured

from prepsite.environment import env, read_file
from prepsite.operation import machine
from prepsite.operation.logs import LEVELS

try:
    read_file()
    bind = env("BIND", default="127.0.0.1:8000")
    workers = env.number("WEB_CONCURRENCY", default=machine.workers(), least=1, most=256)
    # Threads let a worker answer others while one visitor waits for the database.
    threads = env.number("THREADS", default=4, least=1, most=64)
    # A worker starts anew after so many requests, give or take a fifth, so that whatever memory was lost comes back.
    max_requests = env.number("MAX_REQUESTS", default=100_000, most=100_000_000)
    loglevel = env.one_of("LOG_LEVEL", LEVELS, default="warning")
    accesslog = "-" if env.bool("ACCESS_LOG", default=False) else None
    counts = bool(env("METRICS_TOKEN", default=""))
except ImproperlyConfigured as error:
    sys.exit(f"prepsite cannot start: {error}")
max_requests_jitter = max_requests // 5
worker_class = "gthread"
# Loaded once and shared by all workers, which then start in no time. So HUP loads no new code: for that, restart.
preload_app = True
# As long as gunicorn allows: an address with a very long search gets a page of the site.
limit_request_line = 8190
# Seconds: a worker that is stuck for so long is killed; one that is told to end has so long to answer whom it answers; a visitor
# who is silent in between may come again on the same connection.
timeout, graceful_timeout, keepalive = 30, 20, 5
# Workers say that they live by touching a file, which a slow disk must not hold up.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112, S108 - gunicorn makes the files safely
logger_class = "prepsite.operation.access.JsonLogger"
# Nobody here uses gunicorn's control socket, and an unused door is best shut.
control_socket_disable = True


def forget_counts(folder, owner):
    """At the end of the process that made it; workers end too."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


# Where workers count for /metrics: made once by the process that starts them, since this file is read again at HUP.
if counts and os.environ.get("PREPSITE_COUNTED_BY") != str(os.getpid()):
    folder = tempfile.mkdtemp(prefix="prepsite-counts-")
    os.environ |= {"PREPSITE_COUNTED_BY": str(os.getpid()), "PROMETHEUS_MULTIPROC_DIR": folder}
    atexit.register(forget_counts, folder, os.getpid())


def pre_fork(server, worker):
    """Give the worker the first place that nobody has: there it goes on counting where the one before it ended."""
    taken = {other.place for other in server.WORKERS.values()}
    worker.place = next(place for place in range(1, len(taken) + 2) if place not in taken)


def post_fork(server, worker):
    os.environ["PREPSITE_WORKER"] = str(worker.place)


def when_ready(server):
    """Leave what is loaded by now out of every collection of garbage: workers share its memory as long as nobody touches it,
    12 MB of a worker that has made every kind of page."""
    gc.collect()
    gc.freeze()
