"""Whether this site is fit to be let to visitors, in a short list; each line that is not says what to do."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core import checks
from django.utils import timezone

from questions.caching.version import content_version
from questions.models import Revision

from .probes import FINE, cache_state, database_state, migrations_state

LEAST_FREE = 500_000_000  # bytes
OLDEST_BACKUP = dt.timedelta(days=2)
LATE = dt.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Found:
    """``grave`` is what the site should not start with."""

    about: str
    wrong: str = ""
    grave: bool = True

    @property
    def mark(self) -> str:
        return "failed" if self.wrong and self.grave else "look" if self.wrong else "ok"


def all_checks(server: str = "") -> Iterator[Found]:
    """One after another, as they are found; ``server`` is the address of a running site, to be asked whether it is ready."""
    yield _settings()
    database = _state("database", database_state())
    yield database
    if database.wrong:
        return  # most of what follows would ask it
    migrations = _state("migrations", migrations_state())
    yield migrations
    yield _static_files()
    yield from _folders()
    if "pages" in settings.CACHES:
        yield _state("cache", cache_state(), "Pages are made all the same. See CACHE_URL.", grave=False)
    if "replica" in settings.DATABASES:
        yield _replica()
    yield _backup()
    if not migrations.wrong:
        yield _clock()
        yield _somebody()
    if server:
        yield _ready(server)


def _state(about: str, state: str, to_do: str = "", *, grave: bool = True) -> Found:
    return Found(about, "" if state == FINE else f"{state}. {to_do}".rstrip(" ."), grave)


def _settings() -> Found:
    found = [each for each in checks.run_checks(include_deployment_checks=True) if each.level >= checks.INFO]
    found.sort(key=lambda each: -each.level)
    more = f" `manage.py check --deploy` has all {len(found)}." if found else ""
    wrong = f"{found[0].msg.splitlines()[0]}{more}" if found else ""
    return Found("settings", wrong, grave=any(each.level >= checks.WARNING for each in found))


def _static_files() -> Found:
    """Each file as it stands in the source is in STATIC_ROOT, byte for byte, and the list of their names is there."""
    root = Path(settings.STATIC_ROOT)
    to_do = "Run `manage.py collectstatic --noinput`, and restart."
    manifest = settings.STORAGES["staticfiles"]["BACKEND"].endswith("ManifestStaticFilesStorage")
    if manifest and not (root / "staticfiles.json").is_file():
        return Found("static files", f"Not collected in {root}. {to_do}")
    for finder in get_finders():
        for name, storage in finder.list([]):
            copy = root / name
            if not copy.is_file() or copy.read_bytes() != Path(storage.path(name)).read_bytes():
                return Found("static files", f"{name} is not the one that is served. {to_do}")
    return Found("static files")


def _folders() -> Iterator[Found]:
    """The site can write where it keeps its things, and there is room."""
    folder = settings.VAR_DIR
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        yield Found("folder", f"{folder}: {error.strerror}. The account that runs the site has to own it (VAR_DIR).")
        return
    yield Found("folder")
    free = shutil.disk_usage(folder).free
    few = f"{free // 1_000_000} MB left in {folder}: make room before an import or a backup fills it."
    yield Found("room", few if free < LEAST_FREE else "", grave=False)


def _replica() -> Found:
    state = database_state("replica")
    if state == FINE and content_version("replica") != content_version():
        state = "behind the first database"
    return _state("replica", state, "Pages come from the first database meanwhile. See REPLICA_URL.", grave=False)


def _backup() -> Found:
    """The newest file in BACKUP_DIR, whatever its name."""
    try:
        newest = max((path.stat().st_mtime for path in settings.BACKUP_DIR.iterdir() if path.is_file()), default=0.0)
    except OSError:
        newest = 0.0
    to_do = f"Run `deploy/backup {settings.BACKUP_DIR}`, and see its timer."
    if not newest:
        return Found("backup", f"None in {settings.BACKUP_DIR}. {to_do}", grave=False)
    age = timezone.now() - dt.datetime.fromtimestamp(newest, dt.UTC)
    return Found("backup", f"The last one is {age.days} days old. {to_do}" if age > OLDEST_BACKUP else "", grave=False)


def _clock() -> Found:
    """It cannot be earlier than the last thing somebody saved; times of publishing and signed links go by it."""
    last = Revision.objects.order_by("-created_at").values_list("created_at", flat=True).first()
    behind = last is not None and last > timezone.now() + LATE
    return Found("clock", "It is behind the last change of the bank: set it, by NTP (`timedatectl`)." if behind else "")


def _somebody() -> Found:
    anybody = get_user_model().objects.filter(is_active=True, is_superuser=True).exists()
    return Found("accounts", "" if anybody else "Nobody may do everything: run `manage.py createsuperuser`.", grave=False)


def _ready(server: str) -> Found:
    to_do = "See its log."
    try:
        with urlopen(f"{server.rstrip('/')}/readyz", timeout=10):  # noqa: S310 - an operator names the address
            return Found("server")
    except HTTPError as error:
        return Found("server", f"Not ready: {error.read(300).decode(errors='replace')} {to_do}")
    except (OSError, ValueError) as error:
        return Found("server", f"{server} does not answer ({error}). {to_do}")
