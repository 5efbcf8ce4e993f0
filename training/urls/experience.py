"""Evaluations, the log of experiences, and proposals."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import evaluations, experiences, proposals

OFFERING, EXPERIENCE = "offerings/<int:pk>/", "experiences/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path(f"{OFFERING}evaluate/", evaluations.evaluation_create, name="evaluation-create"),
    path(f"{OFFERING}evaluation/", evaluations.evaluation_results, name="evaluation-results"),
    path(
        f"{OFFERING}evaluation/take-over/",
        evaluations.evaluation_take_over,
        name="evaluation-take-over",
    ),
    path("experiences/", experiences.experience_list, name="experience-list"),
    path("experiences/new/", experiences.experience_create, name="experience-create"),
    path(EXPERIENCE, experiences.experience_detail, name="experience-detail"),
    path(f"{EXPERIENCE}edit/", experiences.experience_edit, name="experience-edit"),
    path(f"{EXPERIENCE}delete/", experiences.experience_delete, name="experience-delete"),
    path(f"{EXPERIENCE}know/", experiences.experience_know, name="experience-know"),
    path("proposals/", proposals.proposal_list, name="proposal-list"),
    path("proposals/new/", proposals.proposal_create, name="proposal-create"),
    path("proposals/<int:pk>/", proposals.proposal_detail, name="proposal-detail"),
    path("proposals/<int:pk>/decide/", proposals.proposal_decide, name="proposal-decide"),
]
