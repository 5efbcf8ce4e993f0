"""Findings of a report as sentences, the same on the page and on paper."""

from __future__ import annotations

from django.utils.translation import gettext as _

from governance.domain.rounds.change import Change
from governance.domain.rounds.figures import BlockFigures, Difference
from governance.domain.rounds.inviting import Turnout
from governance.domain.rounds.talking import decimal, group_name


def apart(found: Difference | None) -> str:
    """Who scores higher than whom."""
    if found is None:
        return ""
    return _("%(high)s score %(size)s higher than %(low)s.") % {
        "high": group_name(found.high).capitalize(),
        "low": group_name(found.low),
        "size": decimal(found.size),
    }


def of_block(figures: BlockFigures) -> str:
    """The spread first, then the difference, then the mean."""
    if figures.mean is None:
        return _("Too few answers to show anything.")
    score = _("Mean of the groups: %(score)s of 5.") % {"score": decimal(figures.mean)}
    return " ".join(
        part for part in (_inner_spread(figures), apart(figures.difference), score) if part
    )


def _inner_spread(figures: BlockFigures) -> str:
    split = sorted({group for item in figures.items for group in item.divided})
    if not split:
        return ""
    names = ", ".join(group_name(group) for group in split)
    return _("Divided among themselves: %(groups)s.") % {"groups": names}


def signed(value: float) -> str:
    """ "+0,4" or "−0,4"."""
    size = decimal(abs(value))
    if size == decimal(0):
        return size
    return f"{'+' if value > 0 else '−'}{size}"


def of_change(change: Change) -> str:
    """Whether a change means something."""
    if change.is_noise:
        return _("may be chance")
    return _("higher than before") if change.size > 0 else _("lower than before")


def answered(turnout: Turnout) -> str:
    return str(turnout.answered) if turnout.answered is not None else _("fewer than five")


def rate(turnout: Turnout) -> str:
    return f"{turnout.percent} %" if turnout.percent is not None else "–"
