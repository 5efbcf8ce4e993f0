from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core import audit
from governance.content.closing_post import proposal
from governance.domain import channel_closing, channels
from governance.models import ChannelChoice
from governance.waiting import channels as waiting
from people.models import User
from tests.factories.channels import ChannelChoiceFactory

pytestmark = pytest.mark.django_db
State = ChannelChoice.State
TODAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def leaving(dirk: User) -> ChannelChoice:
    choice = ChannelChoiceFactory(chosen=True, platform="flickr", owner=dirk)
    return channel_closing.start(
        choice, edition=1, by=dirk, close_date=date(2026, 11, 30), reason="Bijna niemand kijkt."
    )


def settle_all(choice: ChannelChoice, by: User) -> None:
    for step in channel_closing.checklist(choice).steps:
        if not step.is_settled:
            channel_closing.settle(choice, step.content.code, is_done=True, note="", by=by)


def test_closing_goes_in_steps_with_who_and_when(leaving: ChannelChoice, dirk: User) -> None:
    with time_machine.travel(NOW, tick=False):
        channel_closing.settle(leaving, "announce", is_done=True, note="Post van 2 nov", by=dirk)

    found = channel_closing.checklist(leaving)

    assert (found.settled, found.left) == (1, len(channel_closing.STEP_CODES) - 1)
    first = found.steps[0].row
    assert (first.done_by, first.done_at, first.note) == (dirk, NOW, "Post van 2 nov")


def test_a_step_is_skipped_with_a_note_or_opened_again(leaving: ChannelChoice, dirk: User) -> None:
    skipped = channel_closing.settle(leaving, "archive", is_done=False, note="Leeg", by=dirk)
    assert skipped.is_skipped
    assert channel_closing.checklist(leaving).settled == 1

    channel_closing.settle(leaving, "archive", is_done=False, note="", by=dirk)
    assert channel_closing.checklist(leaving).settled == 0


def test_it_closes_only_when_every_step_is_settled(leaving: ChannelChoice, dirk: User) -> None:
    with pytest.raises(channel_closing.NotReady):
        channel_closing.finish(leaving, edition=leaving.edition, by=dirk)

    settle_all(leaving, dirk)
    with time_machine.travel(NOW, tick=False):
        closed = channel_closing.finish(leaving, edition=leaving.edition, by=dirk)

    assert (closed.state, closed.close_date) == (State.CLOSED, TODAY)
    assert audit.history(closed).get(verb="closed a channel").reason == "Bijna niemand kijkt."
    with pytest.raises(channels.WrongState):
        channel_closing.settle(closed, "archive", is_done=False, note="", by=dirk)


def test_staying_after_all_forgets_the_list(leaving: ChannelChoice, dirk: User) -> None:
    settle_all(leaving, dirk)

    kept = channel_closing.keep(leaving, edition=leaving.edition, by=dirk)

    assert (kept.state, kept.close_date, kept.closing_steps.count()) == (State.CHOSEN, None, 0)


def test_a_closed_channel_can_be_considered_again(leaving: ChannelChoice, dirk: User) -> None:
    settle_all(leaving, dirk)
    closed = channel_closing.finish(leaving, edition=leaving.edition, by=dirk)

    again = channels.reconsider(closed, edition=closed.edition, by=dirk)

    assert again.state == State.CONSIDERED
    assert "closed a channel" in [entry.verb for entry in audit.history(again)]


def test_only_a_chosen_channel_can_be_closed(dirk: User) -> None:
    choice = ChannelChoiceFactory()

    with pytest.raises(channels.WrongState):
        channel_closing.start(choice, edition=1, by=dirk, close_date=TODAY, reason="Weg")


def test_the_post_says_when_and_where_to_go(leaving: ChannelChoice) -> None:
    ChannelChoiceFactory(chosen=True, platform="instagram", hours_per_week=5)
    ChannelChoiceFactory(chosen=True, platform="x", hours_per_week=3)
    ChannelChoiceFactory(platform="tiktok")

    text = channel_closing.announcement(leaving)

    assert "op 30 november 2026" in text
    assert "op Flickr" in text
    assert "via Instagram, X en onze website" in text
    assert "TikTok" not in text
    assert "via onze website" in proposal("X", "", None, [])


