"""Guides through the admin: the report first, which writes nothing, then the import."""

from django.contrib.admin.models import LogEntry

from questions.models import GuideImport, GuideUpload, Question, Revision, Role
from tests.factories import make_question
from tests.uploads.conftest import GUIDE, PLACE, UPLOAD, import_it, zipped


def test_the_report_says_what_would_happen_and_nothing_has(pat, send):
    page = send(pat, "guides.zip", zipped({f"{PLACE}/Bookmobile Librarian.md": GUIDE, "picture.png": b"PNG"}), as_draft="on")
    said = page.content.decode()
    assert "Nothing has been imported yet" in said
    assert "Bookmobile Librarian" in said
    assert "2 questions new" in said
    assert "picture.png" in said
    assert not Role.objects.exists()
    assert not Question.objects.exists()


def test_importing_it_makes_drafts_with_a_revision_by_who_sent_it(pat, send):
    report = send(pat, "guides.zip", zipped({f"{PLACE}/Bookmobile Librarian.md": GUIDE}), as_draft="on")
    page = import_it(pat, report, as_draft="True")
    role = Role.objects.get()
    assert (role.title, role.status, role.created_by.username) == ("Bookmobile Librarian", "draft", "pat")
    revision = Revision.objects.of(Question.objects.get(text="Why a van?")).get()
    assert (revision.author_name, revision.reason) == ("pat", f"Imported from {PLACE}/Bookmobile Librarian.md.")
    assert f'href="/admin/questions/role/{role.pk}/change/"' in page.content.decode()


def test_an_import_stands_in_the_history_and_the_upload_is_gone(pat, send):
    import_it(pat, send(pat, "guides.zip", zipped({f"{PLACE}/Bookmobile Librarian.md": GUIDE})))
    assert not GuideUpload.objects.exists()
    said = {(entry.object_repr, entry.user.username) for entry in LogEntry.objects.all()}
    assert said == {("Bookmobile Librarian", "pat"), ("guides.zip", "pat")}


def test_pressing_import_twice_imports_once(pat, send):
    report = send(pat, "guides.zip", zipped({f"{PLACE}/Bookmobile Librarian.md": GUIDE}))
    import_it(pat, report)
    Role.objects.all().delete()
    again = import_it(pat, report)
    assert not Role.objects.exists()
    assert "not there any more" in pat.get(again.url).content.decode()


def test_throwing_it_away_imports_nothing(pat, send):
    report = send(pat, "guides.zip", zipped({f"{PLACE}/Bookmobile Librarian.md": GUIDE}))
    pat.post(f"{UPLOAD}{report.context['upload'].pk}/discard/")
    assert not GuideUpload.objects.exists()
    assert not Role.objects.exists()


def test_a_single_file_stands_in_the_field_and_group_of_the_form(pat, send):
    report = send(pat, "Bookmobile Librarian.md", GUIDE, field="Library", group="Vans")
    import_it(pat, report, field="Library", group="Vans")
    role = Role.objects.get()
    assert (role.group.field.name, role.group.name, role.status) == ("Library", "Vans", "published")


def test_a_single_file_without_field_and_group_is_not_imported_and_told_so(pat, send):
    page = send(pat, "Bookmobile Librarian.md", GUIDE)
    assert "belongs to no field and group" in page.content.decode()
    assert "Import this" not in page.content.decode()


def test_a_field_that_can_be_no_folder_is_refused_in_words_and_the_upload_waits_on(pat, send):
    report = send(pat, "Bookmobile Librarian.md", GUIDE, field="Library", group="Vans")
    page = import_it(pat, report, field="a/b", group="Vans")
    assert "“a/b” can be no name here" in pat.get(page.url).content.decode()
    assert not Role.objects.exists()
    import_it(pat, report, field="Library", group="Vans")
    assert Role.objects.exists()


def test_topics_are_read_as_well(pat, send):
    page = send(pat, "topics.yaml", "topics: [{name: Budgets}, {name: Vans}]")
    assert "2 topics new" in page.content.decode()
    assert "Import this" in page.content.decode()


def test_a_guide_that_came_from_a_folder_is_known_again(pat, send):
    import_it(pat, send(pat, "a.zip", zipped({f"content/{PLACE}/Bookmobile Librarian.md": GUIDE})))
    page = send(pat, "b.zip", zipped({f"{PLACE}/Bookmobile Librarian.md": GUIDE.replace("a van", "this van")}))
    assert "changed" in page.content.decode()
    import_it(pat, page)
    assert [row.source for row in GuideImport.objects.all()] == [f"content/{PLACE}/Bookmobile Librarian.md"]


def test_a_new_question_much_like_one_of_the_bank_is_named(pat, send):
    make_question(text="How would you promote the library to newcomers?")
    guide = "# Promoter\n\n1. How would you promote a library to newcomers?\n"
    page = send(pat, "Promoter.md", guide, field="F", group="G")
    assert "Much like a question of the bank" in page.content.decode()
    assert "How would you promote the library to newcomers?" in page.content.decode()


def test_what_could_not_be_placed_is_shown_with_file_and_line(pat, send):
    guide = "# Librarian\n\nWelcome to the Librarian Interview Preparation!\n\n1. Why?\n"
    said = send(pat, "guides.zip", zipped({f"{PLACE}/Librarian.md": guide})).content.decode()
    assert "Not placed (1)" in said
    assert f"<strong>{PLACE}/Librarian.md</strong>, line 3" in said
