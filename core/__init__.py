"""What every app stands on: audit trail, outbox row, working hours, search queries."""

from __future__ import annotations
