"""What a clause can make the portal do: each setting with its words, its range and its default.

A setting is data, so that a form, the page of what is in force and the approver's summary say the
same thing. Its value is plain JSON; what is out of range counts as not said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.conf import settings
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from governance.models import Policy

Value = int | bool | str


class Kind(StrEnum):
    """What sort of value a setting has, and with which field it is asked."""

    DAYS = "days"
    MONTHS = "months"
    MINUTES = "minutes"
    COUNT = "count"
    YES_NO = "yes_no"
    CHOICE = "choice"


class Reach(StrEnum):
    """For whom it holds: the college, or only the document of its clause."""

    COLLEGE = "college"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that a clause can arrange.

    `does` says what the portal does, with `%(value)s` in it, or in one sentence per value.
    `changed` says the same of a number that becomes another one, `nought` what 0 means.
    Above `reasoned_above` the clause has to tell why. `document_kinds` empty: in each kind of
    document.
    """

    code: str
    kind: Kind
    label: StrOrPromise
    does: StrOrPromise | Mapping[Value, StrOrPromise]
    default: Callable[[], Value | None]
    changed: StrOrPromise = ""
    nought: StrOrPromise = ""
    help: StrOrPromise = ""
    least: int = 0
    most: int = 0
    reasoned_above: int | None = None
    choices: Mapping[str, StrOrPromise] = field(default_factory=dict)
    document_kinds: frozenset[str] = frozenset()
    reach: Reach = Reach.COLLEGE

    def read(self, stored: object) -> Value | None:
        """The stored value when it is well-formed and in range; None otherwise."""
        if self.kind == Kind.YES_NO:
            return stored if isinstance(stored, bool) else None
        if self.kind == Kind.CHOICE:
            return stored if isinstance(stored, str) and stored in self.choices else None
        if isinstance(stored, int) and not isinstance(stored, bool):
            return stored if self.least <= stored <= self.most else None
        return None

    def told(self, value: Value) -> str:
        """The value by itself, as people say it."""
        if self.kind == Kind.CHOICE:
            return str(self.choices[str(value)])
        if self.kind == Kind.YES_NO:
            return gettext("yes") if value else gettext("no")
        return _number(self.kind, int(value))

    def sentence(self, value: Value) -> str:
        """What the portal does when this is the value."""
        if isinstance(self.does, Mapping):
            return str(self.does[value])
        if self.nought and value == 0:
            return str(self.nought)
        return str(self.does) % {"value": self.told(value)}

    def difference(self, was: Value | None, becomes: Value | None) -> str:
        """What happens from now on, and what happened until now."""
        if was is None or becomes is None or not self.changed:
            return self.sentence(becomes) if becomes is not None else gettext("Nothing any more.")
        if self.nought and 0 in (was, becomes):
            told = {"becomes": self.sentence(becomes), "was": self.sentence(was)}
            return gettext("%(becomes)s Until now: %(was)s") % told
        return str(self.changed) % {"was": self.told(was), "becomes": self.told(becomes)}

    def fits(self, policy: Policy) -> bool:
        """Whether a clause of this document can arrange it."""
        return not self.document_kinds or policy.kind in self.document_kinds


