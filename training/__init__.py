"""Courses, certificates, the mandate to post, and what colleagues know."""

from __future__ import annotations
