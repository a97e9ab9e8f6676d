"""How gunicorn serves prepsite. The command line may override each of these (``make serve`` sets the address)."""

import multiprocessing
import os

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", min(multiprocessing.cpu_count(), 4)))
# Threads let a worker answer others while one visitor waits for the database.
worker_class = "gthread"
threads = 4
preload_app = True
# As long as gunicorn allows: an address with a very long search gets a page of the site.
limit_request_line = 8190
timeout = 30
graceful_timeout = 20
loglevel = os.environ.get("LOG_LEVEL", "warning")
# Nobody here uses gunicorn's control socket, and an unused door is best shut.
control_socket_disable = True
