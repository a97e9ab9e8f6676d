"""What allauth asks the site: who may come in, from where they come, and what is kept of their second factors."""

from ipaddress import ip_address
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext

from accounts import sealing, sessions
from questions.browse.visitors import address_of

NOWHERE = "::"


class Staff(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made in the admin, or by ``make editor``."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address attempts are counted by and sessions are listed with; all without a readable one count as one."""
        try:
            return str(ip_address(address_of(request)))
        except ValueError:
            return NOWHERE

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not of somebody who has just signed in: on their first day they are led straight to their second factor."""
        just_now = sessions.age_of(context.request.session) < app_settings.REAUTHENTICATION_TIMEOUT
        return not just_now and super().is_reauthentication_required(app=app)

    def send_notification_mail(self, template_prefix: str, user: User, context: Any = None, email: str | None = None) -> None:
        """Accounts made in the admin have their address on the user alone."""
        super().send_notification_mail(template_prefix, user, context, email or user.email)


class SecondFactors(DefaultMFAAdapter):
    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)d") % {"number": number}

    def encrypt(self, text: str) -> str:
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(encrypted_text)
