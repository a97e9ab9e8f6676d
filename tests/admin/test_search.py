"""Search in the lists: every word, in the names and the other names."""

import pytest
from django.test import Client
from django.utils import timezone

from questions.models import FormerSlug, GuideImport
from tests.factories import make_link, make_question, make_role, make_topic


def listed(editor: Client, address: str) -> list[str]:
    return [str(row) for row in editor.get(f"/admin/questions/{address}").context["cl"].result_list]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("question/?q=DIVERSE+serve", ["How do you serve diverse readers?"]),
        ("question/?q=%22diverse+readers%22", ["How do you serve diverse readers?"]),
        ("question/?q=readers+diverse+nothing", []),
        ("question/?q=serving+reader", ["How do you serve diverse readers?"]),
        ("question/?q=readers+-diverse", []),
        ("role/?q=outreach", ["Community Outreach Librarian"]),
        ("role/?q=mobile", ["Community Outreach Librarian"]),
        ("role/?q=БИБЛИО", ["Библиотекарь"]),
        ("topic/?q=engagement", ["Community engagement"]),
        ("topic/?q=outreach", ["Community engagement"]),
        ("group/?q=librar", ["Librarianship"]),
        ("field/?q=information", ["Library and Information Science"]),
        ("resourcelink/?q=kit", ["Toolkit"]),
        ("resourcelink/?q=library.example", ["Toolkit"]),
        ("rolequestion/?q=diverse", ["Community Outreach Librarian · How do you serve diverse readers?"]),
    ],
)
def test_search_finds(editor: Client, address: str, found: list[str]):
    role = make_role(also_called=["Mobile Librarian", "Outreach person"])
    make_role(title="Библиотекарь")
    topic = make_topic()
    topic.aliases.create(name="Outreach")
    topic.aliases.create(name="Outreach work")
    make_topic(name="Budgets")
    make_question(text="How do you serve diverse readers?", role=role)
    make_question(text="Why this job?", role=role)
    make_link(title="Toolkit", url="https://library.example/1")
    make_link(title="Shop", url="https://shop.example/1")
    assert listed(editor, address) == found


def test_old_addresses_and_imports_are_found(editor: Client):
    FormerSlug.objects.remember("role", "old-1", "new")
    FormerSlug.objects.remember("role", "old-2", "newer")
    for source in ("1.md", "2.md"):
        GuideImport.objects.create(source=source, digest="1", imported_at=timezone.now())
    assert listed(editor, "formerslug/?q=old-1") == ["role: old-1 → new"]
    assert listed(editor, "guideimport/?q=1.md") == ["1.md"]
