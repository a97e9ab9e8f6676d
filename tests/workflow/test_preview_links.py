"""The link to a draft shows that revision, to whoever has the very link, for seven days: nothing can be made of it."""

import pytest
from django.core.signing import TimestampSigner
from django.test import Client

from questions.editorial.previewing import token_for
from questions.models import Question
from tests.factories import make_question, make_role
from tests.revisions.edits import edit
from tests.staff import browser_of, person

SAID = ["The first.", "The second.", "The third."]


@pytest.fixture
def draft(db: None) -> Question:
    """Three revisions, the last one is what stands there."""
    question = make_question(text="Why a van?", role=make_role(), status="draft", purpose=SAID[0])
    for purpose in SAID[1:]:
        edit(question, by=person("ed"), purpose=purpose)
    return question


def shown(visitor: Client, token: str) -> list[str]:
    """Which of the three the link shows; [] for a page that is none."""
    page = visitor.get(f"/preview/{token}/")
    assert page.status_code in (200, 404)
    return [purpose for purpose in SAID if purpose in page.content.decode()]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_link_shows_its_own_revision(draft: Question, visitor: Client, number: int):
    assert shown(visitor, token_for(draft, number)) == [SAID[number - 1]]


def test_the_content_of_one_link_under_the_signature_of_another(draft: Question, visitor: Client):
    first, second = (token_for(draft, number).split(":", 1) for number in (1, 2))
    assert shown(visitor, f"{first[0]}:{second[1]}") == []
    assert shown(visitor, f"{second[0]}:{first[1]}") == []


def test_a_younger_time_put_into_an_old_link(draft: Question, visitor: Client):
    content, stamp, signature = token_for(draft, 1).split(":")
    assert shown(visitor, f"{content}:z{stamp}:{signature}") == []
    assert shown(visitor, f"{content}:{signature}") == []


def test_what_we_signed_for_something_else_is_no_link(draft: Question, visitor: Client):
    said = ["question", draft.pk, 1]
    assert shown(visitor, TimestampSigner().sign_object(said)) == []
    assert shown(visitor, TimestampSigner(salt="questions.previews").sign_object(said)) == []


def test_what_is_asked_along_with_the_link_changes_nothing(draft: Question, visitor: Client):
    page = visitor.get(f"/preview/{token_for(draft, 1)}/", {"revision": "3", "number": "3", "page": "x"})
    assert [purpose for purpose in SAID if purpose in page.content.decode()] == [SAID[0]]
    assert visitor.get(f"/preview/{token_for(draft, 9)}/").status_code == 404


def test_no_copy_is_kept_and_no_cookie_set(draft: Question, visitor: Client):
    link, staff = f"/preview/{token_for(draft, 1)}/", browser_of("vera")
    pages = [visitor.get(link), visitor.head(link), staff.get(link), staff.get(f"/admin/questions/question/{draft.pk}/preview/")]
    for page in pages:
        assert page.status_code == 200
        assert "no-store" in page["Cache-Control"]
        assert "noindex" in page["X-Robots-Tag"]
        assert not {"ETag", "Last-Modified"} & set(page.headers)
        assert set(page.cookies) <= {"sessionid"}
    assert not pages[0].cookies
    assert not visitor.cookies


def test_a_browser_that_has_seen_it_gets_it_anew(draft: Question, visitor: Client):
    asked = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT", "If-None-Match": "*"}
    assert visitor.get(f"/preview/{token_for(draft, 1)}/", headers=asked).status_code == 200
