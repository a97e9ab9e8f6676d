"""A bad value stops the start with one sentence, which names the variable and never shows what may be a secret."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from prepsite.environment import Environment
from tests.operation.starting import run, setting

BAD = [
    ("KEPT_PAGES_MB", "abc", "KEPT_PAGES_MB takes a whole number from 0 to 100000, and not 'abc'."),
    ("THREADS", "0", "THREADS takes a whole number from 1 to 64, and not '0'."),
    ("HTTPS", "maybe", "HTTPS takes on or off, and not 'maybe'."),
    ("DATABASE_URL", "foo", "DATABASE_URL takes postgres://user:password@host:5432/name"),
    ("TIME_ZONE", "Mars", "TIME_ZONE takes a time zone such as Europe/Madrid, and not 'Mars'."),
    ("CONTENT_LANGUAGE", "English!", "CONTENT_LANGUAGE takes a language's code"),
    ("CACHE_URL", "memcached://here", "CACHE_URL takes the address of a Valkey or Redis"),
    ("EMAIL_URL", "mail.example", "EMAIL_URL takes smtp://"),
    ("LOG_LEVEL", "loud", "LOG_LEVEL takes one of debug, info, warning, error, critical, and not 'loud'."),
    ("ENV_FILE", "/nowhere/env", "ENV_FILE names /nowhere/env, which is not there."),
    ("SECRET_KEY", "", "SECRET_KEY is not set."),
    ("SECRET_KEY_FILE", "/etc/prepsite/key", "Both SECRET_KEY and SECRET_KEY_FILE are set: leave one of them out."),
]


@pytest.mark.parametrize(("name", "value", "sentence"), BAD, ids=[name for name, *_ in BAD])
def test_a_bad_value_stops_a_command_with_one_sentence(name: str, value: str, sentence: str):
    stopped = run("manage.py", "check", **{name: value})
    assert stopped.returncode == 1
    assert stopped.stderr.startswith(f"prepsite cannot start: {sentence}")
    assert stopped.stderr.count("\n") == 1


@pytest.mark.parametrize(("name", "value"), [("KEPT_PAGES_MB", "abc"), ("ACCESS_LOG", "perhaps")])
def test_it_stops_the_server_with_one_sentence_too(name: str, value: str):
    stopped = run(
        "-m", "gunicorn", "--config", "prepsite/gunicorn.conf.py", "prepsite.wsgi", **{name: value, "BIND": "127.0.0.1:0"}
    )
    assert stopped.returncode == 1
    assert stopped.stderr.startswith(f"prepsite cannot start: {name} takes ")
    assert "Traceback" not in stopped.stderr


def test_no_site_starts_that_shows_its_inside_to_visitors():
    assert "DEBUG shows visitors the inside" in setting("settings.DEBUG", DEBUG="on", HTTPS="on").stderr


@pytest.mark.parametrize("address", ["postgres://prepsite:hunter2@db:port/bank", "mysql://prepsite:hunter2@db/bank"])
def test_a_password_in_a_bad_address_is_not_shown(monkeypatch: pytest.MonkeyPatch, address: str):
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(ImproperlyConfigured) as error:
        Environment().database("DATABASE_URL")
    assert "hunter2" not in str(error.value)


def test_a_secret_can_stand_in_a_file(tmp_path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "url").write_text("postgres://prepsite:s3cret@db/bank\n")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DATABASE_URL_FILE", str(tmp_path / "url"))
    assert Environment().database("DATABASE_URL")["PASSWORD"] == "s3cret"


def test_a_file_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("METRICS_TOKEN_FILE", "/nowhere/token")
    with pytest.raises(ImproperlyConfigured, match="METRICS_TOKEN_FILE names /nowhere/token, which cannot be read"):
        Environment().str("METRICS_TOKEN", default="")


def test_an_empty_value_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KEPT_PAGES_MB", "")
    assert Environment().number("KEPT_PAGES_MB", default=24, most=100) == 24


@pytest.mark.parametrize("scheme", ["redis", "valkey"])
def test_a_valkey_is_asked_as_a_redis_is(monkeypatch: pytest.MonkeyPatch, scheme: str):
    monkeypatch.setenv("CACHE_URL", f"{scheme}://:s3cret@cache:6379/1")
    assert Environment().redis("CACHE_URL")["LOCATION"] == "redis://:s3cret@cache:6379/1"


def test_mail_goes_out_encrypted_where_the_address_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://prepsite:p%40ss@mail.example")
    options = Environment().mailer("EMAIL_URL", default="")["OPTIONS"]
    assert (options["host"], options["port"], options["password"], options["use_tls"]) == ("mail.example", 587, "p@ss", True)
