from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.domain import invitations, roles
from people.models import Role, Team, User


class AccessForm(forms.ModelForm[User]):
    """A person with their roles and teams as ticks; `UserAdmin.save_related` keeps these."""

    roles = forms.MultipleChoiceField(
        label=_("roles"), choices=Role, widget=forms.CheckboxSelectMultiple, required=False
    )
    teams = forms.ModelMultipleChoiceField(
        label=_("teams"),
        queryset=Team.objects.order_by("name"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["roles"] = list(self.instance.roles)
            self.initial["teams"] = list(self.instance.teams.all())


class NewUserForm(AccessForm):
    """A person without password: the invitation lets them choose one."""

    class Meta:
        model = User
        fields = ["email", "name", "staff_number", "unit", "language"]

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        return super().save(commit)


class ChangeUserForm(AccessForm, UserChangeForm[User]):
    class Meta:
        model = User
        fields = ["email", "name", "staff_number", "unit", "language", "password"]
        field_classes: dict[str, Any] = {}


@admin.register(User)
class UserAdmin(DjangoUserAdmin[User]):
    form = ChangeUserForm
    add_form = NewUserForm
    add_form_template = None  # Django's own speaks of a username
    fieldsets = (
        (
            None,
            {"fields": ("email", "name", "staff_number", "unit", "language", "password")},
        ),
        (_("Work"), {"fields": ("roles", "teams")}),
        (_("Access"), {"fields": ("is_active", "is_staff", "is_superuser")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("email", "name", "staff_number", "unit", "language")}),
        (_("Work"), {"fields": ("roles", "teams")}),
    )
    readonly_fields = ["last_login", "date_joined"]
    list_display = ("name", "email", "unit", "role_names", "is_active", "last_login")
    list_filter = ("role_grants__role", "teams", "unit", "is_active", "is_staff")
    search_fields = ("name", "email", "staff_number")
    ordering = ("name", "email")
    filter_horizontal = ()
    actions = ["send_invitation"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).select_related("unit").prefetch_related("role_grants")

    @admin.display(description=_("roles"))
    def role_names(self, user: User) -> str:
        return ", ".join(grant.get_role_display() for grant in user.role_grants.all())

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        chosen = form.cleaned_data
        roles.assign(
            form.instance, roles=chosen["roles"], teams=chosen["teams"], by=_person(request)
        )

    @admin.action(description=_("Send an invitation to choose a password"))
    def send_invitation(self, request: HttpRequest, users: QuerySet[User]) -> None:
        count = 0
        for user in users.filter(is_active=True):
            try:
                invitations.invite(user, by=_person(request))
            except OSError:
                text = _("The invitation to %(email)s could not be sent.") % {"email": user.email}
                self.message_user(request, text, messages.ERROR)
            else:
                count += 1
        text = ngettext("%(count)d invitation is sent.", "%(count)d invitations are sent.", count)
        self.message_user(request, text % {"count": count}, messages.SUCCESS)


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - the admin lets nobody else in
    return request.user
