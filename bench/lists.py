"""What the admin's pages cost with 200,000 questions: seconds and queries of a page, through the whole stack."""

import os
import time
from urllib.parse import quote

import django

from bench.figures import Figure

QUESTIONS = 200_000
# What we promise of every page: seconds and queries. The desk counts a dozen things.
SECONDS, QUERIES = 0.5, 30
SIMILAR_SECONDS = 0.2
BEST_OF = 3

PAGES = {
    "questions": "questions/question/",
    "questions, page 3,000": "questions/question/?p=2999",
    "questions, drafts": "questions/question/?status=draft",
    "questions, situational": "questions/question/?kind=situational",
    "questions about the largest topic": "questions/question/?topic={topic}",
    "questions of the largest role": "questions/question/?role={role}",
    "questions of a field": "questions/question/?field={field}",
    "questions without a topic": "questions/question/?missing=topic",
    "questions without guidance": "questions/question/?missing=guidance",
    "questions, search": "questions/question/?q=archives",
    "questions by date of review": "questions/question/?o=6",
    "roles": "questions/role/",
    "roles, search": "questions/role/?q=archives",
    "topics": "questions/topic/",
    "questions of roles": "questions/rolequestion/",
    "resource links": "questions/resourcelink/",
    "the desk": "",
    "a question's form": "questions/question/{question}/change/",
    "a question's history": "questions/question/{question}/history/",
    "preview of a question": "questions/question/{question}/preview/",
    "pending revisions": "questions/revision/?state=pending",
    "two revisions compared": "questions/revision/{revision}/compare/",
    "pairs of similar questions": "questions/nearduplicate/",
    "two similar questions, to merge": "questions/nearduplicate/{pair}/merge/",
    "similar while typing": "questions/question/similar/?text={text}",
    "coverage of a group": "questions/role/coverage/?group={group}",
    "stale questions": "questions/question/?stale=yes",
    "roles short of questions": "questions/role/?short=yes",
}


def measure() -> list[Figure]:
    """Fill the database that the environment names and time the lists. Runs in a process of its own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from django.contrib.auth.models import Permission, User
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench.bank import fill_database
    from questions.editorial import editing, snapshots
    from questions.models import Field, Group, NearDuplicate, Question, Role, Topic

    fill_database(QUESTIONS)
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.create_superuser("erin"))
    first, second = Question.objects.published().order_by("pk")[:2]
    editor = User.objects.create_user("ed", is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["change_question", "edit_all"]))
    live = snapshots.read(Question, [first.pk])[first.pk]
    pending = editing.save(first, live | {"purpose": "Shows care."}, by=editor, base=0).pending
    largest = {
        "question": first.pk,
        "revision": pending.pk,
        "pair": NearDuplicate.objects.create(first=first, second=second, similarity=0.9).pk,
        "text": quote(first.text),
        "group": Group.objects.earliest("pk").pk,
        "topic": Topic.objects.earliest("pk").pk,
        "role": Role.objects.earliest("pk").pk,
        "field": Field.objects.earliest("pk").pk,
    }

    figures = []
    for name, address in PAGES.items():
        best, queries = 99.0, 0
        for _ in range(BEST_OF):
            with CaptureQueriesContext(
                connection,
            ) as captured:
                started = time.perf_counter()
                response = client.get(f"/admin/{address.format(**largest)}")
                best = min(best, time.perf_counter() - started)
            queries = len(captured)
        if response.status_code != 200:
            raise SystemExit(f"{response.request['PATH_INFO']} answers {response.status_code}")
        remark = f"{queries} queries" + ("" if queries < QUERIES else ": TOO MANY")
        limit = SIMILAR_SECONDS if "typing" in name else SECONDS
        figures.append(Figure(f"admin: {name}", best, "s", limit, remark))
    return figures


if __name__ == "__main__":
    for figure in measure():
        print(figure, flush=True)
