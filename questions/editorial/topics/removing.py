"""A topic off the bank: what was about it stays, without it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from questions.models import Topic

from .moving import ABOUT, close, keys_about, move


def remove(topics: Iterable[Topic], *, by: Any) -> None:
    """Delete ``topics``; each question and link that was about them gets a revision that says so."""
    with transaction.atomic():
        for topic in topics:
            _take_off(topic, by)
            close([topic])
            _take_off(topic, by)
            topic.delete()


def _take_off(topic: Topic, by: Any) -> None:
    for model in ABOUT:
        move(model, keys_about(model, topic), topic, None, by=by, reason=f"Topic “{topic}” deleted.")
