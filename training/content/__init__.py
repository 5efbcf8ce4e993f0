"""Texts that come along, in both languages (docs/decisions/0013)."""
