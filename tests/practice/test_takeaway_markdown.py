"""The Markdown file is a guide: whoever runs a bank can import it, and gets what visitors saw."""

from django.test import Client

from questions.guides.loading.dumping import role_guide
from questions.guides.reader import read_guide
from questions.guides.tidy import tidy
from questions.models import Role
from tests.factories import make_role
from tests.pages.banks import full_bank

from .files import UNSEEN, download, make_hostile_role, make_role_with_drafts


def read_back(visitor: Client, role: Role):
    return read_guide(download(visitor, role, "markdown").text)


def test_the_guide_reads_back_as_everything_the_bank_knows_of_the_role(visitor: Client):
    role = full_bank().role
    guide = read_back(visitor, role)
    assert guide == tidy(role_guide(role))
    assert guide.notes == []
    assert len(guide.questions) == 3
    assert len(guide.links) == 2


def test_the_guide_says_where_it_is_from_and_what_may_be_done_with_it(visitor: Client):
    text = download(visitor, full_bank().role, "markdown").text
    assert text.startswith("---\n# From http://testserver/roles/community-outreach-librarian/ on ")
    assert "\n# Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/\n" in text


def test_the_guide_leaves_out_what_is_not_published(visitor: Client):
    role = make_role_with_drafts()
    text = download(visitor, role, "markdown").text
    assert [word for word in UNSEEN if word in text] == []
    assert [question.text for question in read_back(visitor, role).questions] == ["Which map would you save first?"]


def test_hostile_texts_read_back_as_texts(visitor: Client):
    role = make_hostile_role()
    assert read_back(visitor, role) == tidy(role_guide(role))


def test_a_role_with_nothing_but_a_title_in_another_script_reads_back(visitor: Client):
    role = make_role(title="أمين مكتبة")
    assert read_back(visitor, role).title == "أمين مكتبة"
