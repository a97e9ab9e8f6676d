"""The role as data for programs: JSON. docs/take-away.md says what it holds, static/schema/role-1.json to the letter."""

import json
from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from questions import licence
from questions.models import Question, ResourceLink, Role, RoleQuestion
from questions.models.states import Reviewed

from .extract import Extract, Made

SCHEMA = "schema/role-1.json"


def make(extract: Extract) -> Made:
    """The JSON text, UTF-8, its keys always all there and in the same order."""
    data = {
        # The plain address, not the fingerprinted one: files that people keep must find it after the next release, too.
        "$schema": urljoin(urljoin(f"{extract.site}/", settings.STATIC_URL), SCHEMA),
        "licence": {"name": licence.NAME, "url": licence.URL},
        "source": extract.url_of(extract.role),
        "made_on": extract.made_on.isoformat(),
        "language": settings.CONTENT_LANGUAGE,
        "role": _role(extract.role),
        "questions": [_question(extract, place) for place in extract.places],
        "links": [_link(link) for link in extract.links],
    }
    return Made((json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def _role(role: Role) -> dict[str, Any]:
    return {
        "id": role.pk,
        "title": role.title,
        "also_called": [{"name": title.name, "kind": title.kind} for title in role.titles.all()],
        "group": role.group.name,
        "field": role.group.field.name,
        "onet_soc_code": role.onet_soc_code,
        "summary": role.summary,
        "description": role.description,
        "interview": role.interview,
        "reviewed": _review(role),
    }


def _question(extract: Extract, place: RoleQuestion) -> dict[str, Any]:
    question: Question = place.question
    return {
        "id": question.pk,
        "url": extract.url_of(question),
        "text": question.text,
        "kind": question.kind,
        "section": place.section.name if place.section else "",
        "topics": [{"name": topic.name, "url": extract.url_of(topic)} for topic in question.topics.all()],
        "purpose": question.purpose,
        "points": question.points,
        "follow_ups": [probe.text for probe in question.follow_ups.all()],
        "pitfalls": question.pitfalls,
        "benchmarks": {benchmark.level: benchmark.text for benchmark in question.benchmarks.all()},
        "source": {"kind": question.source_kind, "name": question.source_name},
        "reviewed": _review(question),
    }


def _link(link: ResourceLink) -> dict[str, Any]:
    return {
        "title": link.title,
        "url": link.url,
        "kind": link.kind,
        "note": link.note,
        "topics": [topic.name for topic in link.topics.all()],
    }


def _review(thing: Reviewed) -> dict[str, Any]:
    return {"on": thing.reviewed_on.isoformat() if thing.reviewed_on else None, "by": thing.reviewed_by}
