"""What the person who typed `make run` sees."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import NoReturn


def say(text: str) -> None:
    """Print a line; where the terminal is gone there is no reader, and the work goes on."""
    with suppress(OSError):
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


def give_up(text: str) -> NoReturn:
    """End with a message in plain words instead of a traceback."""
    sys.stderr.write(f"\nSMPortal: {text}\n")
    raise SystemExit(1)
