from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from connectors.types import Author, Unparsed
from core.clock import now
from governance.models.routing import Threat
from monitoring.domain import intake
from monitoring.domain.intake import Stored
from monitoring.models import Gap, Match, Mention, Source
from tests.factories.monitoring import ChannelFactory, SearchTermFactory, SourceFactory
from tests.monitoring.fake_platform import AT, batch, post

pytestmark = pytest.mark.django_db


def test_a_new_post_becomes_a_mention_with_its_judgement(live_source: Source) -> None:
    question = post("7", "Hebben jullie ook een open dag?", url="https://fedi.example/7")

    stored = intake.store(live_source, batch(question), AT)

    mention = Mention.objects.get()
    assert stored == Stored(new=1)
    assert (mention.external_id, mention.author_handle, mention.lang) == ("7", "guusje", "nl")
    assert (mention.seen_at, mention.url) == (AT, "https://fedi.example/7")
    assert mention.is_relevant
    assert not mention.is_history


def test_the_cursor_moves_with_the_page(live_source: Source) -> None:
    intake.store(live_source, batch(post(), cursor="42"), AT)

    live_source.refresh_from_db()
    assert live_source.cursor == {"high": "42"}
    assert live_source.last_item_at == AT


def test_a_repeated_page_writes_nothing(live_source: Source) -> None:
    page = batch(post("1"), post("2", "Nog een vraag"))
    intake.store(live_source, page, AT)
    before = _row_versions()

    stored = intake.store(live_source, page, AT + timedelta(minutes=1))

    assert stored == Stored()
    assert _row_versions() == before