def test_the_page_leads_through_the_steps(
    client: Client, dirk: User, leaving: ChannelChoice
) -> None:
    client.force_login(dirk)
    page = client.get(leaving.get_absolute_url()).content.decode()
    assert "Wij stoppen op 30 november 2026" in page
    step = reverse("governance:closing-step", args=[leaving.pk, "announce"])

    client.post(step, {"outcome": "skipped"})
    assert channel_closing.checklist(leaving).settled == 0
    client.post(step, {"outcome": "skipped", "note": "Niemand volgt ons"})
    assert channel_closing.checklist(leaving).settled == 1
    assert client.post(step.replace("announce", "explode")).status_code == 404

    end = reverse("governance:closing-end", args=[leaving.pk])
    form = {"step": "finish", "edition": leaving.edition}
    client.post(end, form)
    leaving.refresh_from_db()
    assert leaving.state == State.CLOSING
    settle_all(leaving, dirk)
    client.post(end, form)
    leaving.refresh_from_db()
    assert leaving.state == State.CLOSED
    assert client.get(leaving.get_absolute_url()).status_code == 200


def test_a_date_that_has_passed_is_refused(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    choice = ChannelChoiceFactory(chosen=True)
    url = reverse("governance:closing-start", args=[choice.pk])

    page = client.post(url, {"edition": 1, "close_date": "2020-01-01", "reason": "Weg"})

    assert "This date has passed." in page.content.decode()


def test_closing_from_an_old_page_loses_no_word(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    choice = ChannelChoiceFactory(chosen=True)
    channels.save(choice, edition=1, by=dirk, fields={"name": "Ander account"})
    url = reverse("governance:closing-start", args=[choice.pk])
    form = {"edition": 1, "close_date": "2099-01-01", "reason": "De toon past niet."}

    page = client.post(url, form)

    assert page.status_code == 409
    assert "De toon past niet." in page.content.decode()
    again = {**form, "edition": page.context["form"]["edition"].value()}
    assert client.post(url, again).headers["Location"] == choice.get_absolute_url()


# --- what waits -------------------------------------------------------------------------------
def test_a_decision_that_stays_away_waits_for_the_owner(dirk: User, eva: User) -> None:
    with time_machine.travel(NOW - timedelta(days=61), tick=False):
        ChannelChoiceFactory(owner=dirk, platform="tiktok", name="")
    with time_machine.travel(NOW - timedelta(days=59), tick=False):
        ChannelChoiceFactory(owner=dirk)

    (entry,) = waiting.undecided(dirk, TODAY)

    assert "TikTok" in entry.text
    assert not list(waiting.undecided(eva, TODAY))


def test_steps_wait_when_the_date_is_near(leaving: ChannelChoice, dirk: User) -> None:
    channel_closing.settle(leaving, "announce", is_done=True, note="", by=dirk)

    assert not list(waiting.closing(dirk, date(2026, 11, 15)))
    with override("en"):
        (entry,) = waiting.closing(dirk, date(2026, 11, 16))
    assert entry.due == date(2026, 11, 30)
    assert f"{len(channel_closing.STEP_CODES) - 1} steps are left" in entry.text

    settle_all(leaving, dirk)
    (entry,) = waiting.closing(dirk, date(2026, 11, 29))
    assert entry.url == leaving.get_absolute_url()


def test_the_second_with_a_step_hears_what_the_first_did(
    client: Client, leaving: ChannelChoice, dirk: User, anna: User
) -> None:
    channel_closing.settle(leaving, "announce", is_done=True, note="Post van 2 nov", by=anna)
    client.force_login(dirk)
    step = reverse("governance:closing-step", args=[leaving.pk, "announce"])

    told = client.post(step, {"outcome": "skipped", "note": "Niemand volgt ons"}, follow=True)

    row = channel_closing.checklist(leaving).steps[0].row
    assert (row.done_by, row.note) == (anna, "Post van 2 nov")
    message = " ".join(str(one) for one in told.context["messages"])
    assert all(words in message for words in ("Anna", "Post van 2 nov", "Niemand volgt ons"))


def test_the_same_click_twice_is_one_step(leaving: ChannelChoice, dirk: User) -> None:
    once = channel_closing.settle(leaving, "announce", is_done=True, note="Post", by=dirk)
    twice = channel_closing.settle(leaving, "announce", is_done=True, note="Post", by=dirk)

    assert (once.pk, once.done_at) == (twice.pk, twice.done_at)
