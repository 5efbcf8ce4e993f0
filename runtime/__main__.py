"""`python -m runtime run` and `python -m runtime stop`, the commands behind the Makefile."""

from __future__ import annotations

import os
import sys

from runtime import launcher
from runtime.terminal import give_up


def main(arguments: list[str]) -> None:
    match arguments:
        case ["run"]:
            launcher.run(port=_port(), demo=os.environ.get("SMPORTAL_DEMO", "1") != "0")
        case ["stop"]:
            launcher.stop()
        case _:
            give_up("say `python -m runtime run` or `python -m runtime stop`.")


def _port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        give_up(f"PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


if __name__ == "__main__":
    main(sys.argv[1:])
