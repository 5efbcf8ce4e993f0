"""The life of a built-in survey: draft, open, closed; and its results as figures of use.

Nobody can be found back in it: an answer has a random key and no moment, results are shown only
after closing and from five answers on, and what has shown results is not opened again, because the
difference between two results would tell what the late ones said (docs/decisions/0024).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import survey_results
from governance.domain.survey_answers import Answers
from governance.domain.survey_results import FEWEST, Results
from governance.models import AudienceUse, PlatformSurvey, SurveyResponse
from people.models import User

State = PlatformSurvey.State


class WrongState(Exception):
    """The survey is not in a state in which this can be done."""


@transaction.atomic
def create(*, by: User, fields: Mapping[str, Any]) -> PlatformSurvey:
    """Store a new survey as a draft."""
    made = PlatformSurvey.objects.create(owner=by, **dict(fields))
    audit.record(gettext_noop("made a survey"), made, by=by)
    return made


@transaction.atomic
def change(survey: PlatformSurvey, *, by: User, fields: Mapping[str, Any]) -> PlatformSurvey:
    """Change a draft; once it was open, its questions stay as they were asked."""
    current = _locked(survey)
    if current.state != State.DRAFT:
        raise WrongState
    for name, value in fields.items():
        setattr(current, name, value)
    current.save()
    audit.record(gettext_noop("changed a survey"), current, by=by, fields=sorted(fields))
    return current


@transaction.atomic
def start(survey: PlatformSurvey, *, by: User) -> PlatformSurvey:
    """Open a draft, or one that was closed before it had enough answers to show."""
    current = _locked(survey)
    if not may_open(current):
        raise WrongState
    current.state = State.OPEN
    current.opened_at = current.opened_at or now()
    current.closed_at = None
    current.save()
    audit.record(gettext_noop("opened a survey"), current, by=by)
    return current


def may_open(survey: PlatformSurvey) -> bool:
    if survey.state == State.CLOSED:
        return survey.responses.count() < FEWEST
    return survey.state == State.DRAFT


@transaction.atomic
def close(survey: PlatformSurvey, *, by: User) -> PlatformSurvey:
    """Close an open survey; its results become figures of use, instead of those of last time."""
    current = _locked(survey)
    if current.state != State.OPEN:
        raise WrongState
    current.state = State.CLOSED
    current.closed_at = now()
    current.save()
    found = survey_results.tally(current)
    _publish(current, found)
    audit.record(gettext_noop("closed a survey"), current, by=by, answers=found.respondents)
    return current


@transaction.atomic
def delete(survey: PlatformSurvey, *, by: User) -> None:
    """Take away a survey that was never open."""
    current = _locked(survey)
    if current.state != State.DRAFT:
        raise WrongState
    audit.record(gettext_noop("deleted a survey"), current, by=by, title=current.title)
    current.delete()


def answer(survey: PlatformSurvey, answers: Answers) -> None:
    """Keep the answers of somebody. Raises `WrongState` when the survey is not open (any more)."""
    with transaction.atomic():
        current = PlatformSurvey.objects.select_for_update(of=("self",), no_key=True)
        if current.get(pk=survey.pk).state != State.OPEN:
            raise WrongState
        SurveyResponse.objects.create(survey=survey, answers=answers.row())


def _publish(survey: PlatformSurvey, found: Results) -> None:
    assert survey.closed_at is not None  # noqa: S101 - says so to the type checker
    AudienceUse.objects.filter(survey=survey).delete()
    AudienceUse.objects.bulk_create(
        AudienceUse(
            audience_id=survey.audience_id,
            survey=survey,
            platform=row.platform,
            frequency=frequency,
            percent=percent,
            users=users,
            respondents=row.asked,
            year=survey.closed_at.year,
            source=survey.title,
        )
        for row in found.rows
        if row.is_shown
        for frequency, users, percent in (
            (AudienceUse.Frequency.DAILY, row.daily, row.daily_percent),
            (AudienceUse.Frequency.WEEKLY, row.at_least_weekly, row.weekly_percent),
        )
    )


def _locked(survey: PlatformSurvey) -> PlatformSurvey:
    return PlatformSurvey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
