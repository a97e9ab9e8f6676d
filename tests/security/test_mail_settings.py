"""Mail goes through the server that EMAIL_URL names."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, mailers

from prepsite.environment import Environment


def mailer_of(url: str) -> dict:
    return Environment().mailer("NAMED_BY_NOBODY", default=url)


def test_a_server_with_a_name_and_a_password():
    assert mailer_of("smtp+tls://ada:pass%20word@mail.example.org:587")["OPTIONS"] == {
        "host": "mail.example.org",
        "port": 587,
        "username": "ada",
        "password": "pass word",
        "use_tls": True,
        "timeout": 10,
    }


def test_a_server_on_this_machine():
    options = mailer_of("smtp://localhost:25")["OPTIONS"]
    assert {name: option for name, option in options.items() if option} == {"host": "localhost", "port": 25, "timeout": 10}


@pytest.mark.parametrize("url", ["smtp+tls://ada:pass@mail.example.org:587", "smtp+ssl://mail.example.org:465", "console://"])
def test_django_can_send_by_it(settings, url: str):
    settings.MAILERS = {"default": mailer_of(url)}
    assert mailers.default


def test_without_one_mail_is_printed(settings, capsys: pytest.CaptureFixture[str]):
    settings.MAILERS = {"default": mailer_of("console://")}
    EmailMessage("A word", "Hello, Erin.", "bank@library.example", ["erin@library.example"]).send()
    assert "Hello, Erin." in capsys.readouterr().out


def test_what_is_no_way_to_send_mail_stops_the_start():
    with pytest.raises(ImproperlyConfigured):
        mailer_of("https://mail.example.org")
