"""Who needs a second factor, who has one, and taking it from somebody who lost it."""

import logging

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User

from accounts import sessions

log = logging.getLogger("prepsite.accounts")
# Recovery codes stand in for these; alone they are no factor.
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def is_missing(user: User | AnonymousUser) -> bool:
    """Whether ``user`` must set one up before the admin opens (STAFF_MFA)."""
    if not (settings.STAFF_MFA and user.is_authenticated and user.is_staff):
        return False
    return not Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def reset(user: User, by: str) -> int:
    """Take all second factors and recovery codes from ``user`` and sign them out; how many these were.

    ``by`` goes to the log: a name, or which command. At the next sign-in the password alone leads to setting up a new one.
    """
    number, _ = Authenticator.objects.filter(user=user).delete()
    sessions.end_all(user)
    log.warning("second factors of %s reset by %s: %d removed", user.get_username(), by, number)
    return number
