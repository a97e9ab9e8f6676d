"""The settings of a running site, but for what would keep requests from reaching the views."""

import os

os.environ.setdefault("SECRET_KEY", "only for odd requests")
# With a mail server there are addresses more.
os.environ |= {"HTTPS": "off", "EMAIL_URL": "smtp://localhost:25", "METRICS_TOKEN": "", "CACHE_URL": ""}

from prepsite.settings import *  # noqa: F403

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
# Attempts are meant to arrive, and quickly.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_RATE_LIMITS = False
MFA_RATE_LIMITS = False
LOGGING = {"version": 1, "disable_existing_loggers": False}
