from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.postgres.fields import ArrayField
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.domain import invitations
from people.forms import LinesField
from people.models import Absence, Institution, Membership, RoleGrant, Team, Unit, User


class NewUserForm(forms.ModelForm[User]):
    """A person without password: the invitation lets them choose one."""

    class Meta:
        model = User
        fields = ["email", "name", "unit", "language"]

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        return super().save(commit)


class ChangeUserForm(UserChangeForm[User]):
    class Meta:
        model = User
        fields = "__all__"
        field_classes: dict[str, Any] = {}


class RoleInline(admin.TabularInline[RoleGrant, User]):
    model = RoleGrant
    extra = 1


class MembershipInline(admin.TabularInline[Membership, Any]):
    model = Membership
    extra = 1
    autocomplete_fields = ["user", "team"]


@admin.register(User)
class UserAdmin(DjangoUserAdmin[User]):
    form = ChangeUserForm
    add_form = NewUserForm
    add_form_template = None  # Django's own speaks of a username
    fieldsets = (
        (None, {"fields": ("email", "name", "unit", "language", "password")}),
        (_("Access"), {"fields": ("is_active", "is_staff", "is_superuser")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "name", "unit", "language")}),)
    readonly_fields = ["last_login", "date_joined"]
    list_display = ("name", "email", "unit", "role_names", "is_active", "last_login")
    list_filter = ("role_grants__role", "teams", "unit", "is_active", "is_staff")
    search_fields = ("name", "email")
    ordering = ("name", "email")
    filter_horizontal = ()
    autocomplete_fields = ["unit"]
    inlines = [RoleInline, MembershipInline]
    actions = ["send_invitation"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).select_related("unit").prefetch_related("role_grants")

    @admin.display(description=_("roles"))
    def role_names(self, user: User) -> str:
        return ", ".join(grant.get_role_display() for grant in user.role_grants.all())

    @admin.action(description=_("Send an invitation to choose a password"))
    def send_invitation(self, request: HttpRequest, users: QuerySet[User]) -> None:
        by = request.user
        assert isinstance(by, User)  # noqa: S101 - the admin lets nobody else in
        count = 0
        for user in users.filter(is_active=True):
            try:
                invitations.invite(user, by=by)
            except OSError:
                text = _("The invitation to %(email)s could not be sent.") % {"email": user.email}
                self.message_user(request, text, messages.ERROR)
            else:
                count += 1
        text = ngettext("%(count)d invitation is sent.", "%(count)d invitations are sent.", count)
        self.message_user(request, text % {"count": count}, messages.SUCCESS)


@admin.register(Unit)
class UnitAdmin(admin.ModelAdmin[Unit]):
    list_display = ["name", "parent"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    ordering = ["name"]
    autocomplete_fields = ["parent"]


@admin.register(Team)
class TeamAdmin(admin.ModelAdmin[Team]):
    list_display = ["name", "code", "kind", "leader"]
    list_filter = ["kind"]
    list_select_related = ["leader"]
    search_fields = ["name", "code"]
    ordering = ["name"]
    autocomplete_fields = ["leader"]
    inlines = [MembershipInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Team | None = None) -> list[str]:
        """Rules, exports and the API call a team by its code, so it stays."""
        return ["code"] if obj else []


@admin.register(Institution)
class InstitutionAdmin(admin.ModelAdmin[Institution]):
    """The one college of this portal: to be changed, not added to or taken away."""

    formfield_overrides = {ArrayField: {"form_class": LinesField}}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Institution.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Institution | None = None) -> bool:
        return False


@admin.register(Absence)
class AbsenceAdmin(admin.ModelAdmin[Absence]):
    list_display = ["user", "from_date", "until_date", "substitute"]
    list_select_related = ["user", "substitute"]
    list_filter = ["from_date"]
    search_fields = ["user__name", "substitute__name"]
    ordering = ["-from_date"]
    autocomplete_fields = ["user", "substitute"]
