"""Courses, certificates, mandates and the knowledge base."""

from __future__ import annotations
