"""Words that anybody would try first here, and that so add nothing to a password."""

import re

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

WORDS = ("prepsite", "question", "interview", "library", "librarian", "editor", "password", "passphrase")
LEFT = 8  # characters that must be there beside these words


class WithoutHouseWords:
    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError where ``password`` is little more than words of this house."""
        rest = re.sub("|".join(WORDS), "", password, flags=re.IGNORECASE)
        if len(rest) < LEFT <= len(password):
            raise ValidationError(gettext("This password is little more than words anybody would try first here."), code="house")

    def get_help_text(self) -> str:
        return gettext("Words of this site, such as “interview”, do not count.")
