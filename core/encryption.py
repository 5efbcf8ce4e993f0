"""Secrets at rest: a JSON field that only the application can read.

Keys come from `FERNET_KEYS`: the first encrypts, all decrypt, so a key can be rotated live.
"""

from __future__ import annotations

import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


class UnreadableSecret(Exception):
    """The stored secret was encrypted with a key that we do not have."""


def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.FERNET_KEYS])


def encrypt(plain: str) -> str:
    """`plain` as text that only a holder of our keys can read."""
    return _fernet().encrypt(plain.encode()).decode()


def decrypt(secret: str) -> str:
    """The plain text again. Raises `UnreadableSecret` when none of our keys fits."""
    try:
        return _fernet().decrypt(secret.encode()).decode()
    except InvalidToken as error:
        raise UnreadableSecret("A stored secret does not fit any of our keys.") from error


class EncryptedJSONField(models.TextField[dict[str, str], dict[str, str]]):
    """A flat mapping of names to secrets. Never shown in lists, logs or exports."""

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else encrypt(json.dumps(value))

    def from_db_value(self, value: str | None, *_: Any) -> dict[str, str] | None:
        if value is None:
            return None
        plain: dict[str, str] = json.loads(decrypt(value))
        return plain

    def to_python(self, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value
