"""``make release-check``: a short list of what is well and what is not, with what to do."""

import datetime as dt
import io
import os
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from questions.models import Revision

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(settings: Any, tmp_path) -> Any:
    """A site where all is well, in a folder of its own."""
    settings.VAR_DIR, settings.BACKUP_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "backups", str(tmp_path / "static")
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["prep.example"]
    settings.SECRET_KEY = "a long key of many different letters, 0123456789, for one test only"
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}}
    settings.EMAIL_URL, settings.DEFAULT_FROM_EMAIL = "smtp://mail.example.org", "bank@example.org"
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    settings.BACKUP_DIR.mkdir()
    (settings.BACKUP_DIR / "prepsite-1.backup").write_text("whole")
    User.objects.create_superuser("erin", "erin@library.example", "a long enough passphrase")
    call_command("collectstatic", interactive=False, verbosity=0)
    return settings


def lines(*arguments: str) -> dict[str, str]:
    """By what they are about; whatever the command ends with."""
    written = io.StringIO()
    try:
        call_command("release_check", *arguments, stdout=written)
    except CommandError:
        written.write("")
    return {line[8:].partition(":")[0]: line for line in written.getvalue().splitlines()}


def test_where_all_is_well_every_line_says_so():
    assert [line for line in lines().values() if not line.startswith("ok")] == []
    call_command("release_check", stdout=io.StringIO())


def test_what_is_not_well_ends_with_an_error_that_names_it(site: Any):
    site.SECRET_KEY = "short"
    with pytest.raises(CommandError, match="Not fit for visitors yet: settings"):
        call_command("release_check", stdout=io.StringIO())


def test_static_files_of_another_version_are_found(site: Any, tmp_path):
    (tmp_path / "static" / "favicon.ico").write_bytes(b"older")
    assert lines()["static files"].endswith("Run `manage.py collectstatic --noinput`, and restart.")


def test_a_folder_it_cannot_write_is_found(site: Any, tmp_path):
    site.VAR_DIR = tmp_path / "nowhere"
    assert lines()["folder"].startswith("failed")


def test_a_backup_that_is_days_old_is_something_to_look_at(site: Any):
    old = (timezone.now() - dt.timedelta(days=9)).timestamp()
    os.utime(site.BACKUP_DIR / "prepsite-1.backup", (old, old))
    assert lines()["backup"].startswith("look    backup: The last one is 9 days old. Run `deploy/backup")


def test_a_clock_that_is_behind_the_bank_is_found():
    Revision.objects.create(
        kind="role", thing=1, number=1, title="R", snapshot={}, created_at=timezone.now() + dt.timedelta(days=1)
    )
    assert "set it, by NTP" in lines()["clock"]


def test_a_bank_without_an_admin_is_something_to_look_at():
    User.objects.all().delete()
    assert lines()["accounts"].startswith("look")


def test_a_server_that_does_not_answer_is_found():
    assert lines("--server", "http://127.0.0.1:1")["server"].startswith("failed  server: http://127.0.0.1:1 does not answer")
