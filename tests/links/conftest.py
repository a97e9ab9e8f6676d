from collections.abc import Iterator

import pytest

from .server import Site, serve


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site at library.example."""
    with serve() as site:
        yield site
