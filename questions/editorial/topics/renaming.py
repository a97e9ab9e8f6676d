"""A topic under another name and address; the old ones lead on."""

from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from questions.models import FormerSlug, Topic, TopicAlias
from questions.models.slugs import SlugRegister, free_slug, slug_of
from questions.normal import name_key, one_line

from .moving import hold, names_taken


class TakenError(ValidationError):
    """The name, or an alias of this form, belongs to ``topic`` already."""

    def __init__(self, topic: Topic) -> None:
        super().__init__(f"The topic “{topic}” has this name or alias already. Merge them instead, or choose another name.")
        self.topic = topic


def rename(topic: Topic, name: str, *, by: Any) -> None:
    """Call ``topic`` ``name``; its address is made of it, and the old name becomes an alias.

    Raises TakenError where another topic is called so, ValidationError for what is no name, PermissionDenied for somebody
    who may not change topics.
    """
    if by is not None and not by.has_perm("questions.change_topic"):
        raise PermissionDenied
    with transaction.atomic():
        now = hold(topic)
        old, now.name = now.name, one_line(name)
        refuse(now, old)
        now.aliases.filter(name_key=name_key(now.name)).delete()
        now.slug = address_for(now)
        try:
            with transaction.atomic():
                now.save()
        except IntegrityError:
            raise ValidationError("Another topic got this name or address at this moment. Look, and try again.") from None
        if name_key(old) != now.name_key:
            TopicAlias.objects.create(topic=now, name=old)
        if by:
            LogEntry.objects.log_actions(by.pk, [now], CHANGE, f"Renamed from “{old}”.")
    topic.name, topic.name_key, topic.slug, topic._loaded_slug = now.name, now.name_key, now.slug, now.slug


def refuse(topic: Topic, old: str) -> None:
    """Raise ValidationError if ``topic``, once called ``old``, cannot have the name it has in memory."""
    if topic.name == old:
        raise ValidationError("This is its name already. Type the new one.")
    other = names_taken(name_key(topic.name), topic)
    if other:
        raise TakenError(other)
    try:
        topic.clean_fields(exclude=["slug"])
    except ValidationError as error:
        raise ValidationError(error.message_dict.get("name", error.messages)) from None


def address_for(topic: Topic) -> str:
    """The address made of the name of ``topic``; one it had before may be its own again."""
    wanted = slug_of(topic.name)
    before = FormerSlug.objects.filter(kind=Topic.kind(), slug=wanted, current=topic.slug)
    return wanted if before.exists() else free_slug([topic.name], SlugRegister(Topic, topic.pk))
