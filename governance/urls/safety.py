"""Conversations about tools, privacy assessments, incidents."""

from __future__ import annotations

from django.urls import URLPattern, path

from governance.views.safety import assessments, incidents, talks
from governance.views.safety.nearness import nearness

TALK = "tools/<int:pk>/"
ASSESSMENT = "assessments/<int:pk>/"
INCIDENT = "incidents/<int:pk>/"
export = assessments.assessment_export
urlpatterns: list[URLPattern] = [
    path("tools/", talks.talk_list, name="talk-list"),
    path("tools/new/", talks.talk_create, name="talk-create"),
    path("tools/card.pdf", talks.talk_card, name="talk-card-empty"),
    path(TALK, talks.talk_detail, name="talk-detail"),
    path(f"{TALK}edit/", talks.talk_edit, name="talk-edit"),
    path(f"{TALK}delete/", talks.talk_delete, name="talk-delete"),
    path(f"{TALK}assess/", talks.talk_assess, name="talk-assess"),
    path(f"{TALK}card.pdf", talks.talk_card, name="talk-card"),
    path("assessments/", assessments.assessment_list, name="assessment-list"),
    path("assessments/new/", assessments.assessment_create, name="assessment-create"),
    path("assessments/risks/", assessments.assessment_risks, name="assessment-risks"),
    path(ASSESSMENT, assessments.assessment_detail, name="assessment-detail"),
    path(f"{ASSESSMENT}edit/", assessments.assessment_edit, name="assessment-edit"),
    path(f"{ASSESSMENT}delete/", assessments.assessment_delete, name="assessment-delete"),
    path(f"{ASSESSMENT}decide/", assessments.assessment_decide, name="assessment-decide"),
    path(f"{ASSESSMENT}again/", assessments.assessment_again, name="assessment-again"),
    path(f"{ASSESSMENT}pdf/", export, {"form": "pdf"}, name="assessment-pdf"),
    path(f"{ASSESSMENT}csv/", export, {"form": "csv"}, name="assessment-csv"),
    path(f"{ASSESSMENT}json/", export, {"form": "json"}, name="assessment-json"),
    path("incidents/", incidents.incident_list, name="incident-list"),
    path("incidents/new/", incidents.incident_create, name="incident-create"),
    path("incidents/first-steps/", incidents.incident_first_steps, name="incident-first-steps"),
    path("incidents.csv", incidents.incident_export, name="incident-export"),
    path(INCIDENT, incidents.incident_detail, name="incident-detail"),
    path(f"{INCIDENT}edit/", incidents.incident_edit, name="incident-edit"),
    path(f"{INCIDENT}steps/", incidents.step_add, name="incident-step-add"),
    path(f"{INCIDENT}close/", incidents.incident_close, name="incident-close"),
    path(f"{INCIDENT}reopen/", incidents.incident_reopen, name="incident-reopen"),
    path("incident-steps/<int:pk>/done/", incidents.step_finish, name="incident-step-finish"),
    path("nearness/", nearness, name="nearness"),
]
