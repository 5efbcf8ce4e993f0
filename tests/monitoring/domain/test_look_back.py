from __future__ import annotations

from datetime import timedelta

import pytest

from core.clock import now
from monitoring.domain import intake, look_back
from monitoring.models import Mention, SearchTerm, Source
from tests.factories.monitoring import MatchFactory, MentionFactory, SearchTermFactory
from tests.monitoring.fake_platform import AT, batch, post

pytestmark = pytest.mark.django_db


def started(query: str = "rooster") -> SearchTerm:
    term: SearchTerm = SearchTermFactory(query=query)
    look_back.start(term)
    return term


def test_it_finds_what_came_in_before_without_flooding_the_inbox() -> None:
    MentionFactory(text="mooi rooster", is_relevant=False, seen_at=now() - timedelta(days=2))
    MentionFactory(text="mooi weer", is_relevant=False)
    term = started()

    look_back.run_waiting()

    found = Mention.objects.get(matches__term=term)
    assert (found.text, found.is_relevant, found.is_history) == ("mooi rooster", True, True)
    assert not Mention.objects.untriaged().exists()


def test_what_waits_for_a_ticket_still_gets_it() -> None:
    waiting = MentionFactory(text="mooi rooster", is_relevant=True)
    started()

    look_back.run_waiting()

    assert list(Mention.objects.untriaged()) == [waiting]


def test_what_came_in_while_the_term_was_saved_is_no_history() -> None:
    term = started()
    late = MentionFactory(text="mooi rooster", is_relevant=False, seen_at=now())

    look_back.run_waiting()

    late.refresh_from_db()
    assert (late.is_relevant, late.is_history) == (True, False)
    assert term.matches.count() == 1


def test_it_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_back, "PORTION", 2)
    MentionFactory.create_batch(5, text="mooi rooster", is_relevant=False)
    term = started()

    look_back.run_waiting(seconds=-1)
    assert term.matches.count() == 0
    look_back.run_waiting()

    term.refresh_from_db()
    assert (term.matches.count(), term.look_back_from) == (5, 0)
    assert term.look_back_done_at is not None


def test_matches_that_no_longer_fit_go() -> None:
    match = MatchFactory(mention__text="iets anders", term__query="rooster")
    look_back.start(match.term)

    look_back.run_waiting()

    assert match.term.matches.count() == 0


def test_a_query_that_cannot_be_read_does_not_stop_the_others() -> None:
    MentionFactory(text="mooi rooster")
    broken, good = started("rooster"), started()
    SearchTerm.objects.filter(pk=broken.pk).update(query="((")

    look_back.run_waiting()

    assert good.matches.count() == 1


def test_a_new_term_counts_for_the_very_next_page(live_source: Source) -> None:
    intake.store(live_source, batch(post("1", "rooster")), AT)
    SearchTermFactory(query="rooster")

    assert intake.store(live_source, batch(post("2", "rooster")), AT).matched == 1


def test_a_term_that_ended_counts_no_more(live_source: Source) -> None:
    SearchTermFactory(query="rooster", end_date=now().date() - timedelta(days=1))

    assert intake.store(live_source, batch(post("1", "rooster")), AT).matched == 0
