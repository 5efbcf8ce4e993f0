"""Who must confirm which policy, by when, and who did ("gelezen en begrepen", features.md A4).

A version that changes what is asked of people ("material") asks everybody again; a small
correction does not. So what somebody confirmed counts from the newest material version up to the
one in force. The rules are plain functions over `Demand` and `Reader`, for one person as for
five thousand; the queries that fill those are few and do not grow with the number of people.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.models import Acknowledgement, Policy, PolicyVersion, Readership
from people.models import Unit, User

PUBLISHED = (PolicyVersion.State.IN_FORCE, PolicyVersion.State.HISTORIC)


class Outdated(Exception):
    """The version that was read does not count any more: a newer one asks something else."""


class State(models.TextChoices):
    NOT_ASKED = "not_asked", _("not asked")
    CONFIRMED = "confirmed", _("confirmed")
    TO_READ = "to_read", _("to be read")
    OVERDUE = "overdue", _("too late")


@dataclass(frozen=True, slots=True)
class Reader:
    """What the rules need to know of a person."""

    pk: int
    name: str
    unit_id: int | None
    joined: date
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """One readership: who is asked, since when, and how many days they have."""

    roles: frozenset[str]
    units: frozenset[int] | None
    since: date
    days: int
    new_staff_days: int
    target_percent: int

    def asks(self, reader: Reader, day: date) -> bool:
        return (
            self.since <= day
            and (not self.roles or not self.roles.isdisjoint(reader.roles))
            and (self.units is None or reader.unit_id in self.units)
        )

    def due(self, reader: Reader, published: date) -> date:
        """The last day. Who came later has the days for new colleagues, and never fewer days than
        the others got."""
        start = max(published, self.since)
        due = start + timedelta(days=self.days)
        if reader.joined > start:
            due = max(due, reader.joined + timedelta(days=self.new_staff_days))
        return due


@dataclass(frozen=True, slots=True)
class Demand:
    """What one policy asks: `counting` holds the versions (id: number) that count as confirmed."""

    version: PolicyVersion
    counting: Mapping[int, int]
    published: date
    groups: tuple[Group, ...]

    @property
    def target_percent(self) -> int:
        return max((group.target_percent for group in self.groups), default=0)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands: the version (number) they confirmed, or the one they must, and when.

    `state` tells what is asked; a confirmation that nobody asked for is in `confirmed_version`.
    """

    confirmed_version: int | None
    needed_version: int | None
    due: date | None
    state: State

    @property
    def waits(self) -> bool:
        return self.state in {State.TO_READ, State.OVERDUE}


NOWHERE = Standing(None, None, None, State.NOT_ASKED)


def counting(versions: Sequence[PolicyVersion]) -> list[PolicyVersion]:
    """Of the published versions of a policy (oldest first), those whose confirmation still counts:
    from the newest that changed what is asked, or from the first when none did."""
    for place in range(len(versions) - 1, -1, -1):
        if versions[place].is_material:
            return list(versions[place:])
    return list(versions)


def stands(reader: Reader, demand: Demand, confirmed: Collection[int], day: date) -> Standing:
    """Where `reader` stands on `day`, having confirmed the versions with the ids `confirmed`."""
    numbers = [demand.counting[pk] for pk in confirmed if pk in demand.counting]
    number = max(numbers, default=None)
    asked = [group for group in demand.groups if group.asks(reader, day)]
    if not asked:
        return Standing(number, None, None, State.NOT_ASKED)
    due = min(group.due(reader, demand.published) for group in asked)
    if number is not None:
        return Standing(number, None, due, State.CONFIRMED)
    state = State.OVERDUE if due < day else State.TO_READ
    return Standing(None, demand.version.number, due, state)


def reader_of(user: User) -> Reader:
    return Reader(user.pk, user.name, user.unit_id, localdate(user.date_joined), user.roles)


def demand(policy: Policy, *, versions: Iterable[PolicyVersion] | None = None) -> Demand | None:
    """What `policy` asks; None when no version is in force.

    `versions` are all its published versions, for who loaded them already.
    """
    this = Policy.objects.filter(pk=policy.pk)
    return next(iter(_demands(this, _published(this) if versions is None else versions)), None)


def demands() -> list[Demand]:
    """What all policies ask that somebody must confirm."""
    asking = _asking()
    return [one for one in _demands(asking, _published(asking)) if one.groups]


def _asking() -> models.QuerySet[Policy]:
    """The policies that somebody must confirm."""
    return Policy.objects.filter(readerships__isnull=False).distinct()


def _published(policies: models.QuerySet[Policy]) -> models.QuerySet[PolicyVersion]:
    versions = PolicyVersion.objects.filter(policy__in=policies.values("pk"), state__in=PUBLISHED)
    return versions.select_related("policy")


