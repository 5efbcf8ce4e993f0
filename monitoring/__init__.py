"""What is said about us, and how our channels do."""

from __future__ import annotations
