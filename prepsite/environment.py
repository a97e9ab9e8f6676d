"""Reads the settings from the environment: strictly, and with one clear sentence where a value is missing or bad.

Values come from the process's environment, then from the file that ``ENV_FILE`` names (``var/env``, which ``make serve``
writes once, unless it says another). An empty value is as good as none. Each variable can also be given as ``NAME_FILE``, the
path of a file that holds the value: so secrets stay out of process lists and unit files.

Built on django-environ, which takes a misspelt word for "off" and shows the values it cannot read.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import available_timezones

import environ
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
ON, OFF = {"on", "true", "yes", "1"}, {"off", "false", "no", "0"}
DATABASES = {"postgres", "postgresql", "sqlite"}
CACHES = {"redis": "redis", "rediss": "rediss", "valkey": "redis", "valkeys": "rediss"}
MAIL: dict[str, tuple[int, dict[str, bool]]] = {
    "smtp": (25, {}),
    "smtp+tls": (587, {"use_tls": True}),
    "smtp+ssl": (465, {"use_ssl": True}),
}
MAIL_ADDRESS = re.compile(r"[^\s@:]+@[^\s@:]+")
CONTACT = re.compile(r"(mailto:|https://|tel:)\S+")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Environment(environ.Env):
    """Each method takes the name of a variable and what stands for it where it is not set; without that it has to be set.

    All raise ``ImproperlyConfigured`` with a sentence that names the variable and says what it takes; of what may be a secret
    they never show the value. ``asked`` are the names that were asked for.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get_value(self, var: str, cast: Any = None, default: Any = environ.Env.NOTSET, parse_default: bool = False) -> Any:
        """Every method of django-environ's ends here."""
        self.asked.add(var)
        text = self._given(var)
        if not text:
            if default is self.NOTSET:
                raise ImproperlyConfigured(f"{var} is not set.")
            return self.parse_value(default, cast) if parse_default and default else default
        if cast is bool:
            if text.lower() not in ON | OFF:
                raise ImproperlyConfigured(f"{var} takes on or off, and not {text!r}.")
            return text.lower() in ON
        with _one_sentence(f"{var} has a value that cannot be read as {getattr(cast, '__name__', cast)}."):
            return self.parse_value(text, cast)

    def number(self, name: str, *, default: int, least: int = 0, most: int) -> int:
        """A whole number from ``least`` to ``most``."""
        text = self.str(name, default=str(default))
        if not re.fullmatch(r"\d{1,9}", text) or not least <= int(text) <= most:
            raise ImproperlyConfigured(f"{name} takes a whole number from {least} to {most}, and not {text!r}.")
        return int(text)

    def one_of(self, name: str, words: Iterable[str], *, default: str) -> str:
        """One of a few ``words``."""
        word = str(self.str(name, default=default)).lower()
        if word not in words:
            raise ImproperlyConfigured(f"{name} takes one of {', '.join(words)}, and not {word!r}.")
        return word

    def time_zone(self, name: str, *, default: str) -> str:
        return self._like(name, default, lambda zone: zone in available_timezones(), "a time zone such as Europe/Madrid")

    def language(self, name: str, *, default: str) -> str:
        return self._like(name, default, lambda code: bool(LANGUAGE.fullmatch(code)), "a language's code, such as en or pt-br")

    def database(self, name: str, *, default: str = "") -> dict[str, Any]:
        """What ``DATABASES`` takes, without options of ours."""
        text = self.str(name, default=default)
        with _one_sentence(f"{name} takes postgres://user:password@host:5432/name, or sqlite:// and the whole path of a file."):
            scheme, _, rest = text.partition("://")
            if scheme not in DATABASES or (scheme == "sqlite" and not rest.startswith("/")):
                raise ValueError(scheme)
            database = dict(self.db_url_config(text))
            if not database["NAME"]:
                raise ValueError("no name")
            return database

    def redis(self, name: str) -> dict[str, Any]:
        """What ``CACHES`` takes, for a Valkey or Redis."""
        with _one_sentence(f"{name} takes the address of a Valkey or Redis: redis://host:6379/0, or rediss:// with TLS."):
            scheme, _, rest = str(self.str(name)).partition("://")
            url = urlsplit(f"{CACHES[scheme]}://{rest}")
            if not url.hostname or url.port == 0:
                raise ValueError("no host")
            return dict(self.cache_url_config(url.geturl()))

    def mailer(self, name: str, *, default: str) -> dict[str, Any]:
        """What ``MAILERS`` takes."""
        sentence = f"{name} takes smtp://user:password@host:25, smtp+tls:// (port 587), smtp+ssl:// (port 465), or console://."
        with _one_sentence(sentence):
            url = urlsplit(str(self.str(name, default=default)))
            if url.scheme == "console":
                return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
            usual, how = MAIL[url.scheme]
            if not url.hostname:
                raise ValueError("no host")
            account = {"username": unquote(url.username or ""), "password": unquote(url.password or "")}
            options = {"host": url.hostname, "port": url.port or usual, "timeout": 10, **account, **how}
            return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}

    def contact(self, name: str, *, default: str = "") -> str:
        """An address at which somebody can be told something, as security.txt needs it: a mail address gets its ``mailto:``."""
        given = str(self.str(name, default=default))
        address = f"mailto:{given}" if MAIL_ADDRESS.fullmatch(given) else given
        if address and not CONTACT.fullmatch(address):
            raise ImproperlyConfigured(
                f"{name} is {given!r}, which nobody could use: give a mail address, or one with https:// or tel:."
            )
        return address

    def _like(self, name: str, default: str, fits: Callable[[str], bool], what: str) -> str:
        text = str(self.str(name, default=default))
        if not fits(text):
            raise ImproperlyConfigured(f"{name} takes {what}, and not {text!r}.")
        return text

    def _given(self, name: str) -> str:
        value, path = os.environ.get(name, ""), os.environ.get(f"{name}_FILE", "")
        if not path:
            return value
        if value:
            raise ImproperlyConfigured(f"Both {name} and {name}_FILE are set: leave one of them out.")
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is no text"
            raise ImproperlyConfigured(f"{name}_FILE names {path}, which cannot be read: {reason}.") from None


@contextmanager
def _one_sentence(sentence: str) -> Iterator[None]:
    """Whatever is wrong with a value, who reads it learns what it takes; not the value, which may be a secret."""
    try:
        yield
    except (ValueError, KeyError, ImproperlyConfigured):
        raise ImproperlyConfigured(sentence) from None


def read_file() -> None:
    """Take from the file of ``ENV_FILE`` what the environment does not say itself."""
    named = env.str("ENV_FILE", default="")
    if named and not Path(named).exists():
        raise ImproperlyConfigured(f"ENV_FILE names {named}, which is not there.")
    environ.Env.read_env(named or ROOT / "var" / "env")


env = Environment()
