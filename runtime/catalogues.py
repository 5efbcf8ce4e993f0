"""Translations as Django reads them: a .mo beside each .po, made by Babel instead of GNU gettext.

Imports no Django and costs next to nothing when nothing changed, so it runs before every start
and every test run. `python -m runtime.catalogues` does it by hand.
"""

from __future__ import annotations

import os
from pathlib import Path

from runtime.places import ROOT


def compile_stale(locale: Path = ROOT / "locale") -> list[Path]:
    """Compile each .po that is newer than its .mo; returns the files that were written."""
    return [_compile(source) for source in sorted(locale.rglob("*.po")) if _is_stale(source)]


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compile(source: Path) -> Path:
    # Only here, because every start imports this module and few have something to compile.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = source.with_suffix(".mo")
    # Written aside and then moved: a program that starts at the same time reads a whole file.
    aside = compiled.with_suffix(f".{os.getpid()}")
    with source.open("rb") as text, aside.open("wb") as binary:
        write_mo(binary, read_po(text, abort_invalid=True))
    aside.replace(compiled)
    return compiled


if __name__ == "__main__":
    compile_stale()
