"""The one settings file, from the environment.

Values come from the process's environment, then from ``var/env`` (which ``make serve`` writes once, for this machine
alone). What is missing and has no safe default stops the start with a sentence that says what to set, and so does what makes
no sense (``prepsite/environment.py``). ``docs/deploy.md`` has all variables in one table.
"""

import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from prepsite.databases import cache_of, connected
from prepsite.environment import env, read_file
from prepsite.operation.logs import FORMATS, LEVELS, logging_as

BASE_DIR = Path(__file__).resolve().parent.parent
read_file()
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))
BACKUP_DIR = Path(env("BACKUP_DIR", default=str(VAR_DIR / "backups")))

SECRET_KEY = env("SECRET_KEY", default="")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set. Set it in the environment, or run `make serve` once: it writes var/env.")
# The keys before this one: what they signed stays valid while they stand here.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "prepsite.apps.BankAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "import_export",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "accounts",
    "questions",
]

MIDDLEWARE = [
    "prepsite.operation.requests.RequestIds",
    "prepsite.operation.counting.Counted",
    # Before whatever answers by itself: the redirect to https, the refusal of a host, WhiteNoise with a static file.
    "prepsite.headers.SecurityHeaders",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "prepsite.operation.probes.Probes",
    "prepsite.middleware.Compress",
    "prepsite.middleware.LanguageOfThePath",
    # Below stands what only pages that are made anew need.
    "questions.caching.middleware.KeptPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "prepsite.sizes.Sizes",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.sessions.SessionLimits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.resending.NotSaved",
]

ROOT_URLCONF = "prepsite.urls"
WSGI_APPLICATION = "prepsite.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# PostgreSQL: how long the pages may wait for a connection, and for the answer to one statement. Commands, which import and
# migrate, take the time they need.
THREADS = env.number("THREADS", default=4, least=1, most=64)
DATABASE_PATIENCE = env.number("DATABASE_PATIENCE", default=5, least=1, most=60)
STATEMENT_TIMEOUT = env.number("STATEMENT_TIMEOUT", default=15_000, most=600_000)
DATABASES = {"default": env.database("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'prepsite.sqlite3'}")}
# A copy of that one, which public pages are made from while it is no older (questions/caching/replica.py).
if env("REPLICA_URL", default=""):
    DATABASES["replica"] = env.database("REPLICA_URL")
    DATABASE_ROUTERS = ["prepsite.routers.PublicPagesFromReplica"]
_serving = "prepsite.wsgi" in sys.modules
# Each thread that serves has a connection of its own: with 8 MB for each, a worker's memory grows by 25 MB and nothing is
# quicker. An import has one.
_limits = {"longest": STATEMENT_TIMEOUT, "cached": 2_000} if _serving else {"longest": 0, "cached": 8_000}
DATABASES = {
    name: connected(database, threads=THREADS, patience=DATABASE_PATIENCE, **_limits) for name, database in DATABASES.items()
}

# Rendered pages: so many megabytes of them in each process, and all of them in the Valkey or Redis of CACHE_URL if it is set.
KEPT_PAGES_MB = env.number("KEPT_PAGES_MB", default=24, most=100_000)
CACHES = {
    # Counts attempts to sign in, for all processes together and past a restart, with nothing more to run; no page asks for it.
    # Full, it forgets a third, so it must be larger than what a flood from many addresses can fill within a limit's time.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_attempts",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
if env("CACHE_URL", default=""):
    CACHES["pages"] = cache_of(env.redis("CACHE_URL"))

# The form of a role has a few fields for each of its other titles, of which some occupations have hundreds.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Bytes of a form without its files; prepsite/sizes.py refuses more of any request, but where a page takes files.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# Length alone, and not what others would try first: no rule says which characters.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.WithoutHouseWords"},
]
# The first one makes new hashes; the others read those of accounts that are older than it, and renew them at the next sign-in.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2SHA1PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]

