"""Conversations about tools, privacy assessments, incidents."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
