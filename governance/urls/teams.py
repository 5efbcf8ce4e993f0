"""Teams, hours and costs."""

from __future__ import annotations

from django.urls import URLPattern, path

from governance.views.teams import costs, hours, mandates

TEAM = "teams/<slug:code>/"
HOURS = "hours/<int:pk>/"
COST = "costs/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("teams/", mandates.team_list, name="team-list"),
    path("team/new/", mandates.team_create, name="team-create"),
    path(TEAM, mandates.team_detail, name="team-detail"),
    path(f"{TEAM}edit/", mandates.team_edit, name="team-edit"),
    path(f"{TEAM}members/", mandates.member_add, name="member-add"),
    path(f"{TEAM}members/<int:pk>/", mandates.member_remove, name="member-remove"),
    path(f"{TEAM}mandate/", mandates.mandate_edit, name="mandate-edit"),
    path(f"{TEAM}promise/", mandates.team_promise, name="team-promise"),
    path(f"{TEAM}hours/", hours.team_hours, name="team-hours"),
    path(f"{TEAM}hours.csv", hours.hours_export, name="hours-export"),
    path("hours/", hours.hours_list, name="hours-list"),
    path(HOURS, hours.hours_edit, name="hours-edit"),
    path(f"{HOURS}delete/", hours.hours_delete, name="hours-delete"),
    path("costs/", costs.cost_list, name="cost-list"),
    path("costs/new/", costs.cost_create, name="cost-create"),
    path("costs.csv", costs.cost_export, name="cost-export"),
    path("costs.pdf", costs.cost_pdf, name="cost-pdf"),
    path(COST, costs.cost_edit, name="cost-edit"),
    path(f"{COST}delete/", costs.cost_delete, name="cost-delete"),
]
