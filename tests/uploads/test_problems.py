"""The list of imported guides says which ones had problems."""

import pytest
from django.utils import timezone

from questions.models import GuideImport


@pytest.fixture
def imports(db):
    for source, problems in (("fine.md", []), ("torn.md", ["line 3: boilerplate: Welcome", "kept: the role “X” was changed"])):
        GuideImport.objects.create(source=source, digest="1", problems=problems, imported_at=timezone.now())


@pytest.mark.parametrize(("asked", "found"), [("yes", ["torn.md"]), ("no", ["fine.md"]), ("perhaps", ["fine.md", "torn.md"])])
def test_a_filter_finds_imports_that_had_problems(imports, vera, asked, found):
    page = vera.get(f"/admin/questions/guideimport/?problems={asked}", follow=True)
    assert [row.source for row in page.context["cl"].result_list] == found


def test_the_page_of_an_import_shows_them_a_line_each(imports, vera):
    row = GuideImport.objects.get(source="torn.md")
    page = vera.get(f"/admin/questions/guideimport/{row.pk}/change/").content.decode()
    assert "<p>line 3: boilerplate: Welcome</p><p>kept: the role “X” was changed</p>" in page
