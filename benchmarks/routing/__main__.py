"""Routing: the demo's policy and the built-in judgement on the evaluation set."""

from __future__ import annotations

import sys
from typing import Any

from benchmarks import product
from benchmarks.figures import bar


def run(*, say_wrong: bool = False) -> dict[str, Any]:
    """Measure the whole way of a message: rules first, then the judgement."""
    # Django may only be imported once the throw-away product stands.
    from governance.models.routing import Threat  # noqa: PLC0415
    from webcare.domain.judgement import evaluation  # noqa: PLC0415
    from webcare.domain.judgement.figures import Judged, table  # noqa: PLC0415

    lines = evaluation.lines()
    answers = _answers(lines)
    judged = Judged([line["team"] for line in lines], [answer["team"] for answer in answers])
    tones = Judged(
        [line["sentiment"] for line in lines],
        [answer["sentiment"] for answer in answers],
        evaluation.TONES,
    )
    print(table(judged))
    warned = [answer["threat"] != Threat.NONE for answer in answers]
    unseen = sum(
        line["team"] == "crisis" and not seen for line, seen in zip(lines, warned, strict=True)
    )
    if say_wrong:
        _say_wrong(lines, answers)
    return {
        **bar(round(judged.macro_f1, 3), 0.85, 0.90, "higher"),
        "also": {
            "threats that nobody was warned of": bar(unseen, 0, 0, "lower"),
            "false alarms in a hundred harmless": bar(judged.false_alarms, 1, 1, "lower"),
            "tone, macro-F1": bar(round(tones.macro_f1, 3), 0.65, 0.75, "higher"),
        },
        "detail": {
            "messages": len(lines),
            "F1": {one.label: round(one.f1, 3) for one in judged.classes()},
            "threats that did not reach the crisis team": judged.threats_missed,
            "unsure, shown to a person": sum(answer["unsure"] for answer in answers),
            "right when sure": _right_when_sure(lines, answers),
        },
    }


def _right_when_sure(lines: list[dict[str, Any]], answers: list[dict[str, Any]]) -> float:
    sure = [
        line["team"] == answer["team"]
        for line, answer in zip(lines, answers, strict=True)
        if not answer["unsure"]
    ]
    return round(sum(sure) / len(sure), 3) if sure else 0.0


def _say_wrong(lines: list[dict[str, Any]], answers: list[dict[str, Any]]) -> None:
    for line, answer in zip(lines, answers, strict=True):
        if line["team"] != answer["team"]:
            print(f"{line['team']:>7} → {answer['team']:<7} {line['text'][:150]}")
            print(f"{'':18}{' '.join(answer['reasons'])[:150]}")


def _answers(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from people.models import Institution  # noqa: PLC0415
    from smportal.demo import college, listening, policy  # noqa: PLC0415
    from webcare.domain.rehearsal import Message, route  # noqa: PLC0415

    if not Institution.objects.exists():
        college.build()
        policy.build()
        listening.build()
    fields = ("id", "text", "author", "platform", "in_reply_to")
    return list(route([Message(*(line[field] or "" for field in fields)) for line in lines]))


def main() -> None:
    with product.installed():
        result = run(say_wrong="--wrong" in sys.argv)
    print(result)


if __name__ == "__main__":
    main()
