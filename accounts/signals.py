"""When sessions begin and end."""

from typing import Any

from allauth.account.signals import authentication_step_completed
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest

from accounts import sessions


@receiver(user_logged_in)
def signed_in(request: HttpRequest, **kwargs: Any) -> None:
    sessions.begin(request.session)


@receiver(authentication_step_completed)
def confirmed(request: HttpRequest, reauthenticated: bool = False, **kwargs: Any) -> None:
    """Who has just said once more who they are goes on with another key: one that was seen before is worth less."""
    if reauthenticated:
        sessions.renew_key(request.session)


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def factors_changed(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Whoever sits in another browser with the old factors, or without any, signs in anew."""
    end_other_sessions(request, user)


@receiver(post_save, sender=User)
def disabled(instance: User, raw: bool, **kwargs: Any) -> None:
    """Of a disabled account no session is left that would go on when it is enabled again."""
    if not (instance.is_active or raw):
        sessions.end_all(instance)
