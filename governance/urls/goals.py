"""Core strategy, vision and goals."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
