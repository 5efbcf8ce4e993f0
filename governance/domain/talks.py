"""Conversations about a new tool, after figure 5: something to hide, and trust in who looks along.

Publication, chapter 6. Both are a number from 1 to 5; the middle counts as yes ("something",
"enough"), so that each talk has one corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from core import audit
from core.charts import Chart, quadrant
from governance.content.safety import CONVERSATION_CARD, PrivacyQuadrant, quadrant_for
from governance.domain import meantime
from governance.models import PrivacyAssessment, ToolTalk
from people.models import User

MIDDLE = 3
SCALE = (0.0, 5.5)
"""Wider than 1 to 5, so that a 3 stands clear of the line, on the side where it counts."""

TO_HIDE = (
    (1, gettext_lazy("nothing")),
    (2, gettext_lazy("hardly anything")),
    (3, gettext_lazy("something")),
    (4, gettext_lazy("quite a lot")),
    (5, gettext_lazy("very sensitive")),
)
TRUST = (
    (1, gettext_lazy("none")),
    (2, gettext_lazy("little")),
    (3, gettext_lazy("enough")),
    (4, gettext_lazy("much")),
    (5, gettext_lazy("full")),
)


def corner(to_hide: int, trust: int) -> PrivacyQuadrant:
    """The corner of figure 5 in which a tool comes."""
    return quadrant_for(something_to_hide=to_hide >= MIDDLE, trust=trust >= MIDDLE)


def figure(talks: Sequence[ToolTalk], title: str = "") -> Chart:
    """Where tools stand: trust to the right, something to hide upwards."""
    places = ((True, False), (True, True), (False, False), (False, True))
    names = [str(quadrant_for(something_to_hide=hide, trust=trust).name) for hide, trust in places]
    return quadrant.draw(
        title or _("Is privacy a concern?"),
        _("We trust who looks along"),
        _("There is something to hide"),
        (names[0], names[1], names[2], names[3]),
        [(talk.tool, talk.trust, talk.to_hide) for talk in talks],
        scale=SCALE,
    )


def answered(talk: ToolTalk) -> list[tuple[str, str, str]]:
    """The eight questions with why they are asked and what was said, in the reader's language."""
    return [
        (str(card.text), str(card.why), str(talk.answers.get(card.code, "")))
        for card in CONVERSATION_CARD
    ]


@transaction.atomic
def write(talk: ToolTalk, *, by: User, seen: str) -> ToolTalk:
    """Store a talk, new or changed. Raises `ChangedMeanwhile`."""
    is_new = talk.pk is None
    if is_new:
        talk.owner = by
    else:
        meantime.seen(talk, seen)
    talk.save()
    verb = gettext_noop("talked about a tool") if is_new else gettext_noop("changed the talk")
    audit.record(verb, talk, by=by, to_hide=talk.to_hide, trust=talk.trust, outcome=talk.outcome)
    return talk


@transaction.atomic
def remove(talk: ToolTalk, *, by: User) -> None:
    """Delete a talk; an assessment that came of it stays."""
    audit.record(gettext_noop("deleted the talk"), talk, by=by, tool=talk.tool)
    talk.delete()


@transaction.atomic
def start_assessment(talk: ToolTalk, *, by: User) -> PrivacyAssessment:
    """The draft assessment of this tool; a new one when there is none under way."""
    ToolTalk.objects.select_for_update().get(pk=talk.pk)
    under_way = talk.assessments.filter(state=PrivacyAssessment.State.DRAFT).first()
    if under_way:
        return under_way
    started = PrivacyAssessment.objects.create(title=talk.tool, talk=talk, owner=by)
    audit.record(gettext_noop("started a privacy assessment"), started, by=by, talk=talk.pk)
    return started


def year_after(day: date) -> date:
    """A year later: when to look again, unless somebody chooses."""
    return day + timedelta(days=365)
