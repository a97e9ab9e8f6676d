"""What is understood of what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.search.query import MAX_TERMS, Query, read_query


@pytest.mark.parametrize(
    ("typed", "terms", "excluded"),
    [
        ("outreach librarian", (("outreach",), ("librarian",)), ()),
        ('"tell me" about', (("tell", "me"), ("about",)), ()),
        ("“tell me” about", (("tell", "me"), ("about",)), ()),
        ('"open to the end', (("open", "to", "the", "end"),), ()),
        ("teens -school", (("teens",),), (("school",),)),
        ('teens -"summer reading"', (("teens",),), (("summer", "reading"),)),
        ("teens –school", (("teens",),), (("school",),)),
        ("check-out", (("check", "out"),), ()),
        ("25-4022.00", (("25", "4022", "00"),), ()),
        ("Don’t STOP", (("don", "t"), ("stop",)), ()),
        ("C++", (("c",),), ()),
        ('- -- -"" "" !!! 🎉', (), ()),
        ("-teens", (), (("teens",),)),
        ("café ﬁle", (("café",), ("file",)), ()),
        ("Отдел بيت 図書館", (("отдел",), ("بيت",), ("図書館",)), ()),
    ],
)
def test_words_phrases_and_what_to_leave_out(typed: str, terms: tuple, excluded: tuple):
    query = read_query(typed)
    assert (query.terms, query.excluded) == (terms, excluded)
    assert bool(query) == bool(terms)


def test_only_an_unquoted_last_word_may_be_the_beginning_of_a_longer_one():
    assert read_query("outreach lib").prefix(2) == "lib"
    assert read_query("outreach lib").prefix(4) == ""
    assert read_query('outreach "lib"').prefix(2) == ""
    assert read_query("").prefix(1) == ""


@given(st.text(max_size=400))
def test_anything_typed_is_a_query_of_a_few_words_of_letters_and_figures(typed: str):
    query: Query = read_query(typed)
    assert len(query.terms) <= MAX_TERMS
    assert len(query.excluded) <= MAX_TERMS
    for term in query.terms + query.excluded:
        assert term
        assert not set("".join(term)) & set("\"'*^:()\\ \0|&!<>-")
