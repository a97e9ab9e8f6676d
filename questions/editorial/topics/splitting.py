"""A topic made of a part of another: of what contains certain phrases."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from questions.editorial.rights import may_publish
from questions.guides.suggesting import TopicSuggester
from questions.models import Question, ResourceLink, Topic
from questions.normal import name_key, one_line

from .moving import Moved, hold, move
from .renaming import refuse


class NothingError(ValidationError):
    """No question or link of the topic contains one of the phrases."""

    def __init__(self, topic: Topic) -> None:
        super().__init__(f"Nothing about “{topic}” contains one of these phrases, so no topic was made. Try other words.")


@dataclass(frozen=True)
class Found:
    """What of a topic contains the phrases: keys and texts, in the order of the keys."""

    questions: list[tuple[int, str]]
    links: list[tuple[int, str]]

    def __bool__(self) -> bool:
        return bool(self.questions or self.links)


def look(topic: Topic, phrases: Sequence[str]) -> Found:
    """What of ``topic`` would go. Phrases are found as imports find them: whole words, in any inflection."""
    questions = Question.objects.about(topic).order_by("pk").values_list("pk", "text")
    links = ResourceLink.objects.about(topic).order_by("pk").values_list("pk", "title", "note")
    speaks = _speaks_of(phrases)
    return Found(
        [(key, text) for key, text in questions.iterator() if speaks(text)],
        [(key, title) for key, title, note in links.iterator() if speaks(f"{title}. {note}")],
    )


def split(topic: Topic, name: str, phrases: Sequence[str], *, by: Any, keep: bool = False) -> tuple[Topic, Moved]:
    """Make a topic ``name`` of what of ``topic`` contains one of ``phrases``, which become its own; says how much went over.

    Headings and phrases go along. With ``keep`` what goes stays about ``topic`` as well, under the headings it has. An alias
    of ``topic`` may be the name. Raises NothingError where nothing contains a phrase, TakenError where the name is taken,
    PermissionDenied for somebody who may not publish.
    """
    if not may_publish(by):
        raise PermissionDenied
    phrases = [one_line(phrase) for phrase in phrases if phrase.strip()]
    with transaction.atomic():
        now = hold(topic)
        check_name(now, name)
        found = look(now, phrases)
        if not found:
            raise NothingError(now)
        now.aliases.filter(name_key=name_key(name)).delete()
        new = Topic(name=one_line(name), phrases="\n".join(phrases))
        try:
            with transaction.atomic():
                new.save()
        except IntegrityError:
            raise ValidationError("Another topic got this name or address at this moment. Look, and try again.") from None
        moved = _hand_over(found, now, new, by, keep)
        if by:
            LogEntry.objects.log_actions(by.pk, [new], ADDITION, f"Split from “{now}”.")
            LogEntry.objects.log_actions(by.pk, [now], CHANGE, f"Split: “{new}” was made of a part of it.")
    return new, moved


def check_name(topic: Topic, name: str) -> None:
    """Raise ValidationError if no part of ``topic`` can be called ``name``."""
    if name_key(name) == topic.name_key:
        raise ValidationError("This is the topic you are splitting. Give the new one another name.")
    refuse(Topic(name=one_line(name), pk=topic.pk), old=topic.name)


def _hand_over(found: Found, source: Topic, target: Topic, by: Any, keep: bool) -> Moved:
    reason = f"Split from the topic “{source}”: “{target}”."
    questions, links = ([key for key, _ in rows] for rows in (found.questions, found.links))
    headings = move(Question, questions, source, target, by=by, reason=reason, keep=keep)
    move(ResourceLink, links, source, target, by=by, reason=reason, keep=keep)
    if not keep:
        theirs = set(map(name_key, target.phrase_list))
        source.phrases = "\n".join(phrase for phrase in source.phrase_list if name_key(phrase) not in theirs)
        source.save(update_fields=["phrases"])
    return Moved(len(questions), len(links), headings)


def _speaks_of(phrases: Sequence[str]) -> Any:
    first, *rest = phrases or [""]
    suggester = TopicSuggester({first: rest})
    return suggester.topics_for
