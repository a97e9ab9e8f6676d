"""Which database is asked: the replica of ``REPLICA_URL`` for public pages, the first one for everything else."""

from typing import Any

from django.db.models import Model

from questions.caching.replica import REPLICA, reading_from


class PublicPagesFromReplica:
    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return reading_from.get() if model._meta.app_label == "questions" else None

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return "default"

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        return True  # the replica's rows are the first one's

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db != REPLICA
