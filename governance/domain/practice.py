"""What changes in practice when a version goes in force: in words, for who decides.

Not the text, but what the portal will do otherwise: how long it keeps messages, who approves, where
messages go and how soon they are answered; and what disappears with a clause that is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext as _

from governance.domain import acknowledgements, clauses, comparison, whole
from governance.domain.clause_settings import (
    DEFAULT_TARGET,
    NEEDS_ACKNOWLEDGEMENT,
    REVIEW_MONTHS,
    SETTINGS,
    Reach,
    Setting,
    Value,
)
from governance.domain.clauses import Standing
from governance.domain.comparison import RuleChange
from governance.models import ClauseSetting, Policy, PolicySection, PolicyVersion, RoutingRule


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting that gets another value; `section` None: by default, because no clause says it."""

    setting: Setting
    was: Value | None
    becomes: Value | None
    section: PolicySection | None

    @property
    def sentence(self) -> str:
        return self.setting.difference(self.was, self.becomes)

    @property
    def was_sentence(self) -> str:
        """What holds now, when the sentence itself does not tell it."""
        if self.was is None or (self.setting.changed and self.becomes is not None):
            return ""
        return self.setting.sentence(self.was)

    @property
    def is_shorter(self) -> bool:
        """Whether less is kept: then something goes that was kept until now."""
        return (
            self.setting.code.startswith("retention.")
            and self.was is not None
            and self.becomes is not None
            and int(self.becomes) < int(self.was)
        )


