"""Uploads between the report on what they would do and the import itself."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from questions.models import GuideUpload

KEPT = dt.timedelta(days=1)
LONGEST_NAME = 200


def keep(name: str, data: bytes, *, by: Any) -> GuideUpload:
    forget_old()
    return GuideUpload.objects.create(name=name[-LONGEST_NAME:], data=data, sent_by_id=by.pk)


def seen_by(user: Any) -> Any:
    """The uploads ``user`` may see: their own, all for a superuser. Tables wait in the same place, under names with a slash."""
    guides = GuideUpload.objects.exclude(name__contains="/")
    return guides if user.is_superuser else guides.filter(sent_by_id=user.pk)


def take(key: int, *, by: Any) -> GuideUpload | None:
    """The upload, deleted from the bank at once; None where somebody has taken or thrown it away before.

    Whoever sends the same order twice gets it once: the second waits for the first one's lock and finds nothing.
    """
    with transaction.atomic():
        upload = seen_by(by).select_for_update().filter(pk=key).first()
        if upload:
            GuideUpload.objects.filter(pk=key).delete()
        return upload


def put_back(upload: GuideUpload) -> None:
    """After an import that broke off."""
    upload.save(force_insert=True)


def forget_old() -> int:
    """Delete uploads older than a day; how many they were."""
    return GuideUpload.objects.filter(sent_at__lt=timezone.now() - KEPT).delete()[0]
