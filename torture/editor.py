"""An editor who saves topics through the admin, and remembers which of them the site said it had saved."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from threading import Event, Thread
from urllib.parse import urlencode, urlsplit

from .site import Site

ADD = "/admin/questions/topic/add/"
SIGN_IN = """
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
erin, _ = User.objects.get_or_create(username="erin", defaults={"is_staff": True, "is_superuser": True})
browser = Client()
browser.force_login(erin)
print(browser.cookies[settings.SESSION_COOKIE_NAME].value)
"""
LOOK = """
from questions.models import Topic
print("\\n".join(Topic.objects.filter(name__startswith="Saved ").order_by("pk").values_list("name", flat=True)))
"""
TOKEN = "t" * 32
_names = itertools.count(1)


class Editor(Thread):
    def __init__(self, address: str, session: str, stop: Event | None = None) -> None:
        super().__init__(daemon=True)
        self.host = urlsplit(address).netloc
        self.headers = {
            "Cookie": f"sessionid={session}; csrftoken={TOKEN}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Connection": "close",
        }
        self.stop = stop or Event()
        self.told: list[str] = []  # the site said that it saved them
        self.sent: list[str] = []

    def run(self) -> None:
        while not self.stop.is_set():
            self.save()
            self.stop.wait(0.02)

    def save(self, description: str = "") -> tuple[int, str]:
        """The answer's status (0 if there was none) and its page; 302 is "saved". Never sent again by itself."""
        name = f"Saved {next(_names)}"
        self.sent.append(name)
        form = {"csrfmiddlewaretoken": TOKEN, "name": name, "description": description, "phrases": "", "slug": ""}
        form |= {"aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0"}
        connection = HTTPConnection(self.host, timeout=60)
        try:
            connection.request("POST", ADD, urlencode(form), self.headers)
            answer = connection.getresponse()
            page = answer.read().decode()
        except (HTTPException, OSError):
            return 0, ""
        finally:
            connection.close()
        if answer.status == 302:
            self.told.append(name)
        return answer.status, page


def sign_in(site: Site) -> str:
    """The key of a session, for an Editor."""
    return site.manage("shell", "--no-imports", "--command", SIGN_IN).split()[-1]


@contextmanager
def editing(address: str, session: str) -> Iterator[Editor]:
    """Saves one topic after the other while the block runs."""
    editor = Editor(address, session, Event())
    editor.start()
    try:
        yield editor
    finally:
        editor.stop.set()
        editor.join(90)


def lost(site: Site, told: list[str]) -> list[str]:
    """What the site said it had saved and does not have."""
    there = set(site.manage("shell", "--no-imports", "--command", LOOK).splitlines())
    return [name for name in told if name not in there]
