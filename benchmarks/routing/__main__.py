"""Routing: the demo's policy and the built-in judgement on the evaluation set."""

from __future__ import annotations

import sys
from typing import Any

from benchmarks import product
from benchmarks.figures import bar


def run(*, say_wrong: bool = False) -> dict[str, Any]:
    """Measure the whole way of a message, rules first and then the judgement.

    The figure is that of the fresh set, on which nothing was chosen; the other stands beside it.
    """
    # Django may only be imported once the throw-away product stands.
    from webcare.domain.judgement import evaluation  # noqa: PLC0415

    known = _measure(evaluation.lines(), "the evaluation set", say_wrong=say_wrong)
    fresh = _measure(evaluation.lines(evaluation.FRESH), "the fresh set", say_wrong=say_wrong)
    return {
        **bar(fresh["macro-F1"], 0.85, 0.90, "higher"),
        "also": {
            "threats nobody is warned of": bar(fresh["threats unseen"], 0, 0, "lower"),
            "false alarms, share of the harmless": bar(fresh["false alarms"], 0.02, 0.01, "lower"),
            "tone, macro-F1": bar(fresh["tone"], 0.65, 0.75, "higher"),
            "evaluation set, macro-F1": bar(known["macro-F1"], 0.85, 0.90, "higher"),
            "evaluation set, threats unseen": bar(known["threats unseen"], 0, 0, "lower"),
        },
        "detail": {"fresh set": fresh, "evaluation set": known},
    }


def _measure(lines: list[dict[str, Any]], name: str, *, say_wrong: bool) -> dict[str, Any]:
    from governance.models.routing import Threat  # noqa: PLC0415
    from webcare.domain.judgement import evaluation  # noqa: PLC0415
    from webcare.domain.judgement.figures import Judged, table  # noqa: PLC0415

    answers = _answers(lines)
    pairs = list(zip(lines, answers, strict=True))
    judged = Judged([line["team"] for line in lines], [answer["team"] for answer in answers])
    tones = Judged(
        [line["sentiment"] for line in lines],
        [answer["sentiment"] for answer in answers],
        evaluation.TONES,
    )
    print(f"{name}: {len(lines)} messages\n{table(judged)}")
    if say_wrong:
        _say_wrong(lines, answers)
    harmless = [answer for line, answer in pairs if line["team"] == "none"]
    threats = [answer for line, answer in pairs if line["team"] == "crisis"]
    return {
        "macro-F1": round(judged.macro_f1, 3),
        "tone": round(tones.macro_f1, 3),
        "threats": len(threats),
        "threats not at the crisis team": judged.threats_missed,
        "threats unseen": sum(answer["threat"] == Threat.NONE for answer in threats),
        "false alarms": round(judged.false_alarms / len(harmless), 3),
        "harmless that a person must look at": sum(
            answer["threat"] != Threat.NONE for answer in harmless
        ),
        "unsure": round(sum(answer["unsure"] for answer in answers) / len(answers), 3),
        "right when sure": _right_when_sure(lines, answers),
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