def _number(kind: Kind, value: int) -> str:
    if kind == Kind.DAYS:
        return ngettext("%(n)s day", "%(n)s days", value) % {"n": value}
    if kind == Kind.MONTHS:
        return ngettext("%(n)s month", "%(n)s months", value) % {"n": value}
    if kind == Kind.COUNT:
        return ngettext("%(n)s message", "%(n)s messages", value) % {"n": value}
    if value % 60:
        return ngettext("%(n)s minute", "%(n)s minutes", value) % {"n": value}
    return ngettext("%(n)s hour", "%(n)s hours", value // 60) % {"n": value // 60}


UNMATCHED = "retention.unmatched_days"
MATCHED = "retention.matched_days"
NEEDS_ACKNOWLEDGEMENT = "mandate.needs_acknowledgement"
NEEDS_COURSE = "mandate.needs_course"
APPROVED_POSTS = "mandate.approved_posts"
OWN_CHANNELS = "approval.own_channels"
DEFAULT_TARGET = "target.default_minutes"
REVIEW_MONTHS = "review.months"

NEVER, WITHOUT_MANDATE, ALWAYS = "never", "without_mandate", "always"

_ALL = (
    Setting(
        UNMATCHED,
        Kind.DAYS,
        _("keep messages that fit no search term for"),
        _("The portal removes messages that fit no search term after %(value)s."),
        default=lambda: int(settings.KEEP_UNMATCHED_DAYS),
        changed=_(
            "Messages that fit no search term go after %(becomes)s; until now after %(was)s."
        ),
        help=_(
            "In days. Nobody asked for these messages: the GDPR wants them gone soon. Longer than "
            "30 days only when the clause tells why."
        ),
        least=1,
        most=365,
        reasoned_above=30,
    ),
    Setting(
        MATCHED,
        Kind.DAYS,
        _("keep messages without a ticket for"),
        _("The portal removes messages that fit a search term but got no ticket after %(value)s."),
        default=lambda: int(settings.KEEP_MATCHED_DAYS),
        changed=_("Messages without a ticket go after %(becomes)s; until now after %(was)s."),
        help=_("In days, a year at most. Messages with a ticket stay with their ticket."),
        least=1,
        most=365,
    ),
    Setting(
        NEEDS_ACKNOWLEDGEMENT,
        Kind.YES_NO,
        _("confirm this document before speaking for the college"),
        {
            True: _("Who speaks for the college has confirmed this document first."),
            False: _("Nobody has to confirm this document to speak for the college."),
        },
        default=lambda: False,
        help=_(
            "Who did not, has no mandate yet. What that means for an answer, the setting about "
            "approval says."
        ),
    ),
    Setting(
        NEEDS_COURSE,
        Kind.YES_NO,
        _("finish the course before speaking for the college"),
        {
            True: _("Who speaks for the college has finished the course first."),
            False: _("The course is no condition for speaking for the college."),
        },
        default=lambda: False,
    ),
    Setting(
        APPROVED_POSTS,
        Kind.COUNT,
        _("first messages that a colleague approves"),
        _("A colleague looks at the first %(value)s of who has a new mandate."),
        default=lambda: 0,
        changed=_(
            "A colleague looks at the first %(becomes)s of who has a new mandate; until now at "
            "the first %(was)s."
        ),
        nought=_("Nobody has to look at the first messages of who has a new mandate."),
        least=0,
        most=50,
    ),
    Setting(
        OWN_CHANNELS,
        Kind.CHOICE,
        _("a second person looks before something goes out"),
        {
            NEVER: _("Nobody has to approve an answer, unless a routing rule says so."),
            WITHOUT_MANDATE: _(
                "An answer or a post of somebody without a mandate goes out after a colleague "
                "approved it."
            ),
            ALWAYS: _("Each answer and each post goes out after a colleague approved it."),
        },
        default=lambda: NEVER,
        help=_("Routing rules that want approval keep wanting it."),
        choices={
            NEVER: _("only when a routing rule says so"),
            WITHOUT_MANDATE: _("for people without a mandate"),
            ALWAYS: _("always"),
        },
    ),
    Setting(
        DEFAULT_TARGET,
        Kind.MINUTES,
        _("answer what the rules leave open within"),
        _("What no routing rule takes up is to be answered within %(value)s, in office hours."),
        default=lambda: None,
        changed=_(
            "What no routing rule takes up is to be answered within %(becomes)s; until now within "
            "%(was)s."
        ),
        help=_("In minutes of office hours: 480 is a working day of eight hours."),
        least=5,
        most=14 * 24 * 60,
        document_kinds=frozenset({Policy.Kind.WEBCARE}),
        reach=Reach.DOCUMENT,
    ),
    Setting(
        REVIEW_MONTHS,
        Kind.MONTHS,
        _("look at this document again every"),
        _("The portal reminds the owner to look at this document again after %(value)s."),
        default=lambda: None,
        changed=_(
            "The owner is reminded to look at this document again after %(becomes)s; until now "
            "after %(was)s."
        ),
        help=_("In months."),
        least=1,
        most=60,
        reach=Reach.DOCUMENT,
    ),
)
SETTINGS: Mapping[str, Setting] = {setting.code: setting for setting in _ALL}
"""Every setting by its code, in the order in which they are shown."""
