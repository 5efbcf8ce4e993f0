"""What monitoring decides: polling, intake, matching, judging, keeping and forgetting."""

from __future__ import annotations
