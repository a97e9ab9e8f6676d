"""One host hears one question at a time, with a pause between; at most eight hosts are asked at once."""

import threading
import time
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.editorial.links.checking import AT_ONCE, check
from questions.editorial.links.courtesy import Courtesy
from questions.editorial.links.fetching import Look
from questions.models import ResourceLink
from tests.factories import make_link


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_there_is_a_pause_between_two_questions_at_one_host_and_none_between_two_hosts():
    clock = Clock()
    courtesy = Courtesy(pause=2, clock=lambda: clock.now, sleep=clock.sleep)
    for host in ("library.example", "museum.example", "library.example"):
        with courtesy.turn(host):
            clock.now += 0.5
    assert clock.slept == [1.5]
    clock.now += 60
    with courtesy.turn("library.example"):
        assert clock.slept == [1.5]


def test_two_who_ask_one_host_take_turns():
    courtesy, inside, most = Courtesy(pause=0), Counter[str](), []
    start = threading.Barrier(6)

    def ask() -> None:
        start.wait()
        for _ in range(20):
            with courtesy.turn("library.example"):
                inside["now"] += 1
                most.append(inside["now"])
                time.sleep(0)
                inside["now"] -= 1

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(most), max(most)) == (120, 1)


class Watch:
    """A look that counts how many are under way, for each host and altogether; all wait until ``together`` are."""

    def __init__(self, together: int) -> None:
        self.lock, self.full = threading.Lock(), threading.Event()
        self.together, self.most, self.hosts_twice = together, 0, False
        self.under_way: list[str] = []

    def __call__(self, url: str) -> Look:
        host = url.split("/")[2]
        with self.lock:
            self.hosts_twice |= host in self.under_way
            self.under_way.append(host)
            self.most = max(self.most, len(self.under_way))
            if len(self.under_way) >= self.together:
                self.full.set()
        self.full.wait(2)
        time.sleep(0.01)  # one too many would show now
        with self.lock:
            self.under_way.remove(host)
        return Look(200)


@pytest.mark.django_db
def test_eight_hosts_are_asked_at_once_and_never_one_host_twice():
    for number in range(40):
        make_link(url=f"https://site{number % 20}.example/{number}")
    watch = Watch(together=AT_ONCE)
    assert len(list(check(ResourceLink.objects.all(), look=watch))) == 40
    assert (watch.most, watch.hosts_twice) == (8, False)


@pytest.mark.django_db
def test_links_of_one_host_never_keep_the_others_waiting():
    for number in range(30):
        make_link(url=f"https://HUGE.example/{number}")
    make_link(url="https://small.example/")
    watch = Watch(together=2)
    list(check(ResourceLink.objects.all(), look=watch))
    assert (watch.most, watch.hosts_twice) == (2, False)


@pytest.mark.django_db
def test_a_link_costs_the_same_few_queries_however_many_there_are():
    for number in range(12):
        make_link(url=f"https://site{number}.example/")
    counts = []
    for some in (3, 12):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            list(check(ResourceLink.objects.order_by("pk")[:some], look=lambda url: Look(200)))
        counts.append((len(queries) - 1) / some)
    assert counts[0] == counts[1] <= 9
