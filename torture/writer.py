"""``python -m torture.writer NAME SECONDS``: one editor's process, which writes, edits and publishes as fast as it can.

Prints as JSON how many questions it was told were written, how many changes in all (each is a revision), the longest it waited
for one, and what went wrong.
"""

import json
import os
import random
import string
import sys
import time
from collections import Counter

import django


def work(name: str, seconds: float) -> dict[str, object]:
    from django.contrib.auth.models import User
    from django.db import Error

    from questions.models import Role, Topic

    erin, _ = User.objects.get_or_create(username=name, defaults={"is_staff": True, "is_superuser": True})
    # The same few for all writers, so that they change the same counts.
    roles = list(Role.objects.order_by("pk").values_list("pk", "title")[:3])
    topics = list(Topic.objects.order_by("pk").values_list("pk", "name")[:3])
    count: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    longest, end = 0.0, time.monotonic() + seconds
    while time.monotonic() < end:
        for step in steps(f"{name} {count['questions']}", erin, roles, topics):
            began = time.monotonic()
            try:
                step()
            except Error as error:
                errors[f"{type(error).__name__}: {error}"] += 1
                break
            longest = max(longest, time.monotonic() - began)
            count["changes"] += 1
            count["questions"] += step.__name__ == "write"
    return {"questions": count["questions"], "changes": count["changes"], "longest": longest, "errors": errors}


def steps(name, erin, roles, topics):
    """What becomes of one question, each a transaction and a revision of its own."""
    from questions.editorial import editing, publishing, snapshots
    from questions.models import Question

    question = Question()
    # Words of no language, so that no two questions read alike: such are not published.
    words = " ".join("".join(random.choices(string.ascii_lowercase, k=7)) for _ in range(9))

    def snapshot(**values):
        texts = dict.fromkeys(snapshots.TEXTS[Question], "") | {"reviewed_on": None, "kind": "general", "source_kind": "written"}
        lists = {
            "follow_ups": ["And then?"],
            "benchmarks": [],
            "topics": [list(topic) for topic in topics],
            "roles": [[*role, None, 1] for role in roles],
        }
        return texts | lists | {"text": f"What did {name} do with {words}?", "purpose": "Shows care."} | values

    def write():
        editing.create(question, snapshot(), by=erin)

    def publish():
        outcome = publishing.publish([question], by=erin)
        assert outcome.done, outcome.refused

    def edit():
        question.refresh_from_db()
        editing.save(question, snapshot(purpose="Shows more care."), by=erin, base=question.revision)

    def take_off_a_topic():
        question.refresh_from_db()
        editing.save(question, snapshot(topics=[list(topic) for topic in topics[1:]]), by=erin, base=question.revision)

    return [write, publish, edit, take_off_a_topic]


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "prepsite.settings"
    django.setup()
    print(json.dumps(work(sys.argv[1], float(sys.argv[2]))))
