from __future__ import annotations

from django.urls import path

from reporting.views import overview, plan, sight

app_name = "reporting"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("plan/", plan.plan_board, name="plan"),
    path("plan/<int:number>/", plan.tip_note, name="tip-note"),
    path("line-of-sight/", sight.line, name="line"),
]
