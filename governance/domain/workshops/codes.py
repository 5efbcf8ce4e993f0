"""The code by which phones come in: six signs, none of which looks like another."""

from __future__ import annotations

import secrets

from governance.models import Workshop

# Without 0/O, 1/I/L, 2/Z, 5/S, 8/B and U/V: 24 signs, 191 million codes.
SIGNS = "ACDEFGHJKMNPQRTVWXY34679"
LENGTH = 6


def new() -> str:
    """A code that no workshop has."""
    while True:
        code = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
        if not Workshop.objects.filter(code=code).exists():
            return code


def tidy(typed: str) -> str:
    """As somebody types it on a phone: small letters, spaces, a dash."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())[:LENGTH]
