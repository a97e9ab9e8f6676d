"""Links by which somebody chooses a password: with a new account, and for a forgotten one where no mail goes out."""

import logging

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.models import AnonymousUser, User

log = logging.getLogger("prepsite.accounts")


def make(user: User, by: User | AnonymousUser) -> str:
    """The link that else goes out by mail: good once, for PASSWORD_RESET_TIMEOUT, until a sign-in or another mail address.

    The log is told who made it for whom, and not the link: whoever reads the log could use it.
    """
    log.warning("account %d: a link for a new password was made by account %d", user.pk, by.pk)
    return get_adapter().get_reset_password_from_key_url(f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}")