@dataclass(frozen=True, slots=True)
class Gone:
    """A clause of the version in force that is not in the new one, and what went with it."""

    section: PolicySection
    settings: tuple[Setting, ...]
    rules: tuple[RoutingRule, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """Something that who decides should know, and that stops nothing.

    `also_elsewhere`: another document in force says it too; the newest is followed.
    `not_followed`: the value is not possible here, so it is not followed. `said_twice`: another
    clause of this version says it too, and the first is followed. `not_in_text`: a rule that no
    clause tells.
    """

    code: str
    setting: Setting | None = None
    section: PolicySection | None = None
    rule: RoutingRule | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """All that changes in what the portal does.

    `asked_anew`: how many people confirmed what holds now, and have no mandate to post until they
    confirm this version.
    """

    settings: tuple[SettingChange, ...]
    rules: tuple[RuleChange, ...]
    gone: tuple[Gone, ...]
    hints: tuple[Hint, ...]
    asked_anew: int = 0

    @property
    def changes_nothing(self) -> bool:
        return not (self.settings or self.rules or self.gone or self.asked_anew)

    @property
    def keeps_shorter(self) -> bool:
        return any(change.is_shorter for change in self.settings)


def changes(
    version: PolicyVersion,
    before: PolicyVersion | None,
    *,
    rule_changes: Sequence[RuleChange] | None = None,
) -> Practice:
    """What is otherwise when `version` takes the place of `before`, the one in force now.

    A first version changes what was the default until now.
    """
    whole.load(version, *([before] if before else []))
    is_webcare = version.policy.kind == Policy.Kind.WEBCARE
    if rule_changes is None:
        rule_changes = comparison.rules(before, version) if is_webcare else ()
    rows = _rows(version)
    then = _by_clause(rows, version)
    hints = [*_setting_hints(rows, version, then)]
    if is_webcare:
        hints += _rule_hints(version)
    stops = _asks_confirmation(then[NEEDS_ACKNOWLEDGEMENT], version)
    is_anew = before is not None and version.is_material and stops
    return Practice(
        settings=tuple(_setting_changes(rows, version, before, then)),
        rules=tuple(_told_once(rule_changes)),
        gone=tuple(_gone(rows, version, before)),
        hints=tuple(hints),
        asked_anew=_asked_anew(version) if is_anew else 0,
    )


def _asked_anew(version: PolicyVersion) -> int:
    confirmed = acknowledgements.confirmations_now(version.policy_id)
    return confirmed.filter(user__is_active=True).values("user").distinct().count()


def _asks_confirmation(standing: Standing, version: PolicyVersion) -> bool:
    """Whether the mandate to post will ask that this very version is confirmed."""
    section = standing.section
    return bool(standing.value) and section is not None and section.version_id == version.pk


def retention_with(version: PolicyVersion) -> dict[str, Standing]:
    """How long messages would be kept with this version in force: standings by code."""
    return _by_clause(_rows(version), version)


def _rows(version: PolicyVersion) -> list[ClauseSetting]:
    """Everything that is said in force, and what `version` says: one query."""
    said = Q(section__version__state=PolicyVersion.State.IN_FORCE) | Q(section__version=version)
    return list(clauses.with_clause(ClauseSetting.objects.filter(said)))


def _by_clause(rows: Sequence[ClauseSetting], version: PolicyVersion) -> dict[str, Standing]:
    """What would hold for the college: this version is the newest, its predecessor is gone."""
    own = [row for row in rows if row.section.version_id == version.pk]
    rest = [row for row in rows if row.section.version.policy_id != version.policy_id]
    return clauses.follow([*own, *rest], _codes(Reach.COLLEGE))


def _codes(reach: Reach) -> list[str]:
    return [code for code, setting in SETTINGS.items() if setting.reach == reach]


def _setting_changes(
    rows: Sequence[ClauseSetting],
    version: PolicyVersion,
    before: PolicyVersion | None,
    then: Mapping[str, Standing],
) -> Iterator[SettingChange]:
    in_force = (row for row in rows if row.section.version.state == PolicyVersion.State.IN_FORCE)
    now = clauses.follow(in_force, _codes(Reach.COLLEGE))
    for code in _codes(Reach.COLLEGE):
        if now[code].value != then[code].value:
            new = then[code]
            yield SettingChange(SETTINGS[code], now[code].value, new.value, new.section)
    for code in _codes(Reach.DOCUMENT):
        if not SETTINGS[code].fits(version.policy):
            continue
        was = _own(rows, code, before).value if before else None
        new = _own(rows, code, version)
        # A first version without a clause about it says nothing new.
        if was != new.value and (before or new.section):
            yield SettingChange(SETTINGS[code], was, new.value, new.section)


def _own(rows: Iterable[ClauseSetting], code: str, version: PolicyVersion) -> Standing:
    """What a version says about itself; else what stands in its own fields."""
    said = clauses.follow((row for row in rows if row.section.version_id == version.pk), [code])
    if said[code].section:
        return said[code]
    fields: dict[str, Value] = {
        REVIEW_MONTHS: version.policy.review_months,
        DEFAULT_TARGET: version.fallback_target_minutes,
    }
    return Standing(SETTINGS[code], fields[code])


def _told_once(changes: Iterable[RuleChange]) -> Iterator[RuleChange]:
    """The target of what the rules leave open is told as a setting, wherever it stands."""
    for change in changes:
        fields = change.fields
        if change.rule._state.adding:  # what the rules leave open, as comparison tells it
            fields = tuple(name for name in fields if name != "target_minutes")
        if fields or change.kind != "changed":
            yield replace(change, fields=fields)


def _gone(
    rows: Sequence[ClauseSetting], version: PolicyVersion, before: PolicyVersion | None
) -> Iterator[Gone]:
    """Clauses of `before` that did something and are not in `version`."""
    if before is None:
        return
    left = {section.key for section in version.sections.all()}
    names = {rule.name for rule in version.rules.all()}
    for section in before.sections.all():
        if section.key in left:
            continue
        codes = [row.code for row in rows if row.section_id == section.pk]
        settings = tuple(SETTINGS[code] for code in codes if code in SETTINGS)
        told = (rule for rule in before.rules.all() if rule.section_id == section.pk)
        rules = tuple(rule for rule in told if rule.name not in names)
        if settings or rules:
            yield Gone(section, settings, rules)


def _setting_hints(
    rows: Sequence[ClauseSetting], version: PolicyVersion, then: Mapping[str, Standing]
) -> Iterator[Hint]:
    seen: set[str] = set()
    for row in rows:
        if row.section.version_id != version.pk:
            continue
        setting = SETTINGS.get(row.code)
        if clauses.read(row) is None:
            yield Hint("not_followed", setting, row.section)
        elif row.code in seen:
            yield Hint("said_twice", setting, row.section)
        seen.add(row.code)
    for standing in then.values():
        if standing.section and standing.section.version_id == version.pk:
            for other in standing.others:
                if other.version_id != version.pk:
                    yield Hint("also_elsewhere", standing.setting, other)


def _rule_hints(version: PolicyVersion) -> Iterator[Hint]:
    """A rule that no clause tells is not in the text; not asked of a version without clauses."""
    if not version.sections.all():
        return
    for rule in version.rules.all():
        if rule.section_id is None:
            yield Hint("not_in_text", rule=rule)


def told(change: RuleChange) -> list[str]:
    """What a change of a rule means for messages and for who answers them."""
    rule, was = change.rule, change.before
    name = {"rule": rule.name}
    if change.kind == "gone":
        return [
            _(
                "Messages that “%(rule)s” took up go to the next rule that fits, or to everything "
                "else."
            )
            % name
        ]
    if change.kind == "moved" or was is None:
        return [_place(change)] if was else [_where(rule), *_approval(rule)]
    return [*_differences(change.fields, rule, was)]


def _place(change: RuleChange) -> str:
    was = change.before.position if change.before else 0
    earlier = change.rule.position < was
    sentence = (
        _("“%(rule)s” is tried earlier: at place %(place)s.")
        if earlier
        else _("“%(rule)s” is tried later: at place %(place)s.")
    )
    return sentence % {"rule": change.rule.name, "place": change.rule.position}


def _where(rule: RoutingRule) -> str:
    if rule.team is None:
        return _("“%(rule)s”: no answer needed.") % {"rule": rule.name}
    return _("“%(rule)s” goes to %(team)s, to be answered within %(time)s.") % {
        "rule": rule.name,
        "team": rule.team.name,
        "time": _minutes(rule),
    }


def _approval(rule: RoutingRule) -> list[str]:
    said = _("An answer to “%(rule)s” goes out after a colleague approved it.")
    return [said % {"rule": rule.name}] if rule.needs_approval else []


def _differences(fields: Iterable[str], rule: RoutingRule, was: RoutingRule) -> Iterator[str]:
    changed = set(fields)
    name = {"rule": rule.name}
    if "team_id" in changed:
        yield _("“%(rule)s” goes to %(team)s; until now to %(was)s.") % {
            **name,
            "team": rule.team.name if rule.team else _("nobody"),
            "was": was.team.name if was.team else _("nobody"),
        }
    if changed & {"target_minutes", "clock"}:
        yield _("“%(rule)s” is to be answered within %(time)s; until now within %(was)s.") % {
            **name,
            "time": _minutes(rule),
            "was": _minutes(was),
        }
    if "needs_approval" in changed:
        yield from _approval(rule) or [
            _("An answer to “%(rule)s” goes out without approval.") % name
        ]
    if changed - {"team_id", "target_minutes", "clock", "needs_approval"}:
        yield _("“%(rule)s” takes up other messages, or marks them otherwise.") % name


def _minutes(rule: RoutingRule) -> str:
    time = SETTINGS[DEFAULT_TARGET].told(rule.target_minutes)
    return f"{time} ({rule.get_clock_display()})"
