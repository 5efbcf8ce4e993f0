"""What of governance waits for a person: one file per subject, asked by people.domain.waiting."""

from __future__ import annotations
