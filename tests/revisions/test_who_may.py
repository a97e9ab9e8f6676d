"""Every page and verb of revisions, for each group: who may look at the thing looks, who may publish decides."""

import pytest
from django.test import Client

from tests.factories import make_question
from tests.revisions.edits import edit
from tests.staff import browser_of, person

LOOKS = {"anonymous": 302, "vera": 200, "ann": 200, "ed": 200, "pat": 200, "sue": 200, "kim": 403}
PAGES = [
    "question/{question}/history/",
    "question/{question}/preview/",
    "question/{question}/preview/?revision={waiting}",
    "revision/?state=pending",
    "revision/{waiting}/change/",
    "revision/{waiting}/compare/",
    "revision/compare/{first}/{waiting}/",
]
# ed wrote what waits, and may take it back; kim is of the staff, in no group.
DECIDES = {
    "accept": {"anonymous": 403, "vera": 403, "ann": 403, "ed": 403, "pat": 302, "sue": 302, "kim": 403},
    "decline": {"anonymous": 403, "vera": 403, "ann": 403, "ed": 302, "pat": 302, "sue": 302, "kim": 403},
    "revert": {"anonymous": 403, "vera": 403, "ann": 403, "ed": 302, "pat": 302, "sue": 302, "kim": 403},
}


@pytest.fixture
def keys(db: None) -> dict[str, int]:
    question = make_question(purpose="To see a plan.")
    waiting = edit(question, by=person("ed"), purpose="To see a map.")
    return {"question": question.pk, "waiting": waiting.pk, "first": waiting.pk - 1}


def client_of(name: str) -> Client:
    return Client() if name == "anonymous" else browser_of(name)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", LOOKS)
def test_a_page_opens_for_who_may_look_at_the_thing(keys: dict[str, int], page: str, name: str):
    assert client_of(name).get(f"/admin/questions/{page.format(**keys)}").status_code == LOOKS[name]


@pytest.mark.parametrize(("verb", "name"), [(verb, name) for verb, answers in DECIDES.items() for name in answers])
def test_a_verb_is_for_who_has_the_right_to_it(keys: dict[str, int], verb: str, name: str):
    answer = client_of(name).post(f"/admin/questions/revision/{keys['waiting']}/{verb}/", {"base": "2"})
    assert answer.status_code == DECIDES[verb][name]
    assert ('href="/accounts/login/"' in answer.text) == (name == "anonymous")


@pytest.mark.parametrize("verb", ["accept", "decline"])
def test_nothing_is_decided_by_following_a_link(keys: dict[str, int], verb: str):
    assert browser_of("pat").get(f"/admin/questions/revision/{keys['waiting']}/{verb}/").status_code == 405
