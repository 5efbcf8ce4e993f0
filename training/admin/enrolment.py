"""Letters, to look at: what went out, what waits, what was given up."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from training.models import Letter


@admin.register(Letter)
class LetterAdmin(admin.ModelAdmin[Letter]):
    list_display = ["user", "kind", "made_at", "sent_at", "attempts", "next_attempt_at"]
    list_filter = ["kind"]
    list_select_related = ["user"]
    search_fields = ["user__name", "user__email"]
    ordering = ["-made_at", "-pk"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Letter | None = None) -> bool:
        return False
