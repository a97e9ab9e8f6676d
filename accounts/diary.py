"""What the log ``prepsite.accounts`` tells of sign-ins: enough to see an attack, and who came in when.

Accounts go by their keys, as in the addresses of the admin. What was typed into the form is never told: people type passwords
into the field for names.
"""

import logging
from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

log = logging.getLogger("prepsite.accounts")


@receiver(user_logged_in)
def came_in(user: User, **kwargs: Any) -> None:
    log.info("account %d signed in", user.pk)


@receiver(user_logged_out)
def left(user: User | None, **kwargs: Any) -> None:
    if user:
        log.info("account %d signed out", user.pk)


@receiver(user_login_failed)
def wrong_password(**kwargs: Any) -> None:
    log.warning("a name and password were wrong")


@receiver(authentication_failed)
def wrong_code(user: User, **kwargs: Any) -> None:
    log.warning("account %d: the password was right and the second factor wrong", user.pk)


@receiver([password_changed, password_reset, password_set])
def new_password(user: User, **kwargs: Any) -> None:
    log.warning("account %d has a new password", user.pk)


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def new_factors(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    log.warning("account %d changed its second factors: %s", user.pk, authenticator.type)
