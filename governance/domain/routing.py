"""The routing table of a webcare policy, compiled: which rule takes up a message, and why.

The table that was approved is the table that runs (publication, chapter 5: a clear division of work
between the info centre, communications and the spokesperson). Nothing here touches a ticket.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from core.searchquery import Document, Matcher, Query, QuerySyntaxError, compile_terms, parse
from governance.domain.reasons import Reason
from governance.models import PolicyVersion, RoutingRule
from governance.models.routing import Threat
from people.models import Institution, Team

Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message as the rules see it. `terms` are the slugs of the search terms that it fits.

    `author` is the account; no rule looks at `author_name`, but it must be known to be left out.
    """

    text: str
    author: str = ""
    platform: str = ""
    lang: str = ""
    sentiment: str = ""
    threat: str = Threat.NONE
    threat_words: tuple[str, ...] = ()
    terms: frozenset[str] = field(default_factory=frozenset)
    author_name: str = ""

    @property
    def document(self) -> Document:
        return Document(text=self.text, author=self.author, lang=self.lang, platform=self.platform)


@dataclass(frozen=True, slots=True)
class RuleHit:
    """The rule that takes up a message, with the conditions that held."""

    rule: RoutingRule
    reasons: tuple[Reason, ...]


class RoutingTable:
    """The rules of one version in their order; made once, asked for every message."""

    def __init__(self, rules: Sequence[RoutingRule], *, number: int, lists: Lists) -> None:
        self._number = number
        self._rules = list(rules)
        self._matcher: Matcher[int] = compile_terms(dict(_queries(self._rules)), lists=lists)

    def first_match(self, utterance: Utterance, *, explains: bool = True) -> RuleHit | None:
        """The first rule of which every filled-in condition holds; None when no rule fits.

        To find where the words stand takes longer than the rest; who only counts leaves it out.
        """
        document = utterance.document
        worded = self._matcher.match(document)
        for index, rule in enumerate(self._rules):
            if (index in worded or not rule.words) and _holds(rule, utterance):
                reasons = self._reasons(index, rule, utterance, document) if explains else ()
                return RuleHit(rule, tuple(reasons))
        return None

    def rule_for(self, team: Team, utterance: Utterance) -> RoutingRule | None:
        """The rule by which `team` treats a message that no words sent there.

        The first of that team of which everything but words and search terms holds.
        """
        return next(
            (
                rule
                for rule in self._rules
                if rule.team_id == team.pk and _holds(rule, utterance, ignore_terms=True)
            ),
            None,
        )

    def _reasons(
        self, index: int, rule: RoutingRule, utterance: Utterance, document: Document
    ) -> Iterator[Reason]:
        yield Reason("rule", {"name": rule.name, "version": self._number})
        if rule.words:
            spans = self._matcher.explain(index, document)
            words = dict.fromkeys(utterance.text[start:end] for start, end in spans)
            yield Reason("words", {"words": ", ".join(words) or rule.words})
        if rule.terms:
            found = sorted(utterance.terms.intersection(rule.terms))
            yield Reason("term", {"terms": ", ".join(found)})
        if rule.platforms:
            yield Reason("platform", {"platform": utterance.platform})
        if rule.authors:
            yield Reason("author", {"author": utterance.author})
        if rule.languages:
            yield Reason("language", {"language": utterance.lang})
        if rule.sentiments:
            yield Reason("sentiment", {"sentiment": utterance.sentiment})
        if rule.threats:
            yield Reason("threat", {"words": ", ".join(utterance.threat_words)})


def table(version: PolicyVersion, institution: Institution | None = None) -> RoutingTable:
    """The compiled table of `version`; kept until the version or the institution's lists change."""
    lists = (institution or Institution.objects.current()).lists()
    key = tuple((name, tuple(entries)) for name, entries in sorted(lists.items()))
    return _compiled(version.pk, version.edition, version.number, key)


@lru_cache(maxsize=16)
def _compiled(
    version_id: int, edition: int, number: int, lists: tuple[tuple[str, tuple[str, ...]], ...]
) -> RoutingTable:
    rules = RoutingRule.objects.filter(version_id=version_id)
    ordered = rules.select_related("team").order_by("position")
    return RoutingTable(list(ordered), number=number, lists=dict(lists))


def check_words(words: str) -> Query:
    """The parsed condition on words. Raises `QuerySyntaxError` with the position of the mistake."""
    return parse(words, allow_only_exclusions=True)


def _queries(rules: Sequence[RoutingRule]) -> Iterator[tuple[int, Query]]:
    for index, rule in enumerate(rules):
        if rule.words:
            try:
                yield index, check_words(rule.words)
            except QuerySyntaxError:
                # Approval refuses such a rule; one that slipped in by hand never fits.
                continue


def _holds(rule: RoutingRule, utterance: Utterance, *, ignore_terms: bool = False) -> bool:
    """Whether every filled-in condition but the words holds."""
    return (
        (ignore_terms or not rule.terms or not utterance.terms.isdisjoint(rule.terms))
        and _is_in(utterance.platform, rule.platforms)
        and _is_in(_handle(utterance.author), [_handle(author) for author in rule.authors])
        and _is_in(utterance.lang[:2], rule.languages)
        and _is_in(utterance.sentiment, rule.sentiments)
        and _is_in(utterance.threat, rule.threats)
    )


def _is_in(value: str, wanted: Sequence[str]) -> bool:
    return not wanted or value in wanted


def _handle(name: str) -> str:
    return name.strip().lstrip("@").casefold()
