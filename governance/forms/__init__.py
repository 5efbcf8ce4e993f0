"""Well-formed input about governance: one file per subject."""

from __future__ import annotations
