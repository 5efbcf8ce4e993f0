"""Codes on paper and keys in a cookie; of both only a digest is kept."""

from __future__ import annotations

import secrets

from django.utils.crypto import salted_hmac

# Without what looks alike on paper: 0 and O, 1, I and L, U and V.
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
GROUP_OF = 4


def new_code() -> str:
    """A code that somebody can type: "K7QM-2XWB-9RTA"."""
    return _random(3)


def new_key() -> str:
    """The key of a form: longer, because it opens answers."""
    return _random(4)


def _random(groups: int) -> str:
    return tidy("".join(secrets.choice(LETTERS) for _ in range(groups * GROUP_OF)))


def new_token() -> str:
    """The last part of the address of a group."""
    return "".join(secrets.choice(LETTERS) for _ in range(10)).lower()


def tidy(typed: str) -> str:
    """A code as it was handed out, however somebody typed it."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    return "-".join(signs[place : place + GROUP_OF] for place in range(0, len(signs), GROUP_OF))


def digest(secret: str) -> str:
    """What is kept of a code or key. Keyed, so that the table alone cannot be guessed back."""
    return salted_hmac("governance.rounds", tidy(secret), algorithm="sha256").hexdigest()
