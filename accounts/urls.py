"""Where staff sign in and keep their accounts. The names are allauth's; nobody signs up here."""

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.core.internal import ratelimit
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions.views import list_usersessions
from django.conf import settings
from django.urls import path, re_path
from django.views.generic import RedirectView, TemplateView

from accounts import views

# Asking for a challenge, too, which begins a session for whoever asks.
limited = ratelimit.decorator(app="allauth.mfa", action="webauthn_login", limit_get=True)

# Whoever sits before somebody's open browser may look where else they are signed in, but not shut them out.
confirmed = reauthentication_required(allow_get=True)

urlpatterns = [
    path("", views.overview, name="mfa_index"),
    path("login/", account.login, name="account_login"),
    path("login/second-factor/", mfa.authenticate, name="mfa_authenticate"),
    path("login/passkey/", limited(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    # Who changes how they sign in says once more who they are.
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("confirm/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("confirm/passkey/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/first/", account.password_set, name="account_set_password"),
    # By a link that came by mail, or from whoever manages the users.
    path("password/new/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    # The key has hyphens of its own, the number before it has none.
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("app/", totp.activate_totp, name="mfa_activate_totp"),
    path("app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("passkeys/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("recovery-codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("sessions/", confirmed(list_usersessions), name="usersessions_list"),
    path("sessions/end/", views.sign_out_everywhere, name="sign_out_everywhere"),
]

if settings.EMAIL_URL:
    urlpatterns += [
        path("password/forgotten/", account.password_reset, name="account_reset_password"),
        path("password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    ]
else:
    ask = TemplateView.as_view(template_name="account/password_forgotten.html")
    urlpatterns += [path("password/forgotten/", ask, name="account_reset_password")]
