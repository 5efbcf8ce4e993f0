"""Where somebody stands with the mandate to post, in their own language: held or not, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.formats import get_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.clock import now
from governance.domain import acknowledgements
from governance.domain import mandates as asked_by_policy
from governance.domain.clause_settings import APPROVED_POSTS, NEEDS_ACKNOWLEDGEMENT, NEEDS_COURSE
from governance.domain.clauses import Standing as Clause
from governance.domain.mandates import Requirements
from governance.models import Acknowledgement
from people.models import User
from training.domain import mandates
from training.domain.mandates import CONFIRM, COURSE, POSTS, Facts
from training.models import Certificate, Course, MandateState

Why = MandateState.Why


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked: whether it is met, what shows that, and where one does it."""

    code: str
    label: str
    is_met: bool
    sentence: str
    clause: Link
    evidence: Link | None = None
    act: Link | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether somebody has the mandate, one sentence that tells why not or until when, and the
    conditions."""

    held: bool
    sentence: str
    conditions: list[Condition]
    until: date | None = None
    asks_nothing: bool = False

    @property
    def next_step(self) -> Link | None:
        return next((one.act for one in self.conditions if not one.is_met), None)


def standing(user: User, day: date | None = None) -> Standing:
    """Where `user` stands today. Five queries at most."""
    day = day or localdate(now())
    clauses = asked_by_policy.standings()
    asked = asked_by_policy.asked(clauses)
    if asked.asks_nothing:
        words = _("No rule in force asks anything for it: you have the mandate to post.")
        return Standing(True, words, [], asks_nothing=True)
    facts = mandates.facts_of(user, asked)
    conditions = list(_conditions(user, asked, clauses, facts, day))
    held = all(one.is_met for one in conditions)
    until = next((one.until for one in conditions if one.until), None)
    if not held:
        return Standing(False, told(*why_not(user, asked, facts, day)), conditions)
    return Standing(True, _held(asked, until), conditions, until)


def _held(asked: Requirements, until: date | None) -> str:
    """What one has it by, and what would end it."""
    words = [_("You did everything that is asked for it.")]
    if until:
        words.append(
            _("It runs until %(day)s: then your certificate expires.") % {"day": on_paper(until)}
        )
    if asked.to_confirm:
        policy = {"policy": asked.to_confirm.policy.title}
        words.append(_("If “%(policy)s” changes, confirm it again to keep it.") % policy)
    return " ".join(words)


def _conditions(
    user: User,
    asked: Requirements,
    clauses: Mapping[str, Clause],
    facts: Facts,
    day: date,
) -> Iterator[Condition]:
    if asked.to_confirm:
        yield _confirmation(user, asked, Link(*_clause(clauses, NEEDS_ACKNOWLEDGEMENT)), facts)
    if asked.needs_course:
        yield _course(user, Link(*_clause(clauses, NEEDS_COURSE)), day)
    if asked.approved_posts:
        yield _posts(asked, Link(*_clause(clauses, APPROVED_POSTS)), facts)


def _clause(clauses: Mapping[str, Clause], code: str) -> tuple[str, str]:
    clause = clauses[code]
    return (clause.section.title if clause.section else "", clause.url)


def _confirmation(user: User, asked: Requirements, clause: Link, facts: Facts) -> Condition:
    version = asked.to_confirm
    assert version is not None  # noqa: S101 - asked for above
    title, words = version.policy.title, {"policy": version.policy.title, "number": version.number}
    label = _("“%(policy)s” read and confirmed") % words
    if facts.confirmed:
        given = acknowledgements.confirmations_now(version.policy_id).filter(user=user)
        mine: Acknowledgement | None = given.select_related("version__policy").last()
        at = localdate(mine.at) if mine else None
        said = _("You confirmed it on %(day)s.") % {"day": on_paper(at)}
        link = Link(str(mine.version), mine.version.get_absolute_url()) if mine else None
        return Condition(CONFIRM, label, True, said, clause, evidence=link)
    said = _("Version %(number)s is in force. Read it and say that you understood it.") % words
    if facts.confirmed_before:
        said = _("Version %(number)s changed what is asked of you. Confirm it again.") % words
    url = reverse("governance:policy-confirm", args=[version.policy.slug])
    act = Link(_("Read and confirm “%(policy)s”") % {"policy": title}, url)
    return Condition(CONFIRM, label, False, said, clause, act=act)


def _course(user: User, clause: Link, day: date) -> Condition:
    label = _("The course done")
    best = _best_certificate(user, day)
    if best is None:
        course = Course.objects.published().for_mandate().order_by("title", "pk").first()
        if course is None:
            said = _("There is no course for it in the catalogue yet. Ask a trainer.")
            return Condition(COURSE, label, False, said, clause)
        said = _("You need a valid certificate of “%(course)s” or a course like it.")
        act = Link(_("See “%(course)s”") % {"course": course}, course.get_absolute_url())
        return Condition(COURSE, label, False, said % {"course": course}, clause, act=act)
    said = _("Your certificate of “%(course)s” is valid.") % {"course": best.course_title}
    if best.valid_until:
        said = _("Your certificate of “%(course)s” is valid until %(day)s.") % {
            "course": best.course_title,
            "day": on_paper(best.valid_until),
        }
    link = Link(best.course_title, best.get_absolute_url())
    return Condition(COURSE, label, True, said, clause, evidence=link, until=best.valid_until)


def _best_certificate(user: User, day: date) -> Certificate | None:
    """The one that is valid longest; one without an end before all others."""
    mine = list(mandates.certificates().valid(day).filter(user=user))
    for_ever = [one for one in mine if one.valid_until is None]
    return max(for_ever or mine, key=lambda one: one.valid_until or day, default=None)


def _posts(asked: Requirements, clause: Link, facts: Facts) -> Condition:
    needed = asked.approved_posts
    label = ngettext(
        "%(needed)s message approved by a colleague",
        "%(needed)s messages approved by a colleague",
        needed,
    ) % {"needed": needed}
    said = ngettext(
        "%(count)s of your messages was approved.",
        "%(count)s of your messages were approved.",
        facts.posts,
    ) % {"count": facts.posts}
    if facts.posts < needed:
        said += " " + _("What counts is what you write for the college and a colleague approves.")
    return Condition(POSTS, label, facts.posts >= needed, said, clause)


def why_not(user: User, asked: Requirements, facts: Facts, day: date) -> tuple[str, dict[str, Any]]:
    """What makes that somebody has no mandate, as a code with its facts. One query at most."""
    missing = mandates.what_is_missing(asked, facts)[0]
    if missing == CONFIRM and asked.to_confirm:
        words = {"policy": asked.to_confirm.policy.title, "number": asked.to_confirm.number}
        return (Why.REVISED if facts.confirmed_before else Why.NOT_CONFIRMED), words
    if missing == POSTS:
        return Why.POSTS, {"needed": asked.approved_posts, "count": facts.posts}
    last = mandates.certificates().filter(user=user).order_by("-awarded_on", "-pk").first()
    if last is None:
        return Why.COURSE, {}
    if last.revoked_at:
        return Why.WITHDRAWN, {"course": last.course_title}
    ended = last.valid_until.isoformat() if last.valid_until else ""
    return Why.EXPIRED, {"course": last.course_title, "day": ended}


def told(why: str, params: Mapping[str, Any]) -> str:
    """One sentence that tells why somebody has no mandate now."""
    words = dict(params)
    if why == Why.EXPIRED:
        words["day"] = on_paper(date.fromisoformat(words["day"])) if words.get("day") else "–"
    if why == Why.POSTS:
        return ngettext(
            "You have no mandate to post yet: %(needed)s message must be approved by a colleague, "
            "and there are %(count)s.",
            "You have no mandate to post yet: %(needed)s messages must be approved by a colleague, "
            "and there are %(count)s.",
            int(words.get("needed", 0)),
        ) % {"needed": 0, "count": 0, **words}
    return _SENTENCES[why]() % words if why in _SENTENCES else ""


_SENTENCES: dict[str, Callable[[], str]] = {
    Why.REVISED.value: lambda: _(
        "You have no mandate to post now, because “%(policy)s” was changed. Read version "
        "%(number)s and confirm it again."
    ),
    Why.NOT_CONFIRMED.value: lambda: _(
        "You have no mandate to post yet: first read “%(policy)s” and confirm it."
    ),
    Why.EXPIRED.value: lambda: _(
        "You have no mandate to post now, because your certificate of “%(course)s” expired on "
        "%(day)s."
    ),
    Why.WITHDRAWN.value: lambda: _(
        "You have no mandate to post now, because your certificate of “%(course)s” was withdrawn."
    ),
    Why.COURSE.value: lambda: _("You have no mandate to post yet: the course comes first."),
}


def on_paper(day: date | None) -> str:
    """A date as it is written in the reader's language."""
    return format_date(day, get_format("DATE_FORMAT")) if day else "–"
