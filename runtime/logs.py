"""The programs' log files, followed together on one terminal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

LARGEST = 5 * 1024 * 1024


class Follower:
    """Reads what is added to a log file, also after the file was rotated away."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream: IO[bytes] | None = None
        self._rest = b""
        if path.exists():
            self._stream = path.open("rb")
            self._stream.seek(0, 2)

    def new_lines(self) -> list[str]:
        text = self._rest + self._read()
        *lines, self._rest = text.split(b"\n")
        return [line.decode(errors="replace").rstrip() for line in lines if line.strip()]

    def close(self) -> None:
        if self._stream:
            self._stream.close()

    def _read(self) -> bytes:
        text = self._stream.read() if self._stream else b""
        if not text and self._was_replaced():
            self.close()
            self._stream = self.path.open("rb")
            text = self._stream.read()
        return text

    def _was_replaced(self) -> bool:
        try:
            now = self.path.stat()
        except OSError:
            return False
        if self._stream is None:
            return True
        return os.fstat(self._stream.fileno()).st_ino != now.st_ino


def rotate(path: Path, *, limit: int = LARGEST) -> None:
    """Set a large log file aside, over the one before it; for programs that are about to start."""
    if path.exists() and path.stat().st_size > limit:
        path.replace(path.with_name(f"{path.name}.1"))


def tail(path: Path, count: int = 20) -> str:
    """The last lines of a log file, for a message about what went wrong."""
    try:
        lines = path.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-count:])
