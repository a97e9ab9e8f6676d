"""Pages with O*NET's information say whose it is, as its licence asks."""

import pytest
from django.test import Client

from tests.factories import make_role
from tests.pages.reading import links_of

LINKS = {
    "O*NET database": "https://www.onetcenter.org/database.html",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
}


@pytest.mark.parametrize("start", ["", "/es"])
def test_a_role_with_a_code_names_onet_and_one_without_does_not(visitor: Client, start: str):
    make_role(title="Archivist")
    make_role(onet_soc_code="25-4022.00")
    named = visitor.get(f"{start}/roles/community-outreach-librarian/")
    assert "USDOL/ETA" in named.text
    assert set(LINKS.values()) <= set(links_of(named, ".imprint a").values())
    assert "USDOL/ETA" not in visitor.get(f"{start}/roles/archivist/").text


def test_the_page_about_the_site_names_it(visitor: Client, db: None):
    assert LINKS.items() <= links_of(visitor.get("/about/"), ".prose a").items()
