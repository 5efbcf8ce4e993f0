from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import LogEntry


class VerbFilter(admin.AllValuesFieldListFilter):
    """Verbs are stored as msgids."""

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        for choice in super().choices(changelist):
            verb = str(choice["display"])
            yield {**choice, "display": gettext(verb)}


class LookedAt(admin.ModelAdmin[Any]):
    """To search and to look at: nothing is added, changed or deleted here."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(LogEntry)
class LogEntryAdmin(LookedAt):
    """The audit trail."""

    list_display = ["at", "actor_name", "what", "content_type", "object_id", "reason"]
    list_filter = [("verb", VerbFilter), "content_type", "at"]
    list_select_related = ["content_type"]
    search_fields = ["actor_name", "verb", "object_id"]
    ordering = ["-at", "-pk"]

    @admin.display(description=_("what"), ordering="verb")
    def what(self, entry: LogEntry) -> str:
        return gettext(entry.verb)
