"""Where things lie on disk. Everything that is made while running lives under var/."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("SMPORTAL_VAR") or ROOT / "var").resolve()

# The longest Unix socket path that both Linux (107) and macOS (103) accept.
LONGEST_SOCKET_PATH = 103
