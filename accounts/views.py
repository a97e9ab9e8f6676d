"""The two pages that allauth does not have: somebody's account as a whole, and signing out everywhere."""

from allauth.account.decorators import reauthentication_required
from allauth.mfa.base.views import IndexView
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts import second_factor, sessions


class Overview(IndexView):
    template_name = "account/overview.html"

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(**kwargs, second_factor_is_missing=second_factor.is_missing(self.request.user))


overview = Overview.as_view()


@require_POST
@reauthentication_required
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """All sessions of whoever asks, and the one they ask from."""
    user = request.user
    if user.is_authenticated:
        sessions.end_all(user)
    logout(request)
    return redirect("account_login")
