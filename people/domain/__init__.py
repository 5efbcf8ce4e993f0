"""What the people app decides: absence and substitutes, office hours, the accounts of the demo."""

from __future__ import annotations