def test_a_crash_in_the_middle_stores_nothing_and_the_repeat_stores_all(
    live_source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = batch(post("1"), post("2"), cursor="9")

    def crash(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(intake, "_advance", crash)
        with pytest.raises(KeyboardInterrupt):
            intake.store(live_source, page, AT)
    assert Mention.objects.count() == 0

    assert intake.store(live_source, page, AT) == Stored(new=2)


def test_a_source_that_changed_hands_stores_nothing(live_source: Source) -> None:
    Source.objects.update(leased_until=now())

    with pytest.raises(intake.TakenOver):
        intake.store(live_source, batch(post()), AT)

    assert Mention.objects.count() == 0


def test_an_edit_replaces_the_text_which_is_judged_anew(live_source: Source) -> None:
    term = SearchTermFactory(query="rooster")
    intake.store(live_source, batch(post("1", "Waar is het rooster?")), AT)
    Mention.objects.update(triaged_at=AT, judged_team="info")

    edited = post("1", "Waar is de kantine?", edited_at=AT)
    stored = intake.store(live_source, batch(edited), AT + timedelta(minutes=1))

    mention = Mention.objects.get()
    assert stored == Stored(updated=1)
    assert (mention.text, mention.triaged_at, mention.is_relevant, mention.judged_team) == (
        "Waar is de kantine?", None, True, "",
    )  # fmt: skip
    assert not Match.objects.filter(term=term).exists()


def test_an_older_version_that_comes_late_changes_nothing(live_source: Source) -> None:
    intake.store(live_source, batch(post("1", "nieuw", edited_at=AT)), AT)

    assert intake.store(live_source, batch(post("1", "oud")), AT) == Stored()
    assert Mention.objects.get().text == "nieuw"


def test_a_deleted_post_keeps_only_its_tombstone(live_source: Source) -> None:
    intake.store(live_source, batch(post("1", "Spijt van", raw={"content": "Spijt van"})), AT)

    intake.store(live_source, batch(post("1", "", is_deleted=True)), AT)
    intake.store(live_source, batch(post("1", "Spijt van")), AT)

    mention = Mention.objects.get()
    assert (mention.text, mention.raw, mention.deleted_at) == ("", {}, AT)
    assert mention.author_handle == "guusje"


def test_whatever_the_order_the_end_is_the_same(live_source: Source) -> None:
    versions = [
        post("1", "eerste"),
        post("1", "tweede", edited_at=AT - timedelta(seconds=30)),
        post("1", "derde", edited_at=AT),
        post("2", "blijft"),
        post("3", "gaat weg"),
        post("3", "", is_deleted=True),
        post("4", "met rooster", edited_at=AT),
        post("4", "zonder"),
    ]
    SearchTermFactory(query="rooster")
    shuffle = random.Random(4).shuffle
    ends = set()
    for _ in range(100):
        shuffle(versions)
        for one in versions:
            intake.store(live_source, batch(one), AT)
        ends.add(_state())
        Mention.objects.all().delete()

    assert ends == {
        (("1", "derde", False, 0), ("2", "blijft", False, 0), ("3", "", True, 0),
         ("4", "met rooster", False, 1))
    }  # fmt: skip


def test_a_page_may_hold_the_same_post_twice(live_source: Source) -> None:
    page = batch(post("1", "nieuw", edited_at=AT), post("1", "oud"))

    assert intake.store(live_source, page, AT) == Stored(new=1)
    assert Mention.objects.get().text == "nieuw"


def test_the_first_complete_run_is_history() -> None:
    source = SourceFactory(platform="mastodon", history_done_at=None)
    source.updated_at = AT

    intake.store(source, batch(post("1"), more=True), AT)
    assert source.history_done_at is None
    intake.store(source, batch(post("2")), AT)
    intake.store(source, batch(post("3")), AT + timedelta(minutes=1))

    history = dict(Mention.objects.values_list("external_id", "is_history"))
    assert history == {"1": True, "2": True, "3": False}


def test_an_old_item_of_a_quiet_feed_is_history(live_source: Source) -> None:
    old = post("1", published_at=AT - timedelta(days=31))

    intake.store(live_source, batch(old, post("2")), AT)

    history = dict(Mention.objects.values_list("external_id", "is_history"))
    assert history == {"1": True, "2": False}


def test_what_is_written_during_a_long_first_run_is_no_history() -> None:
    source = SourceFactory(platform="mastodon", history_done_at=None)
    source.updated_at = AT
    intake.store(source, batch(post("1"), more=True), AT)
    later = AT + timedelta(hours=1)

    intake.store(source, batch(post("2", published_at=AT + timedelta(minutes=9))), later)

    assert not Mention.objects.get(external_id="2").is_history


def test_what_may_have_been_forgotten_is_history_when_it_comes_again(live_source: Source) -> None:
    old, recent = AT - timedelta(days=31), AT - timedelta(days=29)

    intake.store(live_source, batch(post("1", published_at=old)), AT)
    intake.store(live_source, batch(post("2", published_at=recent)), AT)

    history = dict(Mention.objects.values_list("external_id", "is_history"))
    assert history == {"1": True, "2": False}


@pytest.mark.parametrize(
    ("text", "is_waiting"), [("Waar is de kantine?", True), ("Waar is het rooster?", False)]
)
def test_an_edit_is_judged_again_only_when_the_words_changed(
    live_source: Source, text: str, is_waiting: bool
) -> None:
    intake.store(live_source, batch(post("1", "Waar is het rooster?")), AT)
    Mention.objects.update(triaged_at=AT)

    intake.store(live_source, batch(post("1", text, edited_at=AT)), AT)

    assert Mention.objects.untriaged().exists() == is_waiting


def test_an_edit_that_leaves_the_words_alone_leaves_the_judgement_too(
    live_source: Source,
) -> None:
    intake.store(live_source, batch(post("1", "Ik maak jullie allemaal dood")), AT)
    Mention.objects.update(triaged_at=AT, threat=Threat.NONE, sentiment="neutral")

    intake.store(live_source, batch(post("1", "Ik maak jullie allemaal dood", edited_at=AT)), AT)

    mention = Mention.objects.get()
    assert (mention.threat, mention.sentiment, mention.triaged_at, mention.edited_at) == (
        Threat.NONE, "neutral", AT, AT,
    )  # fmt: skip


def test_what_a_search_brings_matters_only_when_a_term_finds_it() -> None:
    source = SourceFactory(platform="mastodon", kind=Source.Kind.SEARCH, history_done_at=AT)
    term = SearchTermFactory(query="rooster")

    stored = intake.store(source, batch(post("1", "mooi rooster"), post("2", "mooi weer")), AT)

    assert stored == Stored(new=2, matched=1)
    assert [match.term for match in Match.objects.all()] == [term]
    assert dict(Mention.objects.values_list("external_id", "is_relevant")) == {
        "1": True, "2": False,
    }  # fmt: skip


def test_a_post_that_a_search_found_first_becomes_ours_by_a_mention(live_source: Source) -> None:
    search = SourceFactory(platform="mastodon", kind=Source.Kind.SEARCH, history_done_at=AT)
    intake.store(search, batch(post("1", "mooi weer")), AT)

    intake.store(live_source, batch(post("1", "mooi weer")), AT)

    mention = Mention.objects.get()
    assert (mention.is_relevant, mention.is_history) == (True, False)


def test_history_of_a_new_source_is_no_history_for_a_live_one(live_source: Source) -> None:
    newcomer = SourceFactory(platform="mastodon", history_done_at=None)
    intake.store(newcomer, batch(post("1")), AT)

    intake.store(live_source, batch(post("1")), AT)

    assert not Mention.objects.get().is_history


def test_the_overlap_of_a_source_does_not_make_its_history_live() -> None:
    source = SourceFactory(platform="mastodon", history_done_at=None)
    intake.store(source, batch(post("1")), AT)
    intake.store(source, batch(post("1")), AT)

    assert Mention.objects.get().is_history


def test_our_own_posts_are_known_as_ours(live_source: Source) -> None:
    ChannelFactory(platform="mastodon", handle="RocDW", external_id="77")

    by_id = post("1", author=Author("anders", external_id="77"))
    by_name = post("2", author=Author("rocdw"))
    intake.store(live_source, batch(by_id, by_name, post("3")), AT)

    assert dict(Mention.objects.values_list("external_id", "is_own")) == {
        "1": True, "2": True, "3": False,
    }  # fmt: skip


def test_a_moment_in_the_future_becomes_now(live_source: Source) -> None:
    intake.store(live_source, batch(post(published_at=AT + timedelta(days=400))), AT)

    assert Mention.objects.get().published_at == AT


def test_an_item_not_understood_is_kept_once_and_counted(live_source: Source) -> None:
    page = batch(post("1"), unparsed=(Unparsed({"id": 9, "odd": "\x00"}, "KeyError: 'text'"),))

    assert intake.store(live_source, page, AT) == Stored(new=1, unparsed=1)
    intake.store(live_source, page, AT)

    live_source.refresh_from_db()
    assert live_source.unparsed_count == 1
    assert live_source.unparsed.get().raw == {"id": 9, "odd": ""}


def test_a_post_that_cannot_be_stored_does_not_stop_the_others(live_source: Source) -> None:
    bad = [post(""), post("2", published_at="yesterday"), post("3", None), post("4", author=5)]  # type: ignore[arg-type]

    stored = intake.store(live_source, batch(*bad, post("5")), AT)

    assert stored == Stored(new=1, unparsed=4)
    assert Mention.objects.get().external_id == "5"
    assert live_source.unparsed.count() == 4


def test_a_value_that_postgres_refuses_is_found_and_put_aside(
    live_source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitoring.domain.mention_rows._LONGEST_NAME", 900)
    bad = post("3", author=Author("x" * 300))

    stored = intake.store(live_source, batch(post("1"), post("2"), bad, post("4")), AT)

    assert stored == Stored(new=3, unparsed=1)


def test_a_gap_is_noted_once(live_source: Source) -> None:
    intake.store(live_source, batch(gap="X shows the newest 800 mentions only."), AT)
    intake.store(live_source, batch(gap="X shows the newest 800 mentions only."), AT)

    assert Gap.objects.get().to_at == AT


def test_a_page_costs_a_fixed_number_of_queries(
    live_source: Source, django_assert_num_queries: Any
) -> None:
    SearchTermFactory(query="rooster")
    intake.store(live_source, batch(post("0", "rooster")), AT)
    small = batch(*(post(f"a{n}", f"rooster {n}") for n in range(1)))
    large = batch(*(post(f"b{n}", f"rooster {n}") for n in range(300)))

    for page in (small, large):
        with django_assert_num_queries(14):
            intake.store(live_source, page, AT)


def _row_versions() -> list[tuple[Any, ...]]:
    """Which transaction wrote each row: changes as soon as a row is written again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, xmin::text, ctid::text FROM monitoring_mention ORDER BY id")
        return list(cursor.fetchall())


def _state() -> tuple[Any, ...]:
    return tuple(
        (one.external_id, one.text, one.deleted_at is not None, one.matches.count())
        for one in Mention.objects.order_by("external_id")
    )