# The languages of the interface; each but the first is read under a prefix of its own, /es/.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["prepsite.formats"]
# The language the bank's own texts are written in, for screen readers, hyphenation and translators.
CONTENT_LANGUAGE = env.language("CONTENT_LANGUAGE", default=LANGUAGE_CODE)
TIME_ZONE = env.time_zone("TIME_ZONE", default="UTC")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = env("STATIC_ROOT", default=str(BASE_DIR / "var" / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Mail to staff, through a server such as smtp+tls://user:password@mail.example.org; without one nothing is offered that needs
# it, and what is sent all the same goes to the mail server of this machine.
EMAIL_URL = env("EMAIL_URL", default="")
MAILERS = {"default": env.mailer("EMAIL_URL", default="smtp://localhost:25")}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="prepsite@localhost")

# One line of JSON for each event, on stderr; for people where somebody develops.
LOG_LEVEL = env.one_of("LOG_LEVEL", LEVELS, default="warning")
LOGGING = logging_as(env.one_of("LOG_FORMAT", FORMATS, default="text" if DEBUG else "json"), LOG_LEVEL)
# Without it there is no /metrics.
METRICS_TOKEN = env("METRICS_TOKEN", default="")

TAGGIT_CASE_INSENSITIVE = True

# Tables: our admin pages ask for the bank's own rights; what somebody adds without thinking of it stays shut ("import_question"
# is a right nobody has), whole or not at all, and harmless to spreadsheets.
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "import"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "view"
IMPORT_EXPORT_USE_TRANSACTIONS = True
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True

# Plain http only where HTTPS=off says so (make serve, on this machine's own address).
HTTPS = env.bool("HTTPS", default=True)
if DEBUG and HTTPS:
    raise ImproperlyConfigured("DEBUG shows visitors the inside of the site: turn it off, or set HTTPS=off to develop.")
SECURE_SSL_REDIRECT = HTTPS
# Load balancers and Prometheus ask these inside, by plain http.
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    # A browser takes these names only from this very host, over https and for all of it: no neighbouring host can plant one.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
# Lax, the default of both, and not Strict: a link to the desk in a colleague's mail arrives signed in.
CSRF_COOKIE_HTTPONLY = True
# The forms to the editors set this one; it ends with the browser.
CSRF_COOKIE_AGE = None
# Whether a proxy of ours stands in front, which sets X-Forwarded-Proto and adds the visitor's address to X-Forwarded-For.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Whom to tell of a hole in the site, and the page that says how it is dealt with: /.well-known/security.txt.
SECURITY_CONTACT = env.contact("SECURITY_CONTACT", default="")
SECURITY_POLICY = env("SECURITY_POLICY", default="")
# A form sent without its token comes back with all that was typed.
CSRF_FAILURE_VIEW = "accounts.resending.forged"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

# Staff sign in under /accounts/ (docs/staff-accounts.md gives the reasons). A second factor is asked of all of them, except
# where somebody tries prepsite on their own machine.
STAFF_MFA = env.bool("STAFF_MFA", default=HTTPS and not DEBUG)
# An editor's session ends so long after the last page, and at the latest so long after signing in.
SESSION_COOKIE_AGE = 60 * env.number("SESSION_IDLE_MINUTES", default=120, least=1, most=10_000)
SESSION_MOST_AGE = 3600 * env.number("SESSION_HOURS", default=12, least=1, most=1_000)
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no third cookie
# A forgotten password and changes of an account go out by mail where EMAIL_URL names a server.
LOGIN_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_ADAPTER, MFA_ADAPTER = "accounts.adapter.Staff", "accounts.adapter.SecondFactors"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = bool(EMAIL_URL)
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody is written to who has no account
ACCOUNT_EMAIL_SUBJECT_PREFIX = "prepsite: "
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key", "reauthenticate": "10/m/user"}
ACCOUNT_RATE_LIMITS |= {"change_password": "5/m/user", "reset_password": "20/m/ip,5/m/key"}
ACCOUNT_RATE_LIMITS |= {"reset_password_from_key": "20/m/ip"}
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignIn",
    "reauthenticate": "accounts.forms.ConfirmPassword",
    "change_password": "accounts.forms.ChangePassword",
    "set_password": "accounts.forms.FirstPassword",
    "reset_password": "accounts.forms.AskForLink",
    "reset_password_from_key": "accounts.forms.NewPassword",
}
# Counts the asking for a passkey, its coming and the looking at it.
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "prepsite"
MFA_FORMS = {
    "authenticate": "accounts.forms.Code",
    "reauthenticate": "accounts.forms.ConfirmCode",
    "activate_totp": "accounts.forms.FirstCode",
    "add_webauthn": "accounts.forms.NewPasskey",
}
