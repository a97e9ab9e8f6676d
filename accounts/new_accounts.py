"""The admin's form for a new account, which asks for no password."""

from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import User


class NewAccount(UserCreationForm):
    """Django's, where whoever makes the account types a password and then knows it."""

    password1 = password2 = None  # type: ignore[assignment]

    class Meta(UserCreationForm.Meta):
        fields = ("username", "email")
        help_texts = {"email": "If there is one, enter it now: changing it later ends the link."}

    def set_password_and_save(self, user: User, password_field_name: str = "", commit: bool = True) -> User:
        user.set_unusable_password()
        if commit:
            user.save()
        return user
