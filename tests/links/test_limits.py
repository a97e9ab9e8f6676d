"""A slow, broken or endless answer costs little time and few bytes."""

import time
from http.server import BaseHTTPRequestHandler

import pytest

from questions.editorial.links.asking import Patience

from .server import HERE, NOBODY, Site, fetcher_for


def test_a_server_that_says_nothing_is_left_in_time(site: Site):
    site.pages["/"] = lambda request: site.closing.wait(5)
    began = time.monotonic()
    assert fetcher_for(site).look(site.url()).fault == "it took too long to answer"
    assert time.monotonic() - began < 1
    assert len(site.asked) == 1


def test_a_server_that_sends_a_byte_now_and_then_is_left_in_time(site: Site):
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not site.closing.wait(0.02):
            request.wfile.write(b"X-Slow: 1\r\n")

    site.pages["/"] = drip
    began = time.monotonic()
    assert fetcher_for(site).look(site.url()).fault == "it took too long to answer"
    assert time.monotonic() - began < 1


def test_all_redirects_together_get_no_more_time_than_one_look(site: Site):
    def slowly(request: BaseHTTPRequestHandler) -> None:
        site.closing.wait(0.1)
        request.send_response(302)
        request.send_header("Location", "/")
        request.end_headers()

    site.pages["/"] = slowly
    look = fetcher_for(site, patience=Patience(connect=1, read=1, whole=0.15)).look(site.url())
    assert look.fault.startswith("it took too long to answer (after a redirect to ")
    assert len(site.asked) == 2


def test_an_endless_page_is_not_read(site: Site):
    sent = []

    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(10_000):
            request.wfile.write(bytes(10_000))
            sent.append(10_000)

    site.pages |= {("HEAD", "/"): 405, ("GET", "/"): endless}
    assert fetcher_for(site).look(site.url()).status == 200
    assert sum(sent) < 200_000


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X" * 100_000,
        b"HTTP/1.1 200 OK\r\n" + b"A: 1\r\n" * 1_000 + b"\r\n",
    ],
)
def test_an_answer_that_is_none_is_no_crash(site: Site, answer: bytes):
    def say(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(answer)
        request.close_connection = True

    site.pages["/"] = say
    look = fetcher_for(site).look(site.url())
    assert (look.status, look.fault) == (None, "it gave no readable answer")


def test_a_second_address_is_tried_where_the_first_one_takes_no_connection(site: Site):
    site.pages["/"] = 200
    assert fetcher_for(site, resolve=lambda host, port: [NOBODY, HERE]).look(site.url()).status == 200
    assert fetcher_for(site, resolve=lambda host, port: [NOBODY]).look(site.url()).fault == "no connection to its server"
