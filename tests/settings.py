"""The real settings, with what a test run must not share with a running site."""

import os

os.environ.setdefault("SECRET_KEY", "only for tests")
os.environ["HTTPS"] = "off"

from prepsite.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True
# A kept page has no context and asks no questions, which is what most tests look at; tests/caching puts it back.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.endswith(".KeptPages")]  # noqa: F405
# In memory, SQLite lends one connection to all threads of the live server, and two requests at once misuse it.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}  # noqa: F405
