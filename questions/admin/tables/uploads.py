"""Tables between their report and their import, kept in the database.

Every worker sees it, nothing stays on a disk, and who may read it is known. What nobody confirmed goes after a day.
"""

import datetime as dt
from pathlib import PurePath
from typing import Any

from django.db.models import Model
from django.utils import timezone

from questions.models import GuideUpload

LONGEST_NAME = 200
LASTING = dt.timedelta(days=1)


def keep(data: bytes, name: str, model: type[Model], *, by: Any) -> GuideUpload:
    GuideUpload.objects.filter(name__startswith=_shelf(model), sent_at__lt=timezone.now() - LASTING).delete()
    # The end of a long name: its ending says what the file is.
    kept = name[len(_shelf(model)) - LONGEST_NAME :]
    return GuideUpload.objects.create(name=f"{_shelf(model)}{kept}", data=data, sent_by=by)


def waiting(key: str, model: type[Model], *, by: Any) -> GuideUpload | None:
    """The table of this key, if ``by`` sent it for ``model``."""
    if not (key.isascii() and key.isdecimal() and len(key) <= 18):
        return None
    return GuideUpload.objects.filter(pk=int(key), sent_by=by, name__startswith=_shelf(model)).first()


def name_of(upload: GuideUpload) -> str:
    """What the file was called."""
    return PurePath(upload.name).name


def _shelf(model: type[Model]) -> str:
    # No file has a slash in its name, so these are told apart from whatever else waits here.
    return f"{model._meta.model_name}/"
