"""The style guide: every component on the real stylesheet, for those who change the pages and for nobody else."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .reading import parse, text_of
from .test_valid_html import faults_of

COMPONENTS = ".find .filter .more .quiet .empty .rows .tags .columns .pages .trail .practise .contents .chips .bar .chapter"
COMPONENTS += " .question .guidance .levels .probes .provenance .imprint .card .kicker .lede .facts .minor .said"


@pytest.fixture
def development(settings: Any) -> None:
    settings.DEBUG = True


def test_visitors_of_a_running_site_find_no_style_guide(visitor: Client):
    assert visitor.get("/styleguide/").status_code == 404


@pytest.mark.usefixtures("development")
def test_a_developer_sees_every_component_and_asks_the_bank_for_nothing(visitor: Client):
    with CaptureQueriesContext(connection) as asked:
        page = visitor.get("/styleguide/")
    assert page.status_code == 200
    assert len(asked) == 0
    assert [component for component in COMPONENTS.split() if not parse(page).query(component)] == []


@pytest.mark.usefixtures("development")
def test_a_question_is_shown_closed_and_open(visitor: Client):
    page = visitor.get("/styleguide/")
    assert len(text_of(page, "details.question")) == 3
    assert len(text_of(page, "details.question[open]")) == 2


@pytest.mark.usefixtures("development")
def test_the_style_guide_is_sound_html_and_asks_not_to_be_indexed(visitor: Client):
    page = visitor.get("/styleguide/")
    assert faults_of(page.text) == []
    assert parse(page).query("meta[name=robots]")[0].attrs["content"] == "noindex"
