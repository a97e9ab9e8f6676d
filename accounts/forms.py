"""allauth's forms, with the first field ready to type in and without the labels repeated inside the fields."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.forms import Field, PasswordInput


class Plain:
    fields: dict[str, Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            if isinstance(field.widget, PasswordInput) and field.widget.attrs["autocomplete"] == "current-password":
                field.help_text = ""  # allauth's link to a forgotten password; the page has it below
        next(field for field in self.fields.values() if not field.widget.is_hidden).widget.attrs["autofocus"] = True


class Spelled(Plain):
    """A name or a code: as it stands, without a phone's capital letter or its idea of the word."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & {"login", "code"}:
            self.fields[name].widget.attrs |= {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
        if "code" in self.fields:
            self.fields["code"].widget.attrs["inputmode"] = "numeric"


class SignIn(Spelled, account.LoginForm): ...


class ConfirmPassword(Plain, account.ReauthenticateForm): ...


class ChangePassword(Plain, account.ChangePasswordForm): ...


class FirstPassword(Plain, account.SetPasswordForm): ...


class AskForLink(Plain, account.ResetPasswordForm): ...


class NewPassword(Plain, account.ResetPasswordKeyForm): ...


class Code(Spelled, mfa.AuthenticateForm): ...


class ConfirmCode(Spelled, mfa.ReauthenticateForm): ...


class FirstCode(Spelled, totp.ActivateTOTPForm): ...


class NewPasskey(Plain, webauthn.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The page asks for a passkey that signs in by itself wherever the device can keep one.
        del self.fields["passwordless"]
