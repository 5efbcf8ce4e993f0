"""How good the router's judgement is, on messages that nobody tuned it on.

The set and the figures stand in `webcare/domain/judgement`; never train or tune on it.
`python -m benchmarks.routing` measures, and says with `--wrong` which messages went wrong (reading
those and changing something is tuning: then a new set must be written).
"""

from __future__ import annotations
