"""What Prometheus is told: the requests of all workers of this server, and the state of the bank.

The workers count in files that they share (``PROMETHEUS_MULTIPROC_DIR``, which gunicorn.conf.py makes), one for each worker's
place, which the next worker in that place goes on with: so nothing is lost when a worker ends, and no file is left over.
"""

import os
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from django.db.models import Max
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest, values
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from questions.caching.version import content_version
from questions.models import GuideImport, Message, Question, ResourceLink, Revision, Role
from questions.models.resource import CheckState

SHARED, PLACE = "PROMETHEUS_MULTIPROC_DIR", "PREPSITE_WORKER"
if SHARED in os.environ:
    values.ValueClass = values.MultiProcessValue(process_identifier=lambda: os.environ.get(PLACE, "0"))

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
KINDS = {"", "admin", "static", "roles", "questions", "topics", "search", "fields", "groups", "resources", "sheet", "feed"}
PROBES = {"healthz", "readyz", "metrics"}

requests = Counter("prepsite_requests", "Requests answered.", ["kind", "status"])
pages = Counter("prepsite_pages", "Pages of the bank: sent from memory, told to be unchanged, or made anew.", ["how"])
seconds = Histogram("prepsite_request_seconds", "Time from the request to the answer.", ["kind"], buckets=SECONDS)


def count(path: str, status: int, how: str, took: float) -> None:
    """One request for ``path``; ``how`` its page came about, empty for what is no kept page; ``took`` in seconds."""
    kind = kind_of(path)
    requests.labels(kind, f"{status // 100}xx").inc()
    seconds.labels(kind).observe(took)
    if how:
        pages.labels(how).inc()


@lru_cache(maxsize=2048)
def kind_of(path: str) -> str:
    """The kind of page, of a fixed few: the first word of its address, whatever the language."""
    first, _, rest = path.lstrip("/").partition("/")
    if first == "es":
        first = rest.partition("/")[0]
    if first in PROBES:
        return "probe"
    return (first or "home") if first in KINDS else "other"


class Bank:
    """Counted when it is asked for: a handful of queries."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        yield _gauge(
            "content_version", "A number that is another one after each change of the content.", crc32(content_version().encode())
        )
        things = GaugeMetricFamily("prepsite_published", "What visitors can see.", labels=["thing"])
        for name, model in (("questions", Question), ("roles", Role), ("links", ResourceLink)):
            things.add_metric([name], model.objects.published().count())
        yield things
        waiting = GaugeMetricFamily("prepsite_waiting", "What waits for editors.", labels=["queue"])
        waiting.add_metric(["revisions"], Revision.objects.pending().count())
        waiting.add_metric(["messages"], Message.objects.waiting().count())
        waiting.add_metric(["dead_links"], ResourceLink.objects.filter(check_state=CheckState.DEAD).count())
        yield waiting
        yield _gauge("imported_guides", "Guides that were imported.", GuideImport.objects.count())
        last = GuideImport.objects.aggregate(at=Max("imported_at"))["at"]
        yield _gauge(
            "last_import_timestamp_seconds", "When the last guide was imported; 0 for never.", last.timestamp() if last else 0
        )


def _gauge(name: str, says: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"prepsite_{name}", says, value=value)


def written() -> tuple[bytes, str]:
    """All of it as text, and the type of that text."""
    bank = CollectorRegistry()
    bank.register(Bank())
    counts = REGISTRY
    if SHARED in os.environ:
        counts = CollectorRegistry()
        MultiProcessCollector(counts)
    return generate_latest(counts) + generate_latest(bank), CONTENT_TYPE_PLAIN_0_0_4
