"""The composition root: settings, addresses, the task app. No app imports it."""

from __future__ import annotations

from smportal.celery import app as celery_app

__all__ = ("celery_app",)
