"""Pages of the live workshop: preparing, leading, taking part on a phone, looking back."""

from __future__ import annotations
