"""What the reports read: plain functions over every other app, which change nothing."""

from __future__ import annotations
