"""Who works here: the list, and the one way in which a file or a program of HR changes it.

`reading` makes rows of a file, `records` understands a row, `comparing` holds records against the
people there are, `applying` does what the comparison says. `imports` and the API are built on it.
"""

from __future__ import annotations
