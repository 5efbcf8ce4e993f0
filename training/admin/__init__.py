"""The admin site of training: one file per subject."""

from __future__ import annotations

from training.admin import enrolment

__all__ = ["enrolment"]
