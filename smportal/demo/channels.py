"""The demo's audiences, a survey that was held, and the channels the college chose and left."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.timezone import localdate

from core.clock import now
from governance.content.survey import purposes_for
from governance.domain import audiences, channel_closing, surveys
from governance.models import (
    Audience,
    ChannelChoice,
    ChannelScore,
    Goal,
    PlatformSurvey,
    SurveyResponse,
)
from people.models import User
from smportal.demo.college import person

State = ChannelChoice.State
RESPONDENTS = 180
TITLE = "Welke platforms gebruik jij?"

# Share that uses it every day and every week, and that wants the college there.
HABITS = {
    "instagram": (0.74, 0.14, 0.52),
    "tiktok": (0.66, 0.13, 0.24),
    "youtube": (0.58, 0.30, 0.18),
    "Snapchat": (0.71, 0.11, 0.06),
    "WhatsApp": (0.92, 0.06, 0.31),
    "facebook": (0.09, 0.17, 0.05),
    "x": (0.06, 0.09, 0.04),
    "mastodon": (0.01, 0.02, 0.01),
    "linkedin": (0.03, 0.12, 0.10),
}
NOT_WANTED = (
    "Grappig doen op TikTok.",
    "Mij privé een bericht sturen.",
    "Foto’s van ons plaatsen zonder te vragen.",
    "Roosterwijzigingen alleen op Instagram zetten. Dat hoort in de app.",
    "Op Snapchat gaan. Dat is van ons.",
)
GOOD_EXAMPLES = (
    "De brandweer: eerlijk en soms grappig.",
    "Een kapper uit Hoorn die laat zien hoe het moet.",
    "De bibliotheek, die geeft altijd antwoord.",
)


class Choice(NamedTuple):
    """A channel of the demo; `scores` by audience: there, expected, open enough."""

    platform: str
    name: str
    state: State
    hours: str
    owner: str
    reason: str
    scores: dict[str, tuple[int, int, int]]


CHOICES = (
    Choice(
        "x", "@rocdewaterlanden", State.CHOSEN, "3", "chris",
        "Hier volgen pers, politiek en de buurt ons, en hier horen we snel wat er speelt. "
        "Wie ons iets vraagt, krijgt binnen een werkdag antwoord.",
        {"media": (3, 3, 3), "community": (2, 2, 3), "students": (1, 0, 2), "employees": (2, 1, 2)},
    ),
    Choice(
        "facebook", "ROC De Waterlanden", State.CHOSEN, "3", "chris",
        "Ouders en oud-studenten vinden ons hier. We kondigen open dagen aan en beantwoorden "
        "vragen onder onze berichten.",
        {"parents": (3, 2, 3), "alumni": (2, 2, 3), "community": (3, 2, 3), "students": (1, 0, 2)},
    ),
    Choice(
        "mastodon", "@waterlanden", State.CHOSEN, "1.5", "chris",
        "Collega’s van andere scholen delen hier lesmateriaal. We staan op een server van het "
        "onderwijs, zonder reclame.",
        {"employees": (2, 2, 3), "media": (1, 1, 3)},
    ),
    Choice(
        "instagram", "@rocdewaterlanden", State.CHOSEN, "5", "marieke",
        "Drie van de vier studenten kijken hier elke dag. Studenten laten zelf zien hoe hun "
        "opleiding is.",
        {"prospective_students": (3, 3, 3), "students": (3, 3, 2), "parents": (1, 1, 2)},
    ),
    Choice(
        "tiktok", "", State.CONSIDERED, "6", "marieke",
        "Toekomstige studenten zitten hier veel. Eerst de privacycheck doen.",
        {"prospective_students": (3, 2, 1), "students": (3, 1, 1)},
    ),
    Choice(
        "Snapchat", "", State.DECLINED, "0", "marieke",
        "Studenten zijn er, maar willen ons daar niet: in de vragenlijst wenste 6% ons hier.",
        {"students": (3, 0, 0)},
    ),
    Choice(
        "flickr", "ROC De Waterlanden", State.CHOSEN, "0.5", "chris",
        "Ons fotoarchief voor de pers.",
        {"media": (1, 1, 2)},
    ),
    Choice(
        "Hyves", "rocdewaterlanden.hyves.nl", State.CLOSED, "0", "chris",
        "Hier zaten in 2009 bijna al onze studenten.",
        {"students": (3, 2, 1)},
    ),
)  # fmt: skip


def build() -> None:
    """Audiences, examples, the survey and the choices; safe to run twice."""
    audiences.ensure_standard()
    _survey()
    for choice in CHOICES:
        _choose(choice)


def _survey() -> None:
    if PlatformSurvey.objects.filter(title=TITLE).exists():
        return
    marieke = person("marieke")
    survey = surveys.create(
        by=marieke,
        fields={
            "title": TITLE,
            "audience": Audience.objects.get(code="students"),
            "platforms": list(HABITS),
        },
    )
    surveys.start(survey, by=marieke)
    chance = random.Random(2012)  # noqa: S311 - the same survey in each demo
    SurveyResponse.objects.bulk_create(
        SurveyResponse(survey=survey, answers=_answers(chance)) for _ in range(RESPONDENTS)
    )
    surveys.close(survey, by=marieke)


def _answers(chance: random.Random) -> dict[str, Any]:
    """What one made-up student answers."""
    use = {}
    for platform, (daily, weekly, _) in HABITS.items():
        luck = chance.random()
        use[platform] = "daily" if luck < daily else "weekly" if luck < daily + weekly else "never"
    used = [platform for platform, often in use.items() if often != "never"]
    wished = [one for one, (_, _, wish) in HABITS.items() if chance.random() < wish][:3]
    found: dict[str, Any] = {
        "use": use,
        "private_use": {one: _some(chance, "private") for one in used},
        "school_use": {one: _some(chance, "school") for one in used if chance.random() < 0.4},
        "wished_channels": {one: _some(chance, "college") for one in wished},
    }
    if chance.random() < 0.2:
        found["not_wanted"] = chance.choice(NOT_WANTED)
    if chance.random() < 0.1:
        found["good_example"] = chance.choice(GOOD_EXAMPLES)
    return found


def _some(chance: random.Random, setting: Any) -> list[str]:
    codes = [one.code for one in purposes_for(setting)]
    return chance.sample(codes, chance.choice((1, 1, 2, 3)))


def _choose(told: Choice) -> None:
    if ChannelChoice.objects.filter(platform=told.platform, name=told.name).exists():
        return
    anja, is_past = person("anja"), told.state == State.CLOSED
    choice = ChannelChoice.objects.create(
        platform=told.platform,
        name=told.name,
        state=told.state,
        reason=told.reason,
        hours_per_week=Decimal(told.hours),
        owner=person(told.owner),
        decided_by=None if told.state == State.CONSIDERED else anja,
        decided_at=datetime(2013, 12, 1, 11, tzinfo=UTC) if is_past else now(),
        close_date=date(2013, 12, 1) if is_past else None,
        closing_reason="Hyves hield zelf op als netwerk." if is_past else "",
    )
    found = {one.code: one for one in Audience.objects.all()}
    ChannelScore.objects.bulk_create(
        ChannelScore(choice=choice, audience=found[code], present=a, expects=b, openness=c)
        for code, (a, b, c) in told.scores.items()
    )
    choice.goals.set(Goal.objects.under_way().filter(domain="communication")[:1])
    if told.platform == "flickr":
        _leave(choice, anja)


def _leave(choice: ChannelChoice, anja: User) -> None:
    """Under way: announced and pointing the way."""
    day = localdate(now()) + timedelta(days=21)
    reason = "Bijna niemand kijkt er meer; de pers vraagt foto’s op per mail."
    left = channel_closing.start(
        choice, edition=choice.edition, by=anja, close_date=day, reason=reason
    )
    chris = person("chris")
    for code, note in (("announce", "Bericht geplaatst en vastgezet"), ("point_the_way", "")):
        channel_closing.settle(left, code, is_done=True, note=note, by=chris)
