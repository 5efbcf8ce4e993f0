"""Buttons under a form stand alike everywhere: what it is for comes first, the way back last."""

from __future__ import annotations

import re

from tests.test_architecture import templates

ACTIONS = re.compile(r'<div class="form-actions[^"]*">(.*?)</div>', re.DOTALL)
CONTROL = re.compile(r"<(?:a|button)\b[^>]*>.*?</(?:a|button)>", re.DOTALL)
CANCEL = '{% translate "Cancel" %}'


def rows() -> list[tuple[str, list[str]]]:
    return [
        (name, controls)
        for name, source in templates().items()
        for actions in ACTIONS.findall(source)
        if (controls := CONTROL.findall(actions))
    ]


def test_the_main_action_stands_first_and_cancel_last() -> None:
    for name, controls in rows():
        main = [number for number, one in enumerate(controls) if "btn-primary" in one]
        cancel = [number for number, one in enumerate(controls) if CANCEL in one]

        assert not main or main[0] == 0, name
        assert not cancel or cancel == [len(controls) - 1], name
