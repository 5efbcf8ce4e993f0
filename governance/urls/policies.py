"""Policies: reading, writing, consulting, deciding, reviewing, on paper and in public."""

from __future__ import annotations

from django.urls import path

from governance.views import (
    consulting,
    deciding,
    house_rules,
    keeping,
    printing,
    public,
    reading,
    rules,
    sections,
    writing,
)

POLICY = "policies/<slug:slug>/"
VERSION = "policies/<slug:slug>/<int:number>/"
PUBLIC = "read/<slug:slug>/"

urlpatterns = [
    path("policies/", reading.policy_list, name="policy-list"),
    path("policies/new/", writing.policy_create, name="policy-create"),
    path("policies/new/<slug:code>/", writing.policy_from_paper, name="policy-from-paper"),
    path(POLICY, reading.policy_detail, name="policy-detail"),
    path(f"{POLICY}change/", writing.draft_start, name="draft-start"),
    path(f"{POLICY}settings/", keeping.policy_settings, name="policy-settings"),
    path(f"{POLICY}review/", keeping.policy_review, name="policy-review"),
    path(f"{POLICY}compare/", keeping.policy_compare, name="policy-compare"),
    path(f"{POLICY}poster/", printing.policy_poster, name="policy-poster"),
    path(VERSION, reading.version_detail, name="version-detail"),
    path(f"{VERSION}pdf/", printing.version_pdf, name="version-pdf"),
    path(f"{VERSION}flyer/", printing.version_flyer, name="version-flyer"),
    path(f"{VERSION}edit/", writing.version_edit, name="version-edit"),
    path(f"{VERSION}submit/", deciding.version_submit, name="version-submit"),
    path(f"{VERSION}decide/", deciding.version_decide, name="version-decide"),
    path(f"{VERSION}take-back/", deciding.version_take_back, name="version-take-back"),
    path(f"{VERSION}consult/", consulting.consultation_start, name="consultation-start"),
    path(f"{VERSION}clauses/new/", sections.section_edit, name="section-create"),
    path(f"{VERSION}clauses/<int:pk>/", sections.section_edit, name="section-edit"),
    path(f"{VERSION}clauses/<int:pk>/move/", sections.section_move, name="section-move"),
    path(f"{VERSION}clauses/<int:pk>/delete/", sections.section_delete, name="section-delete"),
    path(f"{VERSION}rules/new/", rules.rule_edit, name="rule-create"),
    path(f"{VERSION}rules/<int:pk>/", rules.rule_edit, name="rule-edit"),
    path(f"{VERSION}rules/<int:pk>/move/", rules.rule_move, name="rule-move"),
    path(f"{VERSION}rules/<int:pk>/delete/", rules.rule_delete, name="rule-delete"),
    path("consultations/<int:pk>/", consulting.consultation_detail, name="consultation-detail"),
    path("consultations/<int:pk>/close/", consulting.consultation_close, name="consultation-close"),
    path("consultations/<int:pk>/remark/", consulting.remark_leave, name="remark-leave"),
    path("remarks/<int:pk>/", consulting.remark_answer, name="remark-answer"),
    path("remarks/<int:pk>/take-back/", consulting.remark_take_back, name="remark-take-back"),
    path("house-rules/", house_rules.house_rule_list, name="house-rule-list"),
    path("house-rules/new/", house_rules.house_rule_edit, name="house-rule-create"),
    path("house-rules/<int:pk>/", house_rules.house_rule_edit, name="house-rule-edit"),
    path("house-rules/<int:pk>/delete/", house_rules.house_rule_delete, name="house-rule-delete"),
    path(PUBLIC, public.public_policy, name="public-policy"),
    path(f"{PUBLIC}<int:number>/", public.public_version, name="public-version"),
    path(f"{PUBLIC}<int:number>/pdf/", public.public_pdf, name="public-pdf"),
    path(f"{PUBLIC}<int:number>/flyer/", public.public_flyer, name="public-flyer"),
]
