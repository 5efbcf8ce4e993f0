"""Audiences and surveys among them."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
