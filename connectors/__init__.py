"""The platforms, as plain Python: what a platform says becomes a `Post`, what we say a call.

Nothing here knows Django, the database or the queue. See docs/connectors.md.
"""

from __future__ import annotations
