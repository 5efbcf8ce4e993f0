from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from webcare.models import Correction, Reply, Ticket


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """Tickets and replies change through the product only, where every step is written down."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Ticket)
class TicketAdmin(ReadOnly):
    list_display = ("pk", "subject", "team", "priority", "state", "owner", "due_at")
    list_filter = ("team", "state", "priority", "platform", "is_unsure")
    list_select_related = ("team", "owner")
    search_fields = ("=id", "subject", "author_handle")


@admin.register(Reply)
class ReplyAdmin(ReadOnly):
    list_display = ("pk", "ticket", "state", "author", "created_at", "sent_at", "attempts")
    list_filter = ("state",)
    list_select_related = ("ticket", "author")


@admin.register(Correction)
class CorrectionAdmin(ReadOnly):
    list_display = ("ticket", "kind", "before", "after", "by", "at")
    list_filter = ("kind",)
    list_select_related = ("ticket", "by")
