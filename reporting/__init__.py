"""Dashboards and reports: only reads."""

from __future__ import annotations
