"""Export is for whoever may look; import for publishers alone; each page checks for itself."""

import pytest
from django.test import Client

from questions.models import GuideUpload, Question
from tests.factories import make_link, make_question, make_role

from .sending import choose, confirm, csv_of, exported, staff

MODELS = ["question", "role", "resourcelink"]
LOGIN, LOGIN_AND_SEND_AGAIN = 302, 403
PEOPLE = ["", "View-only staff", "Author", "Editor", "Publisher", "superuser"]
# Who gets what: from each page, for the people above in their order.
EXPORTS = dict(zip(PEOPLE, [LOGIN, 200, 200, 200, 200, 200], strict=True))
IMPORTS = dict(zip(PEOPLE, [LOGIN, 403, 403, 403, 200, 200], strict=True))


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("person", PEOPLE)
def test_each_page_answers_as_it_should(db: None, person: str, model: str):
    client = staff(person)
    base = f"/admin/questions/{model}"
    assert client.get(f"{base}/export/").status_code == EXPORTS[person]
    assert exported(client, model).status_code == (EXPORTS[person] if person else LOGIN_AND_SEND_AGAIN)
    assert client.get(f"{base}/import/").status_code == IMPORTS[person]
    sent = IMPORTS[person] if person else LOGIN_AND_SEND_AGAIN
    assert choose(client, model, b"title\nx").status_code == sent
    # Who may import is sent on to choose a table: this one there is not.
    assert client.post(f"{base}/process_import/", {"upload": "1"}).status_code == (302 if sent == 200 else sent)
    assert client.get(f"{base}/process_import/").status_code == (405 if person else LOGIN)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("person", PEOPLE)
def test_the_action_exports_for_whoever_sees_the_list(db: None, person: str, model: str):
    thing = {"question": make_question, "role": make_role, "resourcelink": make_link}[model]()
    chosen = {"action": "export_selected", "_selected_action": [thing.pk], "select_across": 0}
    page = staff(person).post(f"/admin/questions/{model}/", chosen)
    assert page.has_header("Content-Disposition") == bool(person)
    assert page.status_code == (EXPORTS[person] if person else LOGIN_AND_SEND_AGAIN)


@pytest.mark.parametrize(("person", "offered"), [("Editor", False), ("Publisher", True)])
def test_the_list_offers_an_import_to_whoever_may(db: None, person: str, offered: bool):
    page = staff(person).get("/admin/questions/question/").content.decode()
    assert ("/admin/questions/question/import/" in page) is offered
    assert "/admin/questions/question/export/" in page


@pytest.mark.parametrize("key", ["", "x", "-1", "9" * 30, "1 OR 1", "²"])
def test_a_key_that_is_none_leads_back_to_the_choice(publisher: Client, key: str):
    page = publisher.post("/admin/questions/question/process_import/", {"upload": key})
    assert page["Location"] == "/admin/questions/question/import/"


def test_somebody_elses_table_and_another_models_are_not_confirmed(publisher: Client):
    report = choose(publisher, "question", csv_of({"text": "Why?"}))
    confirm(staff("Publisher", name="paul"), "question", report)
    confirm(publisher, "role", report)
    assert not Question.objects.exists()
    assert GuideUpload.objects.count() == 1


def test_the_librarys_own_rights_are_shut(publisher: Client, settings):
    """What somebody adds with the library's own mixin, and without thinking of rights, is not open."""
    assert settings.IMPORT_EXPORT_IMPORT_PERMISSION_CODE == "import"
    assert settings.IMPORT_EXPORT_EXPORT_PERMISSION_CODE == "view"
