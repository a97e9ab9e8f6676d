"""What every public page costs to make, and to send once it is made, with so many questions in the bank."""

import os

from django.db import connection

from bench.bank import FIFTY
from bench.figures import Figure
from bench.server import Server, serve
from bench.visitor import ask
from questions.models import Question, QuestionTopic, RoleQuestion

# What we promise: milliseconds of the worker's own time for a page of fifty questions; no page is kept waiting for.
ROLE_CPU, WAIT, INDEX = 12, 500, 1_000
# Each of the worker's threads opens a connection at its first request, and Python is quicker at what it has done before.
BEFORE, TIMES = 12, 20
ROUNDS = 2
FRESH_ROLES = 12

PAGES = {
    "home": "/",
    "about": "/about/",
    "all roles": "/roles/",
    "all roles, last page": "/roles/?page=50",
    "roles of a field": "/roles/?field=field-1",
    "roles about a topic": "/roles/?topic=topic-9",
    "a field": "/fields/field-1/",
    "a group": "/groups/group-1/",
    "a role of 50 questions": f"/roles/{FIFTY}/",
    "the largest role": "/roles/role-0/",
    "a topic of a role": f"/roles/{FIFTY}/{{topic}}/",
    "all topics": "/topics/",
    "a topic in the middle": "/topics/topic-150/",
    "the largest topic": "/topics/topic-0/",
    "the largest topic, its last page": "/topics/topic-0/?older={oldest}",
    "a question": "/questions/{question}/",
    "resources": "/resources/",
    "resources about a topic": "/resources/?topic=topic-3",
    "prep sheet of a role": f"/roles/{FIFTY}/sheet/",
    "prep sheet of the largest topic": "/topics/topic-0/sheet/",
    "prep sheet of picked questions": "/sheet/?q={question}",
    "mock set": f"/roles/{FIFTY}/mock/?seed=evening",
    "interviewer sheet": f"/roles/{FIFTY}/interviewer/?seed=evening",
    "questions to ask": f"/roles/{FIFTY}/ask/",
    "building an answer": "/star/",
    "roles to compare with": f"/roles/{FIFTY}/vs/",
    "what is new to you": f"/roles/{FIFTY}/vs/role-2000/",
    "take away": f"/roles/{FIFTY}/take-away/",
    "feed": "/feed/",
    "feed of the largest role": "/roles/role-0/feed/",
    "feed of the largest topic": "/topics/topic-0/feed/",
    "index of sitemaps": "/sitemap.xml",
    "sitemap of questions": "/sitemap-questions-0.xml",
}
WARM = ("home", "a role of 50 questions", "the largest topic", "a question")


def measure(_questions: int) -> list[Figure]:
    """Needs a filled database."""
    known = _known()
    paths = {name: path.format(**known) for name, path in PAGES.items()}
    connection.close()
    environment = dict(os.environ)
    with serve(environment | {"KEPT_PAGES_MB": "0"}) as server:
        cold = [_cold(server, name, path) for name, path in paths.items()]
        cold.append(_never_asked_for(server))
    with serve(environment) as server:
        asked: dict[str, tuple[str, ...]] = {"empty": ("/empty/",)} | {name: (paths[name],) for name in WARM}
        rates = server.rates(asked, ROUNDS)
    warm = [
        Figure(f"kept: {name}, of an empty page's time", rates["empty"] / rates[name], "x", 1.43, f"{rates[name]:,.0f}/s")
        for name in WARM
    ]
    return [*cold, *warm]


def _cold(server: Server, name: str, path: str) -> Figure:
    ask(server, [path], BEFORE)
    cost = ask(server, [path], TIMES)
    limit = {"a role of 50 questions": ROLE_CPU, "index of sitemaps": INDEX}.get(name, WAIT)
    waited = f"{cost.middle:.1f} ms to wait"
    return Figure(f"made anew: {name}", cost.cpu, "ms", limit, waited)


def _never_asked_for(server: Server) -> Figure:
    """Roles in the middle, each asked for once: nothing of them is in anybody's memory."""
    cost = ask(server, [f"/roles/role-{2400 + number}/" for number in range(FRESH_ROLES)])
    return Figure("made for the first time: a role in the middle", cost.cpu, "ms", WAIT, f"{cost.middle:.1f} ms to wait")


def _known() -> dict[str, object]:
    place = RoleQuestion.objects.public().filter(role__slug=FIFTY).first()
    topic = QuestionTopic.objects.filter(content_object=place.question_id).first().tag
    oldest = Question.objects.published().filter(topic_items__tag__slug="topic-0").order_by("pk")[29].pk
    return {"question": place.question_id, "topic": topic.slug, "oldest": oldest}
