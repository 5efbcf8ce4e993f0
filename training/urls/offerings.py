"""The agenda: offerings and their sessions."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import offerings, sessions

OFFERING = "offerings/<int:pk>/"
export = offerings.offering_participants
urlpatterns: list[URLPattern] = [
    path("agenda/", offerings.offering_list, name="offering-list"),
    path("courses/<slug:slug>/plan/", offerings.offering_create, name="offering-create"),
    path(OFFERING, offerings.offering_detail, name="offering-detail"),
    path(f"{OFFERING}edit/", offerings.offering_edit, name="offering-edit"),
    path(f"{OFFERING}publish/", offerings.offering_publish, name="offering-publish"),
    path(f"{OFFERING}cancel/", offerings.offering_cancel, name="offering-cancel"),
    path(f"{OFFERING}copy/", offerings.offering_copy, name="offering-copy"),
    path(f"{OFFERING}participants.csv", export, {"form": "csv"}, name="offering-csv"),
    path(f"{OFFERING}participants.xlsx", export, {"form": "xlsx"}, name="offering-xlsx"),
    path(f"{OFFERING}sessions/new/", sessions.session_create, name="session-create"),
    path("sessions/<int:pk>/edit/", sessions.session_edit, name="session-edit"),
    path("sessions/<int:pk>/cancel/", sessions.session_cancel, name="session-cancel"),
]
