from __future__ import annotations

from django.contrib import admin

from training.models import Trainership


@admin.register(Trainership)
class TrainershipAdmin(admin.ModelAdmin[Trainership]):
    """To put right what was written down wrong."""

    list_display = ["person", "trained_by", "trained_by_name", "course", "since", "ended_on"]
    list_select_related = ["person", "trained_by", "course"]
    search_fields = ["person__name", "trained_by__name", "trained_by_name"]
    autocomplete_fields = ["person", "trained_by"]
    ordering = ["person__name", "since"]
