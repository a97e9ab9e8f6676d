"""One look at a link: HEAD, then GET, along its redirects."""

import pytest

from questions.editorial.links.fetching import MOST_REDIRECTS, Look

from .server import Site, fetcher_for


def test_a_page_that_is_there_is_asked_once_and_by_head(site: Site):
    site.pages["/kit?a=1"] = 200
    assert fetcher_for(site).look(site.url("/kit?a=1#top")) == Look(200)
    assert site.asked == [("HEAD", "/kit?a=1")]


def test_the_server_learns_who_asks_and_gets_no_cookie_back(site: Site):
    site.pages |= {"/": (302, {"Location": "/in", "Set-Cookie": "a=b"}), "/in": 200}
    fetcher_for(site).look(site.url("/", host="user:secret@library.example"))
    for headers in site.headers:
        assert headers["Host"] == f"library.example:{site.port}"
        assert headers["User-Agent"].startswith("prepsite")
        assert not {"Cookie", "Authorization", "Referer"} & set(headers)


@pytest.mark.parametrize("refusal", [400, 403, 404, 405, 501, 503])
def test_a_server_that_refuses_head_is_asked_by_get(site: Site, refusal: int):
    site.pages |= {("HEAD", "/"): refusal, ("GET", "/"): 200}
    assert fetcher_for(site).look(site.url()) == Look(200)
    assert site.asked == [("HEAD", "/"), ("GET", "/")]


def test_a_server_that_hangs_up_on_head_is_asked_by_get(site: Site):
    site.pages |= {("HEAD", "/"): lambda request: request.connection.close(), ("GET", "/"): 204}
    assert fetcher_for(site).look(site.url()) == Look(204)


def test_a_server_that_wants_fewer_requests_is_not_asked_twice(site: Site):
    site.pages["/"] = 429
    assert fetcher_for(site).look(site.url()) == Look(429)
    assert len(site.asked) == 1


def test_redirects_are_followed_and_a_move_for_good_is_told(site: Site):
    site.pages |= {"/old": (301, {"Location": "/new"}), "/new": 200, "/door": (302, {"Location": "/old"})}
    assert fetcher_for(site).look(site.url("/old")) == Look(200, moved_to=site.url("/new"))
    assert fetcher_for(site).look(site.url("/door")) == Look(200)


def test_of_a_move_followed_by_a_passing_redirect_the_move_counts(site: Site):
    site.pages |= {"/old": (308, {"Location": "/new"}), "/new": (307, {"Location": "/today"}), "/today": 200}
    assert fetcher_for(site).look(site.url("/old")) == Look(200, moved_to=site.url("/new"))


def test_a_circle_of_redirects_has_an_end(site: Site):
    site.pages["/"] = (302, {"Location": "/"})
    assert fetcher_for(site).look(site.url()).fault == f"it redirects more than {MOST_REDIRECTS} times"
    assert len(site.asked) == MOST_REDIRECTS + 1


def test_a_redirect_that_leads_nowhere_is_told(site: Site):
    site.pages |= {"/a": 302, "/b": (302, {"Location": "http://[broken"})}
    assert fetcher_for(site).look(site.url("/a")) == Look(302)
    assert fetcher_for(site).look(site.url("/b")).fault == "it redirects to no valid address"


def test_an_address_of_other_letters_is_followed_and_no_control_characters_are_kept(site: Site):
    site.pages |= {"/old": (301, {"Location": "/b\xc3\xbccher\x00\x1b"}), "/b%C3%BCcher": 200}
    assert fetcher_for(site).look(site.url("/old")) == Look(200, moved_to=site.url("/bücher"))
