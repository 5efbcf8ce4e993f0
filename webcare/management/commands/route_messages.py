from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand

from webcare.domain import rehearsal
from webcare.domain.rehearsal import Message


class Unreadable(ValueError):
    """A line that is no message; the text says what is wrong with it."""


class Command(BaseCommand):
    help = (
        "Route messages without side effects: JSON Lines in "
        '({"id", "text", "author", "platform", "in_reply_to"}), JSON Lines out, in the same order.'
    )

    def handle(self, *args: Any, **options: Any) -> None:
        lines = list(_read(sys.stdin.buffer))
        messages = [message for message in lines if isinstance(message, Message)]
        routed = rehearsal.route(messages)
        for line in lines:
            answer = next(routed) if isinstance(line, Message) else line
            self.stdout.write(json.dumps(answer, ensure_ascii=False))


def _read(lines: Iterable[bytes]) -> Iterator[Message | dict[str, Any]]:
    """A message for each line, or the answer that says what is wrong with it."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        fields: Any = None
        try:
            fields = json.loads(line.decode("utf-8-sig"))
            yield _message(fields, number)
        except (ValueError, RecursionError) as error:
            known = fields.get("id") if isinstance(fields, dict) else None
            yield {"id": known if known is not None else f"line {number}", "error": str(error)}


def _message(fields: Any, number: int) -> Message:
    if not isinstance(fields, dict):
        raise Unreadable("This line is not a JSON object.")
    text = fields.get("text")
    if not isinstance(text, str):
        raise Unreadable("This message has no text.")
    found = fields.get("id")
    return Message(
        id=str(found if found is not None else f"line {number}"),
        text=text,
        author=_word(fields, "author"),
        platform=_word(fields, "platform"),
        in_reply_to=_word(fields, "in_reply_to"),
    )


def _word(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if isinstance(value, (str, int)):
        return str(value)
    raise Unreadable(f"The field {name} is not a text.")
