"""What governance has waiting for a person: one file per subject, asked by `people`."""

from __future__ import annotations
