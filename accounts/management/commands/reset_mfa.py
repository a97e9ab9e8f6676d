"""Take the second factors from somebody who lost them."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from accounts import second_factor


class Command(BaseCommand):
    help = "Removes the second factors and recovery codes of an account, which sets up new ones at its next sign-in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="whose, as they sign in")

    def handle(self, *, username: str, **options: Any) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no account {username}: look for the name under Users in the admin.")
        number = second_factor.reset(user, by="manage.py reset_mfa")
        self.stdout.write(f"{number} removed. {username} signs in with the password and sets up a new second factor.")
