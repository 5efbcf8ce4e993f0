"""News and blogs by RSS, Atom or JSON Feed."""

from __future__ import annotations
