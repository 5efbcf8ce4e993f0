"""`python -m benchmarks [P1 P3 … ROUTING]`: measure the product and hold it against its bars.

At the end stands a table of all bars, as they were measured in this run. The command ends with 1
when a floor is missed. What was measured last is in benchmarks/results/latest.json.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import figures, product

HERE = Path(__file__).resolve().parent
LATEST = HERE / "results" / "latest.json"
BUSY = 1.5  # the measurement itself keeps one core at work


def main(wanted: list[str]) -> int:
    found = _benchmarks()
    unknown = set(wanted) - set(found)
    if unknown:
        print(f"There is no {', '.join(sorted(unknown))}; there is {', '.join(found)}.")
        return 2
    print("Preparing an empty product …")
    results: dict[str, dict[str, Any]] = {}
    with product.installed():
        for name in wanted or list(found):
            results[name] = _measure(name, found[name])
            _keep(results)
    if _load() > BUSY:
        print(
            f"The machine was busy (load {_load():.1f} per core): only the ratios tell something."
        )
    print("\n" + figures.table(results))
    missed = [name for name, result in results.items() if not _passes(result)]
    print(f"Missed: {', '.join(missed)}." if missed else "No floor was missed.")
    return 1 if missed else 0


def _benchmarks() -> dict[str, str]:
    """Module by name, P2 before P10: benchmarks/p3_inbox.py is P3. The router comes last."""
    modules = [path.stem for path in HERE.glob("p[0-9]*_*.py")]
    names = {module.split("_")[0].upper(): f"benchmarks.{module}" for module in modules}
    in_order = dict(sorted(names.items(), key=lambda item: int(item[0][1:])))
    return {**in_order, "ROUTING": "benchmarks.routing.__main__"}


def _measure(name: str, path: str) -> dict[str, Any]:
    print(f"Measuring {name} …", flush=True)
    module = importlib.import_module(path)
    result = {"title": _title(module), **module.run()}
    print(figures.report(result), flush=True)
    return result


def _title(module: ModuleType) -> str:
    return (module.__doc__ or module.__name__).partition("\n")[0]


def _keep(results: dict[str, dict[str, Any]]) -> None:
    """Beside what was measured before, so that a run that is broken off keeps what it has."""
    LATEST.parent.mkdir(exist_ok=True)
    earlier = json.loads(LATEST.read_text()) if LATEST.exists() else {}
    LATEST.write_text(json.dumps(dict(sorted({**earlier, **results}.items())), indent=2) + "\n")


def _load() -> float:
    """Processes that wanted to run in the last minute, per core."""
    return os.getloadavg()[0] / (os.cpu_count() or 1)


def _passes(result: dict[str, Any]) -> bool:
    return all(figure.passes for figure in figures.figures(result))


if __name__ == "__main__":
    raise SystemExit(main([name.upper() for name in sys.argv[1:]]))
