"""The page on building an answer."""

from django.test import Client

from tests.pages.reading import links_of, parse, text_of


def test_it_explains_the_four_parts_and_what_was_learned(visitor: Client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = visitor.get("/star/")
    assert text_of(page, ".parts h3") == ["Situation", "Task", "Action", "Result", "What you learned"]


def test_every_part_has_its_time_and_its_piece_of_one_story(visitor: Client):
    page = visitor.get("/star/")
    assert len(text_of(page, ".parts .count")) == 5
    assert len(text_of(page, ".parts blockquote")) == 5
    assert "60 to 90 seconds" in text_of(page, ".parts li")[2]


def test_it_leads_to_practising_and_search_engines_may_find_it(visitor: Client):
    page = visitor.get("/star/")
    assert {"/roles/", "/topics/"} <= set(links_of(page, "main a").values())
    assert parse(page).query("meta[name=robots]") == []
    assert parse(page).query("link[rel=canonical]")[0].attrs["href"] == "http://testserver/star/"
