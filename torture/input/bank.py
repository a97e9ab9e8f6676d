"""A small bank that has one of everything, the people who ask, and the way back to that state."""

import shutil
from collections.abc import Callable
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, connections
from django.utils import timezone

from accounts import sessions
from questions.caching.questions import memory
from questions.editorial import editing, previewing, snapshots
from questions.models import FormerSlug, GuideImport, GuideUpload, NearDuplicate, Question
from questions.vocabulary import Status
from tests.factories import make_finished_question, make_link, make_question, make_report, make_role, make_suggestion
from tests.pages.banks import full_bank
from tests.staff import person

STAFF = ("ann", "pat", "sue")
TOKEN = "f" * 32  # what the CSRF cookie and the forms hold
COPY = "odd_requests_whole"


def fill() -> None:
    """What is public, what waits, what is gone; written once."""
    bank = full_bank()
    draft = make_finished_question(role=bank.role, created_by=person("ann"))
    make_question(text="Who reads this?", role=bank.role, status=Status.REVIEW)
    gone = make_question(text="What is a card catalogue?", role=bank.role, status=Status.RETIRED)
    make_role(title="Typist", status=Status.RETIRED)
    make_role(title="Night Librarian", status=Status.DRAFT, created_by=person("ann"))
    make_link(role=bank.role, title="A draft", status=Status.DRAFT)
    FormerSlug.objects.remember("role", "old", bank.role.slug)
    live = snapshots.read(Question, [bank.question.pk])[bank.question.pk]
    editing.save(bank.question, live | {"purpose": "Shows care."}, by=person("ed"), base=0)
    make_report(role=bank.role)
    make_suggestion()
    NearDuplicate.objects.create(first=draft, second=gone, similarity=0.9)
    GuideImport.objects.create(source="a.md", title=bank.role.title, role=bank.role, digest="1", imported_at=timezone.now())
    for name, data in (("a.md", b"# A Role Interview Prep\n\n1. Why?\n"), ("question/a.csv", b"text\nWhy not?\n")):
        GuideUpload.objects.create(name=name, data=data, sent_by=person("pat"))


def cookies() -> dict[str, str]:
    """For everybody the cookies of a browser; staff have just signed in."""
    made = {"visitor": f"{settings.CSRF_COOKIE_NAME}={TOKEN}"}
    for name in STAFF:
        user = person(name)
        session = SessionStore()
        session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        sessions.begin(session)
        # So that pages that ask for the password once more open.
        session["account_authentication_methods"] = [{"method": "password", "at": session[sessions.BEGAN], "username": name}]
        session.save()
        made[name] = f"{settings.CSRF_COOKIE_NAME}={TOKEN}; {settings.SESSION_COOKIE_NAME}={session.session_key}"
    return made


def known() -> dict[str, list[str]]:
    """By the name of an address's part or of a model, what it could hold."""
    found: dict[str, list[str]] = {"pk": [str(number) for number in range(1, 8)], "app_label": ["questions", "auth"]}
    for model in (*apps.get_app_config("questions").get_models(), *apps.get_app_config("auth").get_models()):
        found[str(model._meta.model_name)] = [str(key) for key in model._default_manager.values_list("pk", flat=True)[:20]] or [
            "1"
        ]
    slugs = [slug for name in ("role", "topic", "field", "group") for slug in _slugs(name)]
    found |= {"slug": [*slugs, "old"], "topic_slug": _slugs("topic"), "other_slug": _slugs("role")}
    found |= {"section": ["roles", "questions", "pages", "topics"], "number": ["0", "1", "2"], "url": ["nonsense/", "questions"]}
    found |= {"format": ["csv", "json", "anki", "markdown", "pack"], "uidb36": ["1", "2"], "key": found["pk"]}
    found["token"] = [
        previewing.token_for(Question.objects.latest("pk"), 0),
        previewing.token_for(Question.objects.earliest("pk"), 1),
    ]
    found["token"] += [previewing.SIGNER.sign_object(thing) for thing in (["question", 10**30, 0], ["role", 1, 10**30])]
    return found


def _slugs(model: str) -> list[str]:
    return list(apps.get_model("questions", model)._default_manager.values_list("slug", flat=True))


def put_away(folder: Path) -> Callable[[], None]:
    """Remember the database as it is now; what is returned brings it back to that."""
    return _sqlite(folder) if connection.vendor == "sqlite" else _postgres()


def _sqlite(folder: Path) -> Callable[[], None]:
    here, whole = Path(connection.settings_dict["NAME"]), folder / "whole.sqlite3"
    connections.close_all()
    shutil.copy(here, whole)

    def bring_back() -> None:
        connections.close_all()
        for ending in ("-wal", "-shm"):
            here.with_name(here.name + ending).unlink(missing_ok=True)
        shutil.copy(whole, here)
        memory.clear()

    return bring_back


def _postgres() -> Callable[[], None]:
    import psycopg  # only where there is such a database

    name = connection.settings_dict["NAME"]
    params = connection.get_connection_params()
    keys = ("host", "port", "user", "password")
    server = {key: params[key] for key in keys if key in params} | {"dbname": "postgres"}

    def close() -> None:
        connections.close_all()
        connection.close_pool()

    def copy(old: str, new: str) -> None:
        close()
        with psycopg.connect(**server, autocommit=True) as there:
            there.execute(f'DROP DATABASE IF EXISTS "{new}" WITH (FORCE)')
            there.execute(f'CREATE DATABASE "{new}" TEMPLATE "{old}"')

    def bring_back() -> None:
        copy(COPY, name)
        memory.clear()

    copy(name, COPY)
    return bring_back
