"""Why a message went where it went: stored as data, told in the reader's language.

A ticket keeps its reasons for years, so a reason is a code with parameters and not a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from governance.models.routing import Sentiment

TEXTS = {
    "rule": gettext_lazy("Rule “%(name)s” of the webcare policy, version %(version)s."),
    "words": gettext_lazy("It says: %(words)s."),
    "term": gettext_lazy("It fits the search term %(terms)s."),
    "platform": gettext_lazy("It was written on %(platform)s."),
    "author": gettext_lazy("It was written by %(author)s."),
    "language": gettext_lazy("The language is %(language)s."),
    "sentiment": gettext_lazy("The tone seems %(sentiment)s."),
    "threat": gettext_lazy("It may be a threat: %(words)s."),
    "threat_unruled": gettext_lazy("No rule takes up this threat, so the crisis team looks first."),
    "no_rule": gettext_lazy("No rule fits, so a person decides."),
    "no_policy": gettext_lazy("No webcare policy is in force yet, so a person decides."),
    "threat_unsure": gettext_lazy("It may be a threat, so a person looks first."),
    "thread": gettext_lazy("It belongs to the conversation of ticket #%(ticket)s."),
    "judge": gettext_lazy("Similar messages went to %(team)s (%(certainty)s%% certain)."),
    "judged_noise": gettext_lazy("Similar messages needed no answer (%(certainty)s%% certain)."),
    "judged_by": gettext_lazy("These words weighed most: %(words)s."),
    "judge_second": gettext_lazy(
        "A language model (%(by)s) thinks that it is for %(team)s (%(certainty)s%% certain)."
    ),
    "judged_noise_second": gettext_lazy(
        "A language model (%(by)s) thinks that it needs no answer (%(certainty)s%% certain)."
    ),
    "second_agrees": gettext_lazy("A language model (%(by)s) thinks so too."),
    "second_differs": gettext_lazy("A language model (%(by)s) thought otherwise."),
    "second_alarmed": gettext_lazy(
        "A language model (%(by)s) thinks that somebody may be in danger."
    ),
    "broken": gettext_lazy("It could not be judged automatically, so a person decides."),
    "moved": gettext_lazy("%(by)s moved it: %(why)s"),
    "belongs": gettext_lazy("%(by)s says that it belongs here."),
}

# Parameters that are stored as a choice and told by its label.
LABELS: dict[str, dict[str, Any]] = {"sentiment": dict(Sentiment.choices)}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason; `params` are plain JSON values that fit the text of `code`."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"code": self.code, "params": dict(self.params)}


def text_of(reason: Mapping[str, Any]) -> str:
    """A stored reason as a sentence; one that this version does not know shows its code."""
    template = TEXTS.get(str(reason.get("code")))
    if template is None:
        return _("Other reason: %(code)s") % {"code": reason.get("code", "?")}
    try:
        return str(template) % {
            name: _readable(name, value) for name, value in dict(reason.get("params") or {}).items()
        }
    except (KeyError, ValueError, TypeError):
        return str(reason.get("code"))


def _readable(name: str, value: Any) -> Any:
    if name == "language":
        return languages.label(str(value))
    return LABELS.get(name, {}).get(value, value)
