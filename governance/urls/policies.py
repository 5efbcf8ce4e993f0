"""Policies: reading, writing, deciding."""

from __future__ import annotations

from django.urls import path

from governance.views import deciding, reading, writing

VERSION = "policies/<slug:slug>/<int:number>/"
urlpatterns = [
    path("policies/", reading.policy_list, name="policy-list"),
    path("policies/new/", writing.policy_create, name="policy-create"),
    path("policies/<slug:slug>/", reading.policy_detail, name="policy-detail"),
    path("policies/<slug:slug>/change/", writing.draft_start, name="draft-start"),
    path(VERSION, reading.version_detail, name="version-detail"),
    path(f"{VERSION}edit/", writing.version_edit, name="version-edit"),
    path(f"{VERSION}submit/", deciding.version_submit, name="version-submit"),
    path(f"{VERSION}decide/", deciding.version_decide, name="version-decide"),
    path(f"{VERSION}take-back/", deciding.version_take_back, name="version-take-back"),
    path(f"{VERSION}rules/new/", writing.rule_edit, name="rule-create"),
    path(f"{VERSION}rules/<int:pk>/", writing.rule_edit, name="rule-edit"),
    path(f"{VERSION}rules/<int:pk>/move/", writing.rule_move, name="rule-move"),
    path(f"{VERSION}rules/<int:pk>/delete/", writing.rule_delete, name="rule-delete"),
]
