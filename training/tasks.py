"""When training does something by itself; each task asks the domain what is due."""

from __future__ import annotations
