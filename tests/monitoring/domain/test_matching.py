from __future__ import annotations

from datetime import timedelta

import pytest

from core.clock import now
from core.searchquery import Document
from monitoring.domain import matching
from monitoring.models import SearchTerm
from tests.factories.monitoring import SearchTermFactory

pytestmark = pytest.mark.django_db


def hits(text: str) -> set[int]:
    return matching.matcher().match(Document(text))


def test_the_matcher_is_built_once_while_nothing_changes() -> None:
    SearchTermFactory(query="rooster")

    assert matching.matcher() is matching.matcher()


def test_another_term_or_another_query_makes_another_matcher() -> None:
    term = SearchTermFactory(query="rooster")
    assert hits("het rooster en de kantine") == {term.pk}

    term.query = "kantine"
    term.save()
    assert hits("het rooster") == set()
    assert hits("de kantine") == {term.pk}

    SearchTerm.objects.filter(pk=term.pk).update(is_active=False)
    assert hits("de kantine") == set()


def test_a_change_that_became_visible_late_is_seen() -> None:
    """Of two changes at once, the one that was made first may be stored last."""
    early = SearchTermFactory(query="rooster")
    SearchTermFactory(query="open dag")
    matching.matcher()

    before_the_other = now() - timedelta(hours=1)
    SearchTerm.objects.filter(pk=early.pk).update(query="kantine", updated_at=before_the_other)

    assert hits("de kantine") == {early.pk}


def test_a_term_that_takes_the_place_of_another_is_seen() -> None:
    ends, begins = SearchTermFactory(query="rooster"), SearchTermFactory(query="kantine")
    SearchTerm.objects.filter(pk=begins.pk).update(is_active=False)
    SearchTerm.objects.update(updated_at=now())
    assert hits("rooster kantine") == {ends.pk}

    SearchTerm.objects.filter(pk=ends.pk).update(is_active=False)
    SearchTerm.objects.filter(pk=begins.pk).update(is_active=True)

    assert hits("rooster kantine") == {begins.pk}
