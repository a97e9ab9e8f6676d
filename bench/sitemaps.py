"""What crawlers and feed readers cost with so many questions: seconds and queries of an answer, through the whole stack."""

import resource
import time
import xml.etree.ElementTree as ET

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.figures import Figure

# What we promise: seconds of the index (which says when each part changed) and of anything else, and megabytes.
INDEX, SECONDS, MEMORY = 1, 0.3, 200
BEST_OF = 3


def measure(_questions: int) -> list[Figure]:
    """Needs a filled database."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = [_time("index of sitemaps", "/sitemap.xml", INDEX)]
    parts = _addresses("/sitemap.xml")
    questions = [part for part in parts if "questions" in part]
    figures += [
        _time("first part of the questions", questions[0], SECONDS),
        _time("last part of the questions", questions[-1], SECONDS),
        _time("roles", next(part for part in parts if "roles" in part), SECONDS),
        _time("topics", next(part for part in parts if "topics" in part), SECONDS),
        _time("feed of the newest questions", "/feed/", SECONDS),
        _time("feed of the largest role", "/roles/role-0/feed/", SECONDS),
        _time("feed of the largest topic", "/topics/topic-0/feed/", SECONDS),
    ]
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return [*figures, Figure("memory for all of these", grown, "MB", MEMORY, f"{len(parts)} parts")]


def _time(name: str, address: str, limit: float) -> Figure:
    best, queries = 99.0, 0
    for _ in range(BEST_OF):
        with CaptureQueriesContext(connection) as captured:
            started = time.perf_counter()
            size = len(_answer(address))
            best = min(best, time.perf_counter() - started)
        queries = len(captured)
    return Figure(f"machines: {name}", best, "s", limit, f"{queries} queries, {size / 1024:,.0f} kB")


def _addresses(address: str) -> list[str]:
    """The paths that an index names."""
    return [f"/{found.text.split('/', 3)[3]}" for found in ET.fromstring(_answer(address)).iter() if found.tag.endswith("}loc")]


def _answer(address: str) -> bytes:
    response = Client(SERVER_NAME="localhost").get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}")
    return response.content
