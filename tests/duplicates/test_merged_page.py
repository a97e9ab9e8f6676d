"""The address of a question that was merged leads to the one that stayed."""

import pytest
from django.test import Client

from questions.editorial.duplicates import merging
from tests.factories import make_question


@pytest.mark.parametrize("language", ["", "/es"])
def test_its_page_redirects_for_good(visitor: Client, language: str):
    gone, stays = make_question(), make_question()
    merging.merge(gone, stays, by=None)
    old, new = (f"{language}{question.get_absolute_url()}?from=feed" for question in (gone, stays))
    page = visitor.get(old)
    assert (page.status_code, page["Location"]) == (301, new)


def test_after_a_chain_of_merges_it_redirects_once(visitor: Client):
    first, second, third = make_question(), make_question(), make_question()
    merging.merge(first, second, by=None)
    merging.merge(second, third, by=None)
    assert visitor.get(first.get_absolute_url())["Location"] == third.get_absolute_url()


def test_taken_back_it_is_no_longer_here(visitor: Client):
    gone, stays = make_question(), make_question()
    merging.merge(gone, stays, by=None)
    merging.take_back(gone, by=None)
    assert visitor.get(gone.get_absolute_url()).status_code == 410
