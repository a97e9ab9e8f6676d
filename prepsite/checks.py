"""What must hold for a site that people rely on, and what Django's own checks do not ask.

Errors are asked at every command: nothing runs with them. What a site in production should have, and can be without, is
told by ``manage.py check --deploy`` alone.
"""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, register

HEADERS = (
    "prepsite.headers.SecurityHeaders",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
)
STATIC = "whitenoise.middleware.WhiteNoiseMiddleware"
STAYS_HERE = ("console", "locmem", "dummy", "filebased")  # Django's own ways to send mail nowhere
SHORTEST_WAIT = 5  # seconds that a writer waits for another one; an import writes for a few at a time


@register(Tags.security)
def policy_is_strict(**kwargs: Any) -> list[CheckMessage]:
    policy: Any = settings.SECURE_CSP or {}
    found: list[CheckMessage] = []
    if list(policy.get("default-src", [])) != ["'none'"]:
        hint = 'Set SECURE_CSP with "default-src": [CSP.NONE], and allow by name what pages need.'
        found.append(Error("The content security policy does not begin by forbidding everything.", hint, id="prepsite.E001"))
    unsafe = sorted(name for name, sources in policy.items() if any("unsafe" in str(source) for source in sources))
    if unsafe:
        hint = "Take the unsafe-… sources out of SECURE_CSP; put styles and scripts into files, or give them a nonce."
        found.append(Error(f"The content security policy is unsafe in {', '.join(unsafe)}.", hint, id="prepsite.E002"))
    return found


@register(Tags.security)
def headers_stand_before_static_files(**kwargs: Any) -> list[CheckMessage]:
    names = list(settings.MIDDLEWARE)
    static = names.index(STATIC) if STATIC in names else len(names)
    late = [name for name in HEADERS if name not in names[:static]]
    if not late:
        return []
    hint = f"In MIDDLEWARE, put it before {STATIC}, which answers for static files by itself."
    return [Error(f"Static files are sent without the headers of {name}.", hint, id="prepsite.E003") for name in late]


@register(Tags.security)
def static_files_are_ours_alone(**kwargs: Any) -> list[CheckMessage]:
    if getattr(settings, "WHITENOISE_ALLOW_ALL_ORIGINS", True) is False:
        return []
    hint = "Set WHITENOISE_ALLOW_ALL_ORIGINS = False."
    return [Error("Scripts of any other site may read our static files.", hint, id="prepsite.E004")]


@register(Tags.security)
def tables_ask_for_a_right(**kwargs: Any) -> list[CheckMessage]:
    names = ("IMPORT_EXPORT_IMPORT_PERMISSION_CODE", "IMPORT_EXPORT_EXPORT_PERMISSION_CODE")
    hint = 'Set it to the right that is asked for, such as "import" or "view".'
    return [
        Error(f"Whoever opens the admin may move whole tables: {name} is not set.", hint, id="prepsite.E005")
        for name in names
        if not getattr(settings, name, None)
    ]


@register(Tags.database)
def sqlite_lets_people_work_at_once(**kwargs: Any) -> list[CheckMessage]:
    """Of the settings alone; no database is opened."""
    found: list[CheckMessage] = []
    for alias, database in settings.DATABASES.items():
        if database["ENGINE"] != "django.db.backends.sqlite3":
            continue
        options = database.get("OPTIONS", {})
        wrong = {
            '"transaction_mode": "IMMEDIATE"': options.get("transaction_mode") != "IMMEDIATE",
            '"init_command": "PRAGMA journal_mode=WAL;"': "journal_mode=wal" not in options.get("init_command", "").lower(),
            f'"timeout" of {SHORTEST_WAIT} seconds or more': (options.get("timeout") or 0) < SHORTEST_WAIT,
        }
        hint = f'Give DATABASES["{alias}"]["OPTIONS"] {", ".join(option for option, lacks in wrong.items() if lacks)}.'
        if any(wrong.values()):
            found.append(Error("Two editors who save at once would see “database is locked”.", hint, id="prepsite.E006"))
    return found


@register(Tags.mail, deploy=True)
def mail_reaches_people(**kwargs: Any) -> list[CheckMessage]:
    if settings.DEBUG:
        return []
    found: list[CheckMessage] = []
    mailer = getattr(settings, "MAILERS", {}).get("default", {})
    backend = mailer.get("BACKEND", "")
    sent = bool(backend) and backend.split(".")[-2] not in STAYS_HERE
    if not (settings.EMAIL_URL and sent):
        hint = "Set EMAIL_URL, such as smtp+tls://user:password@mail.example.org:587."
        found.append(Info("Mail to staff reaches nobody.", hint, id="prepsite.I001"))
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        hint = "Set DEFAULT_FROM_EMAIL to an address at your own domain."
        found.append(Info(f"Mail would come from {settings.DEFAULT_FROM_EMAIL}.", hint, id="prepsite.I002"))
    return found


@register(Tags.security, deploy=True)
def holes_can_be_reported(**kwargs: Any) -> list[CheckMessage]:
    if settings.DEBUG or settings.SECURITY_CONTACT:
        return []
    hint = "Set SECURITY_CONTACT to a mail address that somebody reads; /.well-known/security.txt will name it."
    return [Info("Who finds a hole in the site is told nobody to write to.", hint, id="prepsite.I003")]
