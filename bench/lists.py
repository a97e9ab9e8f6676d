"""What the admin's pages cost with so many questions: seconds and queries of a page, through the whole stack."""

import time
from urllib.parse import quote

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.figures import Figure
from bench.work import make_work
from questions.models import Field, Group, Question, Role, Topic

# What we promise of every page: seconds and queries. The desk counts a dozen things.
SECONDS, QUERIES = 0.5, 30
SIMILAR_SECONDS = 0.2
BEST_OF = 3

PAGES = {
    "questions": "questions/question/",
    "questions, three quarters down": "questions/question/?p={deep}",
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
    "messages that wait": "questions/message/?state=waiting",
    "dead links": "questions/resourcelink/?check_state=dead",
    "two similar questions, to merge": "questions/nearduplicate/{pair}/merge/",
    "similar while typing": "questions/question/similar/?text={text}",
    "coverage of a group": "questions/role/coverage/?group={group}",
    "stale questions": "questions/question/?stale=yes",
    "roles short of questions": "questions/role/?short=yes",
}


def measure(_questions: int) -> list[Figure]:
    """Needs a filled database."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.create_superuser("erin"))
    work = make_work()
    known = work | {
        "text": quote(Question.objects.get(pk=work["question"]).text),
        "deep": Question.objects.count() * 3 // 4 // 50,
        "group": Group.objects.earliest("pk").pk,
        "topic": Topic.objects.earliest("pk").pk,
        "role": Role.objects.earliest("pk").pk,
        "field": Field.objects.earliest("pk").pk,
    }

    figures = []
    for name, address in PAGES.items():
        best, queries = 99.0, 0
        for _ in range(BEST_OF):
            with CaptureQueriesContext(connection) as captured:
                started = time.perf_counter()
                response = client.get(f"/admin/{address.format(**known)}")
                best = min(best, time.perf_counter() - started)
            queries = len(captured)
        if response.status_code != 200:
            raise SystemExit(f"{response.request['PATH_INFO']} answers {response.status_code}")
        limit = SIMILAR_SECONDS if "typing" in name else SECONDS
        few = queries < QUERIES
        remark = f"{queries} queries" + ("" if few else f": at most {QUERIES}")
        limit = limit if few else 0
        figures.append(Figure(f"admin: {name}", best, "s", limit, remark))
    return figures
