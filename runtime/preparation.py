"""What has to be true before the first page can be served: tables, texts, static files, demo."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping

from runtime import catalogues, stamps
from runtime.places import ROOT, VAR
from runtime.terminal import give_up, say


def prepare(environment: Mapping[str, str], *, demo: bool) -> None:
    """Run the steps that are needed; the others cost nothing."""
    catalogues.compile_stale()
    _collect_static(environment)
    _manage(environment, "migrate", "--noinput", "--verbosity=0")
    if demo:
        _manage(environment, "demo")


def demo_accounts(environment: Mapping[str, str]) -> str:
    """Who can sign in to the demo institution, as text for people."""
    command = [sys.executable, str(ROOT / "manage.py"), "demo", "--accounts"]
    done = subprocess.run(command, env=dict(environment), cwd=ROOT, capture_output=True, text=True)
    return done.stdout.rstrip() if done.returncode == 0 else ""


def _collect_static(environment: Mapping[str, str]) -> None:
    sources = [ROOT / "static", ROOT / "package-lock.json", ROOT / "requirements.txt"]
    stamp, value = VAR / "run" / "static.stamp", stamps.digest(sources)
    if not stamps.is_fresh(stamp, value) or not (VAR / "static").exists():
        _manage(environment, "collectstatic", "--noinput", "--clear", "--verbosity=0")
        stamps.write(stamp, value)


def _manage(environment: Mapping[str, str], *arguments: str) -> None:
    say(f"  {arguments[0]} …")
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    if subprocess.run(command, env=dict(environment), cwd=ROOT).returncode != 0:
        give_up(f"`manage.py {arguments[0]}` failed; its message is above.")
