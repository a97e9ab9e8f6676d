"""The bank's own texts keep their language on a page whose interface has another, so that they are read out in it."""

from django.test import Client

from .banks import full_bank
from .reading import parse

OWN_TEXTS = "main h1, .lede, .asks, .avoid > dd, .levels dd, .probes, .prose, .links, .contents bdi, .topic h3 > span, .tags bdi"


def test_on_an_english_page_no_text_of_an_english_bank_needs_a_language(visitor: Client):
    bank = full_bank()
    for thing in (bank.role, bank.question):
        assert parse(visitor.get(thing.get_absolute_url())).query("main [lang]") == []


def test_on_a_spanish_page_every_text_of_an_english_bank_says_that_it_is_english(visitor: Client):
    bank = full_bank()
    for url in [bank.role.get_absolute_url(), bank.question.get_absolute_url()]:
        texts = parse(visitor.get(f"/es{url}")).query(OWN_TEXTS)
        assert len(texts) > 3
        assert [text.name for text in texts if text.attrs.get("lang") != "en"] == []
