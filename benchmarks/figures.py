"""A figure, its two bars, and how they are told to people.

A benchmark's `run()` gives one figure as a dictionary: value, floor (must), aim (wanted), better
("higher" or "lower") and detail. `also` may hold more figures of the same form, by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: float
    floor: float
    aim: float
    better: str

    @property
    def passes(self) -> bool:
        return self._reaches(self.floor)

    @property
    def verdict(self) -> str:
        if not self.passes:
            return f"MISSES the floor by {self._short_of(self.floor)}"
        if not self._reaches(self.aim):
            return f"passes; {self._short_of(self.aim)} short of the aim"
        return "reaches the aim"

    def __str__(self) -> str:
        sign = ">=" if self.better == "higher" else "<="
        bars = f"floor {sign} {self.floor:<8g} aim {sign} {self.aim:<8g}"
        return f"{self.name:<34} {self.value:>9g}   {bars} {self.verdict}"

    def _reaches(self, bar: float) -> bool:
        return self.value >= bar if self.better == "higher" else self.value <= bar

    def _short_of(self, bar: float) -> str:
        return f"{abs(self.value - bar) / bar:.0%}" if bar else f"{abs(self.value - bar):g}"


def bar(value: float, floor: float, aim: float, better: str) -> dict[str, Any]:
    """A measured value with its bars, as the dictionary of a figure begins."""
    return {"value": round(value, 3), "floor": floor, "aim": aim, "better": better}


def p95(times: Sequence[float]) -> float:
    return quantile(times, 0.95)


def quantile(times: Sequence[float], share: float) -> float:
    """The value below which `share` of `times` lies."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def spread(times: Sequence[float], digits: int = 2) -> dict[str, float]:
    """The median and the slow end of `times`."""
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    return {name: round(quantile(times, share), digits) for name, share in shares.items()}


def figures(result: dict[str, Any]) -> Iterator[Figure]:
    """The main figure of a benchmark and those beside it."""
    for name, part in {"value": result, **result.get("also", {})}.items():
        yield Figure(name, part["value"], part["floor"], part["aim"], part["better"])


def report(result: dict[str, Any]) -> str:
    """What one benchmark found, for the terminal."""
    lines = [
        result["title"],
        *(f"  {figure}" for figure in figures(result)),
        *_detail(result["detail"]),
    ]
    return "\n".join(lines)


def table(results: Mapping[str, dict[str, Any]]) -> str:
    """Every bar of every benchmark, one to a line."""
    lines = [f"{'measured':>54} {'floor':>8} {'aim':>8}"]
    for result in results.values():
        lines.append(result["title"])
        for figure in figures(result):
            bars = f"{figure.value:>9g} {figure.floor:>8g} {figure.aim:>8g}"
            lines.append(f"  {figure.name:<42} {bars}  {figure.verdict}")
    return "\n".join(lines)


def _detail(detail: dict[str, Any], indent: str = "    ") -> Iterator[str]:
    for name, value in detail.items():
        if isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _detail(value, indent + "  ")
        else:
            yield f"{indent}{name}: {value}"
