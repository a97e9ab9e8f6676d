"""The connection goes to an address that was looked at, and the certificate must still be the name's."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from .server import QUICK, Site, fetcher_for, serve


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for library.example, with its key, in one file."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("openssl is not installed: it makes the certificate")
    path = tmp_path_factory.mktemp("tls") / "library.pem"
    name = ["-subj", "/CN=library.example", "-addext", "subjectAltName=DNS:library.example", "-days", "2", "-nodes"]
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    made = [openssl, "req", "-x509", *key, *name, "-keyout", path, "-out", path.with_suffix(".crt")]
    subprocess.run(made, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


@pytest.fixture
def safe_site(certificate: Path) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serve(context) as site:
        site.pages["/"] = 200
        yield site


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def test_a_certificate_of_the_name_is_taken(safe_site: Site, certificate: Path):
    fetcher = fetcher_for(safe_site, tls=trusting(certificate))
    assert fetcher.look(safe_site.url(scheme="https")).status == 200


def test_a_certificate_of_another_name_is_told(safe_site: Site, certificate: Path):
    fetcher = fetcher_for(safe_site, tls=trusting(certificate))
    for host in ("museum.example", "127.0.0.1"):
        fault = fetcher.look(safe_site.url(scheme="https", host=host)).fault
        assert fault.startswith("its certificate is not valid: ")
    assert safe_site.asked == []


def test_a_certificate_nobody_vouches_for_is_told(safe_site: Site):
    assert "self-signed certificate" in fetcher_for(safe_site).look(safe_site.url(scheme="https")).fault


def test_a_server_that_speaks_no_tls_is_told(site: Site):
    fetcher = fetcher_for(site, patience=QUICK)
    assert fetcher.look(site.url(scheme="https")).fault == "no safe connection to its server"
