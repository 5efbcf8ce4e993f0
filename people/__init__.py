"""Who works here: users, units, teams, roles, absence and substitutes."""

from __future__ import annotations
