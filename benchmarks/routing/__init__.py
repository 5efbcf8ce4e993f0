"""How good the router's judgement is, on messages that nobody tuned it on.

`evaluation.jsonl` was written apart from rules and word lists, and read a second time by somebody
who did not see its labels. Never train or tune on it. `python -m benchmarks.routing` measures.
"""

from __future__ import annotations
