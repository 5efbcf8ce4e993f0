"""Competences, rights on channels and proposals, for who keeps the portal running."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from training.models import ChannelMandate, Competence, MandateState, NeedProposal


@admin.register(Competence)
class CompetenceAdmin(admin.ModelAdmin[Competence]):
    list_display = ("name", "level", "shown_by_mandate")
    search_fields = ("name", "text")


@admin.register(ChannelMandate)
class ChannelMandateAdmin(admin.ModelAdmin[ChannelMandate]):
    list_display = ("user", "choice", "at", "ended_at")
    list_select_related = ("user", "choice")
    autocomplete_fields = ("user", "granted_by")


@admin.register(MandateState)
class MandateStateAdmin(admin.ModelAdmin[MandateState]):
    """Only to look: it is what was noticed, not what holds."""

    list_display = ("user", "is_held", "since", "why")
    list_select_related = ("user",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(NeedProposal)
class NeedProposalAdmin(admin.ModelAdmin[NeedProposal]):
    list_display = ("team", "theme", "state", "created_at")
    list_select_related = ("team",)
    autocomplete_fields = ("proposed_by", "decided_by")
