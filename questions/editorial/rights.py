"""Who may do what. Editing and publishing are two rights; migration 0005 makes the groups that have them.

A user may be None for the machine itself (a timer, a command), which may do everything.
"""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

EDIT_ALL = "questions.edit_all"
PUBLISH = "questions.publish"
IMPORT = "questions.import"

type Someone = AbstractBaseUser | AnonymousUser | None


def _has(user: Any, permission: str) -> bool:
    return user is None or user.has_perm(permission)


def may_edit(user: Someone, thing: Any) -> bool:
    """Whether ``user`` may change the content of ``thing``: with the right to its model, their own, or anybody's."""
    if not _has(user, f"questions.change_{thing._meta.model_name}"):
        return False
    return _has(user, EDIT_ALL) or (thing.created_by_id is not None and thing.created_by_id == user.pk)  # type: ignore[union-attr]


def may_publish(user: Someone) -> bool:
    """Whether what ``user`` changes may show at once: publish, retire, merge, accept."""
    return _has(user, PUBLISH)


def may_import(user: Someone) -> bool:
    return _has(user, IMPORT)


def name_of(user: Any) -> str:
    """How ``user`` is written under what they did."""
    return (user.get_full_name() or user.get_username())[:150] if user else ""


def may_upload(user: Someone) -> bool:
    """Whether ``user`` may import guides: these change at once what is public, and nothing of them waits for a publisher."""
    return may_import(user) and may_publish(user)
