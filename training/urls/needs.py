"""Training needs, seen from the work."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import needs

urlpatterns: list[URLPattern] = [
    path("needs/", needs.need_list, name="need-list"),
    path("needs/propose/", needs.need_propose, name="need-propose"),
    path("needs/<int:pk>/", needs.need_proposal, name="need-proposal"),
]
