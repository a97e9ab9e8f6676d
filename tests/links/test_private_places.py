"""Neither redirects nor changing names lead the check into a private network."""

import pytest

from questions.editorial.links.addresses import Policy
from questions.editorial.links.fetching import Fetcher

from .server import HERE, Site, fetcher_for

INSIDE = ["10.0.0.1"]


@pytest.mark.parametrize(
    "where",
    [
        *("http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[::1]/", "http://[::ffff:10.0.0.1]/"),
        *("//inside.example/", "http://2130706435/", "http://0x0a000001/"),
    ],
)
def test_a_redirect_into_a_private_network_is_not_followed(site: Site, where: str):
    site.pages["/"] = (302, {"Location": where})
    names = {"inside.example": INSIDE, "2130706435": ["127.0.0.3"], "0x0a000001": INSIDE}
    names |= {"169.254.169.254": ["169.254.169.254"], "10.0.0.1": INSIDE, "::1": ["::1"], "::ffff:10.0.0.1": ["::ffff:10.0.0.1"]}
    look = fetcher_for(site, names=names).look(site.url())
    assert look.status is None
    assert look.fault.startswith("not asked: it leads into a private network (after a redirect to ")
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("file:///etc/passwd", "it does not start with http"),
        ("http://library.example:22/", "no web sites stand on port 22"),
        ("javascript:alert(1)", "it does not start with http"),
    ],
)
def test_a_redirect_to_what_is_no_web_page_is_not_followed(site: Site, where: str, why: str):
    site.pages["/"] = (301, {"Location": where})
    assert why in fetcher_for(site).look(site.url()).fault


def test_a_name_that_turns_private_between_two_requests_gains_nothing(site: Site):
    answers = iter([[HERE], INSIDE])
    site.pages["/"] = 405
    look = fetcher_for(site, resolve=lambda host, port: next(answers)).look(site.url())
    assert look.fault == "not asked: it leads into a private network"
    assert site.asked == [("HEAD", "/")]


def test_the_connection_goes_to_the_address_that_was_looked_at(site: Site):
    """The name is asked for once a request; were it resolved again to connect, no.such.example would lead nowhere."""
    site.pages["/"] = 200
    resolved = []

    def resolve(host: str, port: int) -> list[str]:
        resolved.append(host)
        return [HERE]

    assert fetcher_for(site, resolve=resolve).look(site.url(host="no.such.example")).status == 200
    assert resolved == ["no.such.example"]


def test_a_fetcher_as_it_comes_refuses_this_very_machine(site: Site):
    for host in ("127.0.0.1", "localhost", "0", "[::1]", "2130706433"):
        fetcher = Fetcher(policy=Policy(ports=frozenset({site.port})))
        assert "private network" in fetcher.look(site.url(host=host)).fault
    assert site.asked == []
