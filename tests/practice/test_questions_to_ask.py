"""Questions to ask the employer: the role's own, else those that are asked most around it."""

from typing import Any

from django.test import Client

from questions.vocabulary import Kind, Status
from tests.factories import make_field, make_group, make_question, make_role, place_question
from tests.pages.reading import links_of, text_of


def ask(visitor: Client, slug: str = "archivist") -> Any:
    return visitor.get(f"/roles/{slug}/ask/")


def test_a_role_s_own_questions_stand_there_with_their_guidance(visitor: Client):
    role = make_role(title="Archivist")
    make_question(text="Who decides?", role=role, kind=Kind.TO_ASK, purpose="You learn who leads.")
    make_question(text="Why us?", role=role, kind=Kind.MOTIVATIONAL)
    make_question(text="Hidden?", role=role, kind=Kind.TO_ASK, status=Status.DRAFT)
    make_question(text="Elsewhere?", role=make_role(), kind=Kind.TO_ASK)
    page = ask(visitor)
    assert text_of(page, ".asks") == ["Who decides?"]
    assert "You learn who leads." in text_of(page, ".question")[0]
    assert "none of its own" not in page.text


def test_a_role_without_any_shows_what_its_group_asks_most_and_says_so(visitor: Client):
    make_role(title="Archivist")
    rare = make_question(text="Rare?", role=make_role(title="Cataloger"), kind=Kind.TO_ASK)
    common = make_question(text="Common?", role=make_role(title="Driver"), kind=Kind.TO_ASK)
    place_question(question=common, role=make_role(title="Guide"))
    place_question(question=rare, role=make_role(title="Secret", status=Status.DRAFT))
    place_question(question=rare, role=make_role(title="Nurse", group=make_group(name="Nursing")))
    make_question(text="Hidden?", role=make_role(title="Host"), kind=Kind.TO_ASK, status=Status.RETIRED)
    page = ask(visitor)
    assert text_of(page, ".asks") == ["Common?", "Rare?"]
    assert "This role has none of its own yet. These are asked most in other roles of Librarianship." in text_of(page, ".facts")


def test_where_the_group_has_none_the_whole_bank_is_looked_at(visitor: Client):
    make_role(title="Archivist")
    nursing = make_group(name="Nursing", field=make_field(name="Health"))
    make_question(text="In no role?", kind=Kind.TO_ASK)
    make_question(text="How are shifts planned?", role=make_role(title="Nurse", group=nursing), kind=Kind.TO_ASK)
    page = ask(visitor)
    assert text_of(page, ".asks") == ["How are shifts planned?", "In no role?"]
    assert "asked most in other lines of work" in page.text


def test_the_list_is_short(visitor: Client):
    make_role(title="Archivist")
    for number in range(15):
        make_question(role=make_role(title=f"Role {number}"), kind=Kind.TO_ASK)
    assert len(text_of(ask(visitor), ".asks")) == 12


def test_it_leads_to_a_sheet_of_exactly_these(visitor: Client):
    role = make_role(title="Archivist")
    for text in ("Who decides?", "What is next?"):
        make_question(text=text, role=role, kind=Kind.TO_ASK)
    page = ask(visitor)
    links = links_of(page, ".more a")
    for name in ("These questions on a sheet to print", "The same with lines for the answers"):
        assert text_of(visitor.get(links[name]), ".asks") == text_of(page, ".asks")
    assert len(text_of(visitor.get(links["The same with lines for the answers"]), ".ruled")) == 2


def test_a_bank_without_any_says_so(visitor: Client):
    role = make_role(title="Archivist")
    page = ask(visitor)
    assert text_of(page, ".empty") == ["The bank has no questions of this kind yet. Back to the role"]
    assert links_of(page, ".empty a") == {"Back to the role": role.get_absolute_url()}


def test_it_moves_and_goes_with_its_role(visitor: Client):
    role = make_role(title="Archivist")
    role.slug = "archives"
    role.save()
    assert ask(visitor).headers["Location"] == "/roles/archives/ask/"
    assert visitor.get(f"{make_role(title='Gone', status=Status.RETIRED).get_absolute_url()}ask/").status_code == 410
