"""Users in the admin, with what an administrator does for somebody who lost a phone or left a browser open."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts import second_factor, sessions

# allauth's own lists: everybody keeps their factors and sessions at their account, and the actions here do the rest.
for model in (EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)
admin.site.unregister(User)


@admin.register(User)
class StaffAdmin(UserAdmin):
    actions = ["sign_out_everywhere", "reset_second_factors"]

    @admin.action(description="Sign out everywhere", permissions=["change"])
    def sign_out_everywhere(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        number = sum(sessions.end_all(user) for user in queryset)
        messages.success(request, f"{number} {'session has' if number == 1 else 'sessions have'} ended.")

    @admin.action(description="Remove second factors, to set up anew", permissions=["change"])
    def reset_second_factors(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """A superuser's are left to superusers, as whoever resets them could then sign in with a password they set."""
        mine = queryset if request.user.is_superuser else queryset.filter(is_superuser=False)
        number = sum(second_factor.reset(user, by=request.user.get_username()) for user in mine)
        messages.success(request, f"Removed: {number}. The next sign-in leads to setting up a new second factor.")
