"""Pages travel small: in the best encoding that the visitor's browser takes, and as they are for anyone else."""

import gzip

import brotli
import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory

from prepsite.middleware import Compress

PAGE = b"<p>What would you do?</p>" * 100
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


def sent(response: HttpResponseBase, accept: str = "br, gzip", method: str = "get") -> HttpResponseBase:
    """What becomes of ``response`` on its way to a browser that sends ``Accept-Encoding: accept``."""
    request = getattr(RequestFactory(), method)("/", headers={"accept-encoding": accept} if accept else {})
    return Compress(lambda request: response)(request)


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("BR;q=0.5, gzip;q=1.0", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br ; q = 0.000 , gzip;q=0.1", "gzip"),
        ("br;q=0.01", "br"),
        ("gzip;q=0", None),
        ("gzip;q=0, br;q=0.0", None),
        ("identity", None),
        ("brotli, xgzip, zstd", None),
        (";q=1, ,,br;;q=x", "br"),
        ("", None),
    ],
)
def test_a_page_comes_in_the_best_encoding_the_browser_takes(accept: str, encoding: str | None):
    page = sent(HttpResponse(PAGE), accept)
    assert page.get("Content-Encoding") == encoding
    assert UNPACK[encoding](page.content) == PAGE
    assert page.get("Content-Length", str(len(PAGE))) == str(len(page.content))
    assert page["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accept", ["br", "gzip"])
def test_short_answers_stay_as_they_are(accept: str):
    page = sent(HttpResponse(b"x" * 199), accept)
    assert page.content == b"x" * 199
    assert not page.has_header("Content-Encoding")


@pytest.mark.parametrize("accept", ["br", "gzip"])
def test_what_compression_would_make_longer_stays_as_it_is(accept: str):
    noise = brotli.compress(bytes(number * number % 251 for number in range(4_000)))
    assert len(noise) > 200
    page = sent(HttpResponse(noise), accept)
    assert page.content == noise
    assert not page.has_header("Content-Encoding")


def test_what_is_encoded_already_stays_as_it_is():
    page = sent(HttpResponse(PAGE, headers={"Content-Encoding": "gzip"}), "br, gzip")
    assert (page.content, page["Content-Encoding"]) == (PAGE, "gzip")


def test_what_else_an_answer_varies_by_is_kept():
    assert sent(HttpResponse(PAGE, headers={"Vary": "Cookie"}))["Vary"] == "Cookie, Accept-Encoding"


@pytest.mark.parametrize("accept", ["br", "gzip"])
def test_a_tag_of_the_page_says_that_the_bytes_are_others(accept: str):
    assert sent(HttpResponse(PAGE, headers={"ETag": '"a1"'}), accept)["ETag"] == 'W/"a1"'
    assert sent(HttpResponse(PAGE, headers={"ETag": 'W/"a1"'}), accept)["ETag"] == 'W/"a1"'
    assert sent(HttpResponse(PAGE, headers={"ETag": '"a1"'}), "")["ETag"] == '"a1"'


@pytest.mark.parametrize(("accept", "encoding"), [("br", None), ("br, gzip", "gzip"), ("gzip", "gzip"), ("", None)])
def test_an_answer_made_bit_by_bit_is_sent_bit_by_bit(accept: str, encoding: str | None):
    made = []

    def parts():
        for number in range(3):
            made.append(number)
            yield PAGE

    page = sent(StreamingHttpResponse(parts()), accept)
    assert made == []
    assert page.get("Content-Encoding") == encoding
    assert page["Vary"] == "Accept-Encoding"
    assert UNPACK[encoding](b"".join(page.streaming_content)) == PAGE * 3


def test_a_file_is_sent_whole(tmp_path):
    (tmp_path / "role.md").write_bytes(PAGE)
    with (tmp_path / "role.md").open("rb") as file:
        page = sent(FileResponse(file), "br, gzip")
        assert gzip.decompress(b"".join(page.streaming_content)) == PAGE
    assert not page.has_header("Content-Length")


def test_asking_for_the_head_of_a_page_gives_the_headers_of_the_page(visitor: Client):
    asked = {"headers": {"accept-encoding": "br"}}
    page, head = visitor.get("/about/", **asked), visitor.head("/about/", **asked)
    assert head.content == b""
    assert {**head.headers, "X-Request-ID": ""} == {**page.headers, "X-Request-ID": ""}  # each request has its own
    assert len(page.content) == int(head["Content-Length"])


@pytest.mark.parametrize("url", ["/", "/es/", "/nothing/", "/feed/", "/sitemap-pages-0.xml", "/robots.txt", "/accounts/login/"])
def test_everything_people_and_machines_read_is_compressed(visitor: Client, url: str):
    plain, small = visitor.get(url), visitor.get(url, headers={"accept-encoding": "br"})
    assert small["Content-Encoding"] == "br"
    assert len(small.content) < len(plain.content)
    assert "Accept-Encoding" in plain["Vary"]
