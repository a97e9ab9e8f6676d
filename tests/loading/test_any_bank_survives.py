"""Any bank at all, whatever people typed into it, survives an export and an import: the second export has the same bytes."""

import tempfile
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from questions.guides.document import Guide
from questions.guides.loading.importing import import_guides
from questions.models import Question, ResourceLink, Role, RoleTitle
from questions.normal import name_key, question_key, url_key
from questions.vocabulary import Kind, Source
from tests.factories import make_group, make_link, make_question, make_role, make_topic, place_question
from tests.guides.strategies import guides
from tests.loading.test_the_bank_survives_export_and_import import dumped, empty_the_bank


def plant(guide: Guide) -> None:
    """Put a made-up guide's texts into the bank as an editor might type them, without the importer."""
    role = make_role(
        title=guide.title[:160],
        group=make_group(name=(guide.group or "A group")[:120]),
        summary=guide.summary[:300],
        description=guide.description,
        interview=guide.interview,
        featured=guide.featured,
        status=guide.status,
        reviewed_on=guide.review.on,
        reviewed_by=guide.review.by[:120],
    )
    for title in guide.also_called:
        if not RoleTitle.objects.filter(role=role, name_key=name_key(title.name)).exists():
            RoleTitle.objects.create(role=role, name=title.name[:160], kind=title.kind)
    for item in guide.questions:
        topics = [make_topic(name=name.replace("\x00", "")[:100]) for name in {name_key(t): t for t in item.topics}.values()]
        known = Question.objects.filter(text_key=question_key(item.text)).first()
        question = known or make_question(
            text=item.text,
            kind=item.kind or Kind.GENERAL,
            topics=topics,
            purpose=item.purpose,
            points=item.points,
            pitfalls=item.pitfalls,
            follow_ups=[probe for probe in item.follow_ups if probe],
            benchmarks={level: text for level, text in item.benchmarks.items() if text},
            source_kind=item.source.kind or Source.WRITTEN,
            source_name=item.source.name[:200],
            status=item.status,
        )
        if not role.role_questions.filter(question=question).exists():
            place_question(question=question, role=role, section=topics[0] if topics and not known else None)
    for link in guide.links:
        if not ResourceLink.objects.filter(url_key=url_key(link.url)).exists():
            make_link(url=link.url, title=link.title[:200], kind=link.kind, note=link.note[:500], status=link.status, role=role)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(guides.filter(lambda guide: guide.roles is None and guide.title))
def test_a_second_export_has_the_same_bytes(guide: Guide) -> None:
    with transaction.atomic(), tempfile.TemporaryDirectory() as folder:
        plant(guide)
        first = dumped(Path(folder) / "first")
        questions, titles = Question.objects.count(), Role.objects.count()
        empty_the_bank()
        report = import_guides([Path(folder) / "first"])
        assert not report.failures
        assert (Question.objects.count(), Role.objects.count()) == (questions, titles)
        assert dumped(Path(folder) / "second") == first
        transaction.set_rollback(True)
