"""Who sees what: importers only, and each their own uploads."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone

from questions.editorial import uploads
from questions.models import GuideUpload, Role
from tests.staff import browser_of, person
from tests.uploads.conftest import GUIDE, PLACE, UPLOAD, import_it, zipped


@pytest.fixture
def report(pat, send):
    return send(pat, "guides.zip", zipped({f"{PLACE}/Bookmobile Librarian.md": GUIDE}))


def addresses(report) -> list[tuple[str, str]]:
    key = report.context["upload"].pk
    return [("get", UPLOAD), ("get", f"{UPLOAD}{key}/"), ("post", f"{UPLOAD}{key}/import/"), ("post", f"{UPLOAD}{key}/discard/")]


def test_who_may_not_import_gets_none_of_the_pages(report, vera: Client):
    for verb, address in addresses(report):
        assert getattr(vera, verb)(address).status_code == 403
    assert GuideUpload.objects.exists()
    assert "Upload guides" not in vera.get("/admin/questions/guideimport/").content.decode()


def test_the_right_to_import_without_that_to_publish_is_not_enough(report, pat: Client):
    ed = person("ed")
    ed.user_permissions.add(Permission.objects.get(codename="import"))
    GuideUpload.objects.update(sent_by=ed)
    browser = browser_of("ed")
    for verb, address in addresses(report):
        assert getattr(browser, verb)(address).status_code == 403
    assert GuideUpload.objects.exists()
    assert "Upload guides" not in browser.get("/admin/questions/guideimport/").content.decode()


def test_a_visitor_is_asked_to_sign_in(report, visitor: Client):
    for verb, address in addresses(report):
        answer = getattr(visitor, verb)(address)
        assert "/accounts/login/" in answer.text if verb == "post" else "/login/" in answer.url


def test_another_importer_sees_nothing_of_it(report):
    person("ed").groups.add(Group.objects.get(name="Publisher"))
    ed = browser_of("ed")
    assert ed.get(f"{UPLOAD}{report.context['upload'].pk}/").status_code == 403
    import_it(ed, report)
    assert not Role.objects.exists()
    assert GuideUpload.objects.exists()
    assert "guides.zip" not in ed.get(UPLOAD).content.decode()


def test_a_superuser_may_finish_what_a_colleague_began(report, editor: Client):
    assert editor.get(f"{UPLOAD}{report.context['upload'].pk}/").status_code == 200
    import_it(editor, report)
    assert Role.objects.exists()


def test_importing_and_throwing_away_need_a_button(report, pat: Client):
    for verb, address in addresses(report)[2:]:
        assert verb == "post"
        assert pat.get(address).status_code == 405


def test_the_list_of_imported_guides_leads_to_the_form(pat: Client):
    assert UPLOAD in pat.get("/admin/questions/guideimport/").content.decode()


def test_uploads_older_than_a_day_are_forgotten(report):
    assert uploads.forget_old() == 0
    GuideUpload.objects.update(sent_at=timezone.now() - dt.timedelta(hours=25))
    assert uploads.forget_old() == 1
    assert not GuideUpload.objects.exists()


def test_a_new_upload_forgets_old_ones(report, pat: Client, send):
    GuideUpload.objects.update(sent_at=timezone.now() - dt.timedelta(hours=25))
    send(pat, "other.zip", zipped({f"{PLACE}/Bookmobile Librarian.md": GUIDE}))
    assert [upload.name for upload in GuideUpload.objects.all()] == ["other.zip"]


def test_a_table_that_waits_is_no_upload_of_guides(pat: Client):
    table = GuideUpload.objects.create(name="question/questions.csv", data=b"text\nWhy?\n", sent_by=person("pat"))
    assert "questions.csv" not in pat.get(UPLOAD).content.decode()
    pat.post(f"{UPLOAD}{table.pk}/import/")
    assert GuideUpload.objects.filter(pk=table.pk).exists()
