"""The admin site of training: one file per subject."""

from __future__ import annotations

from training.admin import courses, devices, enrolment, growth, knowledge, trainers

__all__ = ["courses", "devices", "enrolment", "growth", "knowledge", "trainers"]
