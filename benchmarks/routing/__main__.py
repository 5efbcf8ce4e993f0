"""`python -m benchmarks.routing`: the demo's policy on the evaluation set."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks import product
from benchmarks.routing.figures import Judged, table

EVALUATION = Path(__file__).parent / "evaluation.jsonl"


def main() -> None:
    lines = [json.loads(line) for line in EVALUATION.read_text().splitlines()]
    with product.installed():
        judged = Judged([line["team"] for line in lines], _answers(lines))
    print(table(judged))
    print(f"macro-F1 {judged.macro_f1:.2f}, threats missed {judged.threats_missed}, ", end="")
    print(f"false alarms among the harmless {judged.false_alarms}")


def _answers(lines: list[dict[str, str]]) -> list[str]:
    # Django may only be imported once the throw-away product stands.
    from smportal.demo import college, listening, policy  # noqa: PLC0415
    from webcare.domain.rehearsal import Message, route  # noqa: PLC0415

    college.build()
    policy.build()
    listening.build()
    fields = ("id", "text", "author", "platform", "in_reply_to")
    messages = [Message(*(line[field] or "" for field in fields)) for line in lines]
    return [answer["team"] for answer in route(messages)]


if __name__ == "__main__":
    main()
