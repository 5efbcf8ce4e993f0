from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.postgres.fields import ArrayField
from django.http import HttpRequest

from people.forms import LinesField
from people.models import Absence, Institution, Membership, Team, Unit


class MembershipInline(admin.StackedInline[Membership, Any]):
    model = Membership
    extra = 0


@admin.register(Unit)
class UnitAdmin(admin.ModelAdmin[Unit]):
    list_display = ["name", "parent"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    ordering = ["name"]


@admin.register(Team)
class TeamAdmin(admin.ModelAdmin[Team]):
    list_display = ["name", "code", "kind", "leader"]
    list_filter = ["kind"]
    list_select_related = ["leader"]
    search_fields = ["name", "code"]
    ordering = ["name"]
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
