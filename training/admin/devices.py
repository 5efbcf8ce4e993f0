from __future__ import annotations

from django.contrib import admin

from training.models import Device, Loan


@admin.register(Device)
class DeviceAdmin(admin.ModelAdmin[Device]):
    list_display = ("name", "tag", "kind", "bought_on", "retired_on")
    list_filter = ("kind",)
    search_fields = ("name", "tag")


@admin.register(Loan)
class LoanAdmin(admin.ModelAdmin[Loan]):
    """To look at; a loan changes on its own page, with its audit trail."""

    list_display = ("device", "user", "lent_on", "due_on", "returned_at", "wiped_at")
    list_select_related = ("device", "user")
    search_fields = ("device__name", "device__tag", "user__name")

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_change_permission(self, request: object, obj: Loan | None = None) -> bool:
        return False