def _demands(
    policies: models.QuerySet[Policy], versions: Iterable[PolicyVersion]
) -> Iterator[Demand]:
    published: dict[int, list[PolicyVersion]] = {}
    for version in sorted(versions, key=lambda one: one.number):
        if version.state in PUBLISHED:
            published.setdefault(version.policy_id, []).append(version)
    groups = _groups(Readership.objects.filter(policy__in=policies.values("pk")))
    for policy_id, line in published.items():
        current = next((one for one in line if one.state == PolicyVersion.State.IN_FORCE), None)
        if current is None or current.in_force_from is None:
            continue
        counts = counting([one for one in line if one.number <= current.number])
        yield Demand(
            version=current,
            counting={one.pk: one.number for one in counts},
            published=localdate(counts[0].in_force_from or current.in_force_from),
            groups=tuple(groups.get(policy_id, ())),
        )


def _groups(readerships: models.QuerySet[Readership]) -> dict[int, list[Group]]:
    chosen = ArrayAgg("units", filter=models.Q(units__isnull=False), default=[])
    rows = list(readerships.annotate(roots=chosen))
    children = Unit.objects.children() if any(row.roots for row in rows) else {}
    found: dict[int, list[Group]] = {}
    for row in rows:
        roots: list[int] = row.roots
        group = Group(
            roles=frozenset(row.roles),
            units=Unit.below(children, roots) if roots else None,
            since=row.since_date,
            days=row.days,
            new_staff_days=row.new_staff_days,
            target_percent=row.target_percent,
        )
        found.setdefault(row.policy_id, []).append(group)
    return found


def standing(user: User, policy: Policy, day: date | None = None) -> Standing:
    """Where `user` stands with `policy`: confirmed, to be read, too late, or not asked."""
    asked = demand(policy)
    if asked is None:
        return NOWHERE
    return stands(reader_of(user), asked, _confirmed(user, [asked]), day or localdate(now()))


def standing_among(
    user: User, policy: Policy, versions: Iterable[PolicyVersion], day: date
) -> Standing:
    """The same for who has all published versions of the policy at hand, `with_confirmed`."""
    asked = demand(policy, versions=versions)
    confirmed = [one.pk for one in versions if getattr(one, "is_confirmed", False)]
    return stands(reader_of(user), asked, confirmed, day) if asked else NOWHERE


def with_confirmed(
    versions: models.QuerySet[PolicyVersion], user: User
) -> models.QuerySet[PolicyVersion]:
    """With whether this person confirmed each, as `is_confirmed`."""
    given = Acknowledgement.objects.filter(user=user, version=models.OuterRef("pk"))
    return versions.annotate(is_confirmed=models.Exists(given))


def has_confirmed(user: User, policy: Policy) -> bool:
    """Whether `user` confirmed what `policy` asks now, also when nobody asked them to.

    The rule of `counting` in one query, for who answers people and waits for it.
    """
    in_force = PolicyVersion.objects.in_force().filter(policy=policy).values("number")
    published = PolicyVersion.objects.filter(policy=policy, state__in=PUBLISHED)
    until_now = published.filter(number__lte=models.Subquery(in_force))
    material = until_now.filter(is_material=True).order_by("-number").values("number")[:1]
    return Acknowledgement.objects.filter(
        user=user,
        version__in=until_now,
        version__number__gte=Coalesce(models.Subquery(material), 0),
    ).exists()


def to_read(user: User, day: date) -> list[tuple[PolicyVersion, Standing]]:
    """What `user` is still to confirm, the first to be done first."""
    policies = _asking()
    versions = list(with_confirmed(_published(policies), user))
    confirmed = [one.pk for one in versions if getattr(one, "is_confirmed", False)]
    reader, asked = reader_of(user), _demands(policies, versions)
    found = [(one.version, stands(reader, one, confirmed, day)) for one in asked]
    return sorted(
        ((version, where) for version, where in found if where.waits),
        key=lambda pair: (pair[1].due or day, pair[0].policy.title),
    )


def _confirmed(user: User, asked: Iterable[Demand]) -> frozenset[int]:
    versions = [pk for one in asked for pk in one.counting]
    if not versions:
        return frozenset()
    found = Acknowledgement.objects.filter(user=user, version__in=versions)
    return frozenset(found.values_list("version_id", flat=True))


@transaction.atomic
def confirm(user: User, version: PolicyVersion, *, tries: int = 0) -> Acknowledgement:
    """Keep that `user` read and understood `version`; twice is once.

    Raises `Outdated` when a newer version came into force that asks something else.
    """
    asked = demand(version.policy)
    if asked is None or version.pk not in asked.counting:
        raise Outdated
    given, is_new = Acknowledgement.objects.get_or_create(
        user=user, version=version, defaults={"at": now(), "tries": tries}
    )
    if is_new:
        audit.record(gettext_noop("confirmed"), given, by=user, version=version.pk)
    return given
