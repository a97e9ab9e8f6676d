"""Which addresses may be asked: those of the public web, and nothing that only this machine or its neighbours can reach.

Anybody who may write a link could otherwise make the server knock at doors behind its firewall. So a name is resolved here,
every address it has must be public, and the request goes to an address that was looked at: a name that answers differently
the second time (DNS rebinding) gains nothing.
"""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

# Where web sites stand. With any port a link could be used to try the doors of other people's machines one by one, and to
# talk to services of this machine's own public address that trust what comes from inside.
WEB_PORTS = frozenset({80, 443, 8080, 8443})
DEFAULT_PORTS = {"http": 80, "https": 443}

# Everything that IPv6 gives out for use in the whole Internet; what lies outside it is not public, whatever it is.
GLOBAL_UNICAST = IPv6Network("2000::/3")
# 6to4 carries an IPv4 address inside, and nobody uses it any more.
SIX_TO_FOUR = IPv6Network("2002::/16")
# A network with IPv6 alone reaches IPv4 through these; the last 32 bits say whom.
NAT64 = IPv6Network("64:ff9b::/96")


class NotAskedError(Exception):
    """An address that is not asked; the message says why, for people."""


@dataclass(frozen=True)
class Target:
    """Where one request goes: ``addresses`` were looked at and are the only ones to connect to."""

    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def is_public(address: str) -> bool:
    """Whether ``address``, an IP address in text, is one of the public Internet.

    Not so: private, shared (100.64.0.0/10), loopback, link-local, multicast, reserved, unspecified and documentation
    addresses, and IPv4 addresses dressed as IPv6 ones.
    """
    try:
        read = ip_address(address)
    except ValueError:
        return False
    if isinstance(read, IPv6Address):
        if read in NAT64:
            return _is_public(IPv4Address(read.packed[-4:]))
        return read in GLOBAL_UNICAST and read not in SIX_TO_FOUR and read.scope_id is None and _is_public(read)
    return _is_public(read)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved)


def resolve(host: str, port: int) -> list[str]:
    """All IP addresses of ``host``, the one to try first in front; raises OSError for a name nobody knows.

    The system reads numbers as it does when it connects: "2130706433" and "0x7f.1" are 127.0.0.1.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True)
class Policy:
    """Who is asked. The tests, which ask a server on their own machine, are the only ones with a policy of their own."""

    resolve: Callable[[str, int], list[str]] = resolve
    may_ask: Callable[[str], bool] = is_public
    ports: frozenset[int] = WEB_PORTS

    def target_of(self, url: str) -> Target:
        """Where ``url`` leads; raises NotAskedError where it must not be followed or its name is not known."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise NotAskedError("not asked: it is no valid address") from None
        if parts.scheme not in DEFAULT_PORTS:
            raise NotAskedError("not asked: it does not start with http:// or https://")
        port = DEFAULT_PORTS[parts.scheme] if port is None else port
        if port not in self.ports:
            raise NotAskedError(f"not asked: no web sites stand on port {port}")
        host, addresses = self._addresses(host, port)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~?")
        return Target(parts.scheme, host, port, f"{path}?{query}" if query else path, addresses)

    def _addresses(self, host: str, port: int) -> tuple[str, tuple[str, ...]]:
        try:
            host = host.encode("idna").decode("ascii")
            addresses = tuple(self.resolve(host, port)) if host else ()
        except (OSError, UnicodeError):
            addresses = ()
        if not addresses:
            raise NotAskedError("nobody knows its name")
        # All of them: one public address beside a private one is how such a trap is laid.
        if not all(map(self.may_ask, addresses)):
            raise NotAskedError("not asked: it leads into a private network")
        return host, addresses
