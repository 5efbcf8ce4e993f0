"""Secrets of this installation: made once, kept in var/ for the owner's eyes only."""

from __future__ import annotations

import base64
import os
import tempfile
from pathlib import Path

from runtime.places import VAR

_BYTES = 32  # a Fernet key is exactly 32 bytes in URL-safe base64; plenty for the others


def read_or_create(name: str, *, var: Path = VAR) -> str:
    """The secret kept in var/<name>; two first readers at the same time get the same one."""
    path = var / name
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        _create(path)
        return path.read_text().strip()


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # mkstemp gives mode 600. link() publishes a complete file, and loses to whoever was first.
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(base64.urlsafe_b64encode(os.urandom(_BYTES)) + b"\n")
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        os.unlink(draft)
