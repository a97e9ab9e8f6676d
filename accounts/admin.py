"""Users in the admin, with what an administrator does for somebody who is new, lost a phone or left a browser open."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html

from accounts import links, second_factor, sessions
from accounts.new_accounts import NewAccount

# allauth's own lists: everybody keeps their factors and sessions at their account, and the actions here do the rest.
for model in (EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)
admin.site.unregister(User)

MAKE_LINKS = "Make a link for a new password"
HOW_IT_BEGINS = "After saving you read a link to hand over: by it the person chooses their own password."


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Nobody types the password of somebody else here: what two people know proves nothing about either of them.

    Superusers are left to superusers, as whoever changes an account can take it over.
    """

    actions = ["make_links", "sign_out_everywhere", "reset_second_factors"]
    add_form = NewAccount
    add_fieldsets = ((None, {"fields": ("username", "email"), "description": HOW_IT_BEGINS}),)
    fieldsets = ((None, {"fields": ("username", "password_in_words")}), *(UserAdmin.fieldsets or ())[1:])

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        kept = [] if request.user.is_superuser else ["is_superuser"]
        return [*super().get_readonly_fields(request, obj), "password_in_words", *kept]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and is_in_reach(obj, request)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and is_in_reach(obj, request)

    @admin.display(description="Password")
    def password_in_words(self, user: User) -> str:
        begin = "Set. Its owner chooses another" if user.has_usable_password() else "None yet. Its owner chooses one"
        return f"{begin} by a link, which the action “{MAKE_LINKS}” above the list of users makes."

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """Where Django's form to type it in was."""
        user = self.get_object(request, id)
        if user is None:
            raise Http404(id)
        return redirect("admin:auth_user_change", user.pk)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "email" in form.changed_data:
            # allauth remembers each address a link was made for, and would go on sending links to the former one.
            EmailAddress.objects.filter(user=obj).delete()

    def response_add(self, request: HttpRequest, obj: User, post_url_continue: str | None = None) -> HttpResponse:
        response = super().response_add(request, obj, post_url_continue)
        self.hand_over(request, obj)
        return response

    @admin.action(description=MAKE_LINKS, permissions=["change"])
    def make_links(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset:
            if is_in_reach(user, request):
                self.hand_over(request, user)
            else:
                messages.warning(request, f"No link for {user}: only a superuser makes one for a superuser.")

    def hand_over(self, request: HttpRequest, user: User) -> None:
        """As text, since whoever follows the link is signed out to choose the password of somebody else."""
        link = links.make(user, by=request.user)
        say = "Hand this link to {}, by a way you trust: <code>{}</code> It works once, for three days, and is not shown again."
        messages.success(request, format_html(say, user, link))

    @admin.action(description="Sign out everywhere", permissions=["change"])
    def sign_out_everywhere(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        number = sum(sessions.end_all(user) for user in queryset)
        messages.success(request, f"{number} {'session has' if number == 1 else 'sessions have'} ended.")

    @admin.action(description="Remove second factors, to set up anew", permissions=["change"])
    def reset_second_factors(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        mine = [user for user in queryset if is_in_reach(user, request)]
        number = sum(second_factor.reset(user, by=request.user.get_username()) for user in mine)
        messages.success(request, f"Removed: {number}. The next sign-in leads to setting up a new second factor.")


def is_in_reach(user: User | None, request: HttpRequest) -> bool:
    """Whether whoever asks may do something to this account, as far as superusers go."""
    return user is None or not user.is_superuser or request.user.is_superuser
