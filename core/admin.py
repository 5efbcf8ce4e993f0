from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from core.models import LogEntry


@admin.register(LogEntry)
class LogEntryAdmin(admin.ModelAdmin[LogEntry]):
    """The audit trail, to be read only."""

    list_display = ["at", "actor_name", "verb", "content_type", "object_id", "reason"]
    list_filter = ["verb", "content_type", "at"]
    list_select_related = ["content_type"]
    search_fields = ["actor_name", "verb", "object_id"]
    ordering = ["-at", "-pk"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
