"""The admin of monitoring: for looking behind the pages, not for daily work."""

from __future__ import annotations

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from monitoring.models import (
    Channel,
    DailyStatistic,
    Gap,
    Mention,
    SearchTerm,
    Source,
    UnparsedItem,
)


@admin.register(Channel)
class ChannelAdmin(admin.ModelAdmin[Channel]):
    """Keys are not here: they are typed in on the channel's own page, and tested there."""

    list_display = ("name", "platform", "handle", "unit", "is_active")
    list_filter = ("platform", "is_active")
    search_fields = ("name", "handle")
    filter_horizontal = ("owners",)
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    list_display = ("name", "platform", "kind", "health", "last_success_at", "next_poll_at")
    list_filter = ("platform", "kind", "health", "is_active")
    search_fields = ("name", "address", "query")
    readonly_fields = ("health", "fault", "last_error", "cursor", "leased_until", "failures")
    raw_id_fields = ("channel",)


@admin.register(SearchTerm)
class SearchTermAdmin(admin.ModelAdmin[SearchTerm]):
    list_display = ("name", "query", "is_active", "end_date", "owner")
    list_filter = ("is_active",)
    search_fields = ("name", "query")
    raw_id_fields = ("owner",)


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What came in from outside is looked at, and changed by nobody."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    list_display = ("published_at", "platform", "author_handle", "is_relevant", "threat")
    list_filter = ("platform", "threat", "sentiment", "is_relevant", "is_history")
    list_select_related = ("source",)
    ordering = ("-published_at", "-id")
    exclude = ("search",)


@admin.register(UnparsedItem)
class UnparsedItemAdmin(ReadOnlyAdmin):
    list_display = ("seen_at", "source", "reason")
    list_select_related = ("source",)


@admin.register(Gap)
class GapAdmin(ReadOnlyAdmin):
    list_display = ("source", "from_at", "to_at", "reason")
    list_select_related = ("source",)


@admin.register(DailyStatistic)
class DailyStatisticAdmin(ReadOnlyAdmin):
    list_display = ("channel", "date", "metric", "value")
    list_filter = ("metric",)
    list_select_related = ("channel",)
