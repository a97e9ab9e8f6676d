"""How long a session of the staff lasts, and ending all of one person's."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers

BEGAN, RENEWED = "accounts_began", "accounts_renewed"
OFTEN = 60  # seconds between two writes: what a session is short of its idle limit at most


class SessionLimits:
    """Lets a session go on for a while with each page, never beyond its latest hour.

    The session's own expiry says both, so an old cookie is worth nothing whoever looks. A page that asked for no session, as
    all public ones, is passed through untouched.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        # Django saves no session with an answer that is an error of ours, and after an outage there may be none to read.
        if response.status_code < 500 and request.session.accessed and SESSION_KEY in request.session:
            renew(request.session)
            # Nor does a browser keep what it showed, for whoever sits before it next.
            if not response.has_header("Cache-Control"):
                add_never_cache_headers(response)
        return response


def begin(session: SessionBase) -> None:
    """Somebody has just signed in."""
    session[BEGAN], session[RENEWED] = time.time(), 0
    renew(session)


def age_of(session: SessionBase) -> float:
    """Seconds since whoever uses ``session`` signed in."""
    return time.time() - session.get(BEGAN, 0)


def renew(session: SessionBase) -> None:
    now = time.time()
    if now - session.get(RENEWED, 0) >= OFTEN:
        latest = session.setdefault(BEGAN, now) + settings.SESSION_MOST_AGE
        session[RENEWED] = now
        session.set_expiry(datetime.fromtimestamp(min(now + settings.SESSION_COOKIE_AGE, latest), UTC))


def renew_key(session: SessionBase) -> None:
    """Go on with the same session under a new key; the cookie that is sent has it, the old one opens nothing."""
    old = session.session_key
    session.cycle_key()
    UserSession.objects.filter(session_key=old).update(session_key=session.session_key)


def end_all(user: User) -> int:
    """Sign ``user`` out of every browser; how many sessions that ended."""
    ended = 0
    for session in UserSession.objects.filter(user=user):
        ended += session.exists()  # others have run out
        session.end()
    return ended
