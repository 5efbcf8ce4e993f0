"""Ambassadors; the page behind the link in the invitation needs no account."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import ambassadors as views
from training.views import consent

ONE = "ambassadors/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("ambassadors/", views.ambassador_list, name="ambassador-list"),
    path("ambassadors/suggest/", views.ambassador_suggest, name="ambassador-suggest"),
    path(ONE, views.ambassador_detail, name="ambassador-detail"),
    path(f"{ONE}invite/", views.ambassador_invite, name="ambassador-invite"),
    path(f"{ONE}path/", views.ambassador_path, name="ambassador-path"),
    path(f"{ONE}tasks/", views.ambassador_task_add, name="ambassador-task-add"),
    path(f"{ONE}stop/", views.ambassador_stop, name="ambassador-stop"),
    path(
        "ambassador-tasks/<int:pk>/done/",
        views.ambassador_task_finish,
        name="ambassador-task-finish",
    ),
    path("ambassador/goodbye/", consent.goodbye, name="ambassador-goodbye"),
    path("ambassador/<str:key>/", consent.consent, name="ambassador-consent"),
]
