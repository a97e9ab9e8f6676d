"""The desk as somebody sees it: the numbers on it, where they lead, and how many rows stand there."""

from django.test import Client

from tests.pages.reading import links_of, parse, text_of


def desk_of(client: Client) -> dict[str, str]:
    """Name to number of all that waits, in the order it stands on the page."""
    page = client.get("/admin/")
    assert page.status_code == 200
    return dict(zip(links_of(page, ".desk th a"), text_of(page, ".desk .desk-number"), strict=True))


def address_of(client: Client, name: str) -> str:
    return links_of(client.get("/admin/"), ".desk th a")[name]


def rows_behind(client: Client, name: str) -> list[str]:
    """The first cell of each row in the list that ``name`` leads to."""
    page = client.get(address_of(client, name))
    assert page.status_code == 200
    return [str(row.to_text()) for row in parse(page).query("#result_list tbody tr")]
