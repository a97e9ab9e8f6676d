"""Only the public web is asked: no link makes this machine knock at a door behind its own firewall."""

import socket

import pytest

from questions.editorial.links.addresses import NotAskedError, Policy, is_public


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.9.10", "::1"),
        *("10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"),
        *("100.64.0.1", "100.127.255.254"),
        *("169.254.169.254", "fe80::1", "fe80::1%1", "fec0::1"),
        *("224.0.0.1", "239.255.255.250", "ff02::1"),
        *("0.0.0.0", "0.1.2.3", "::"),
        *("240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "203.0.113.9", "2001:db8::1", "4000::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1"),
        *("64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "2002:7f00:1::1", "2001::1", "2001:4860:4860::8888%1"),
        *("", "nonsense", "2130706433"),
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_a_public_address_may_be_asked(address: str):
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "127.1", "0", "①②⑦.0.0.1"),
        *("[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]", "169.254.169.254", "user:secret@10.0.0.1", "10.0.0.1."),
    ],
)
def test_a_host_written_as_a_number_is_read_as_the_system_reads_it(host: str):
    with pytest.raises(NotAskedError, match=r"private network|nobody knows its name"):
        Policy().target_of(f"http://{host}/")


def test_one_private_address_among_public_ones_spoils_the_name():
    for addresses in (["8.8.8.8", "10.0.0.1"], ["::1", "8.8.8.8"]):
        with pytest.raises(NotAskedError, match="it leads into a private network"):
            Policy(resolve=lambda host, port, found=addresses: found).target_of("https://library.example/")


@pytest.mark.parametrize("port", [22, 25, 3306, 6379, 9200, 0])
def test_ports_where_no_web_sites_stand_are_left_alone(port: int):
    with pytest.raises(NotAskedError, match=f"no web sites stand on port {port}"):
        Policy(resolve=lambda host, port: ["8.8.8.8"]).target_of(f"http://library.example:{port}/")


@pytest.mark.parametrize("url", ["ftp://library.example/", "file:///etc/passwd", "gopher://x/", "//library.example/", ""])
def test_nothing_but_http_is_asked(url: str):
    with pytest.raises(NotAskedError, match="it does not start with http"):
        Policy().target_of(url)


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1", "http://library.example:99999/", "http://a..b/", f"http://{'x' * 70}/"]
)
def test_an_address_that_makes_no_sense_is_told_so(url: str):
    with pytest.raises(NotAskedError):
        Policy(resolve=lambda host, port: ["8.8.8.8"]).target_of(url)


def test_a_name_nobody_knows():
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror

    for resolve in (unknown, lambda host, port: []):
        with pytest.raises(NotAskedError, match="nobody knows its name"):
            Policy(resolve=resolve).target_of("https://library.example/")


def test_what_is_asked_for_is_written_as_the_web_writes_it():
    target = Policy(resolve=lambda host, port: ["8.8.8.8"]).target_of("https://Bücher.example:8443/ü b/%C3%BC?q=ö&r=%20#top")
    assert target.host_header == "xn--bcher-kva.example:8443"
    assert target.path == "/%C3%BC%20b/%C3%BC?q=%C3%B6&r=%20"
    assert target.addresses == ("8.8.8.8",)
