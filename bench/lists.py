"""What the admin's lists cost with 200,000 questions: seconds and queries of a page, through the whole stack."""

import os
import time

import django

from bench.figures import Figure

QUESTIONS = 200_000
# What we promise of every changelist: seconds and queries.
SECONDS, QUERIES = 0.5, 15
BEST_OF = 3

PAGES = {
    "questions": "question/",
    "questions, page 3,000": "question/?p=2999",
    "questions, drafts": "question/?status=draft",
    "questions, situational": "question/?kind=situational",
    "questions about the largest topic": "question/?topic={topic}",
    "questions of the largest role": "question/?role={role}",
    "questions of a field": "question/?field={field}",
    "questions without a topic": "question/?missing=topic",
    "questions without guidance": "question/?missing=guidance",
    "questions, search": "question/?q=archives",
    "questions by date of review": "question/?o=6",
    "roles": "role/",
    "roles, search": "role/?q=archives",
    "topics": "topic/",
    "questions of roles": "rolequestion/",
    "resource links": "resourcelink/",
}


def measure() -> list[Figure]:
    """Fill the database that the environment names and time the lists. Runs in a process of its own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from django.contrib.auth.models import User
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench.bank import fill_database
    from questions.models import Field, Role, Topic

    fill_database(QUESTIONS)
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.create_superuser("erin"))
    largest = {
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
                response = client.get(f"/admin/questions/{address.format(**largest)}")
                best = min(best, time.perf_counter() - started)
            queries = len(captured)
        if response.status_code != 200:
            raise SystemExit(f"{response.request['PATH_INFO']} answers {response.status_code}")
        remark = f"{queries} queries" + ("" if queries < QUERIES else ": TOO MANY")
        figures.append(Figure(f"admin: {name}", best, "s", SECONDS, remark))
    return figures


if __name__ == "__main__":
    for figure in measure():
        print(figure, flush=True)
