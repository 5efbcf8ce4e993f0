"""What people can do, the evidence for it, plans for lessons and the ten ways."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import competence, competence_team, lesson_plans, ten_ways

EVIDENCE = "competences/evidence/"
PLAN = "plans/<int:pk>/"
export = competence_team.competence_export
urlpatterns: list[URLPattern] = [
    path("competences/", competence.my_competences, name="my-competences"),
    path(EVIDENCE, competence.evidence_list, name="evidence-list"),
    path(f"{EVIDENCE}new/", competence.evidence_create, name="evidence-create"),
    path(f"{EVIDENCE}<int:pk>/", competence.evidence_decide, name="evidence-decide"),
    path(f"{EVIDENCE}<int:pk>/delete/", competence.evidence_delete, name="evidence-delete"),
    path("competences/team/", competence_team.competence_team_list, name="competence-team"),
    path("competences/team/csv/", export, {"form": "csv"}, name="competence-csv"),
    path("competences/team/xlsx/", export, {"form": "xlsx"}, name="competence-xlsx"),
    path("competences/all/", competence.competence_list, name="competence-list"),
    path("competences/all/new/", competence.competence_create, name="competence-create"),
    path("competences/all/start/", competence.competence_seed, name="competence-seed"),
    path("competences/all/<int:pk>/", competence.competence_edit, name="competence-edit"),
    path("plans/", lesson_plans.plan_list, name="plan-list"),
    path("plans/new/", lesson_plans.plan_create, name="plan-create"),
    path(PLAN, lesson_plans.plan_detail, name="plan-detail"),
    path(f"{PLAN}step/<slug:step>/", lesson_plans.plan_step, name="plan-step"),
    path(f"{PLAN}share/", lesson_plans.plan_share, name="plan-share"),
    path(f"{PLAN}copy/", lesson_plans.plan_copy, name="plan-copy"),
    path(f"{PLAN}delete/", lesson_plans.plan_delete, name="plan-delete"),
    path(f"{PLAN}evidence/", lesson_plans.plan_evidence, name="plan-evidence"),
    path("ten-ways/", ten_ways.my_ways, name="my-ways"),
    path("ten-ways/team/", ten_ways.ways_team, name="ways-team"),
    path("ten-ways/<slug:code>/", ten_ways.way_tick, name="way-tick"),
]
