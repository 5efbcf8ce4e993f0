"""Rounds of the questionnaire: composing, answering without a name, and what the answers say.

`composing`, `life` and `inviting` are for those who hold a round, `answering` for those who fill
it in. `mixing` and `veil` keep the promise of anonymity (docs/decisions/0016): the first in the
tables, the second in the report. Everything after the veil only sees what may be seen.
"""

from __future__ import annotations
