"""Who may open which page, in people's words."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from monitoring.models import Channel, Source
from people.models import Role, User
from tests.factories.monitoring import (
    ChannelFactory,
    MentionFactory,
    SearchTermFactory,
    SourceFactory,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

READING = ["mention-list", "term-list", "source-list", "channel-list"]
MANAGING = ["source-create", "channel-create"]


@pytest.fixture
def owner() -> User:
    """Owns one channel and nothing else."""
    user: User = UserFactory(name="Olga", roles=[Role.CHANNEL_OWNER])
    return user


@pytest.fixture
def own_channel(owner: User) -> Channel:
    channel: Channel = ChannelFactory()
    channel.owners.add(owner)
    return channel


@pytest.mark.parametrize("name", [*READING, *MANAGING, "term-create", "term-try", "feed-preview"])
def test_eva_the_teacher_sees_nothing_of_it(client: Client, eva: User, name: str) -> None:
    client.force_login(eva)

    assert client.get(reverse(f"monitoring:{name}")).status_code == 403


@pytest.mark.parametrize("name", READING)
def test_whoever_is_not_signed_in_is_sent_to_the_entrance(client: Client, name: str) -> None:
    assert client.get(reverse(f"monitoring:{name}")).status_code == 302


@pytest.mark.parametrize("name", [*READING, "term-create"])
def test_anna_the_agent_reads_all_and_makes_search_terms(
    client: Client, anna: User, name: str
) -> None:
    client.force_login(anna)

    assert client.get(reverse(f"monitoring:{name}")).status_code == 200


@pytest.mark.parametrize("name", MANAGING)
def test_anna_the_agent_does_not_manage_sources_and_channels(
    client: Client, anna: User, name: str
) -> None:
    client.force_login(anna)

    assert client.get(reverse(f"monitoring:{name}")).status_code == 403


@pytest.mark.parametrize("name", [*READING, *MANAGING, "term-create"])
def test_dirk_the_manager_may_do_all(client: Client, dirk: User, name: str) -> None:
    client.force_login(dirk)

    assert client.get(reverse(f"monitoring:{name}")).status_code == 200


def test_anna_cannot_pause_a_source(client: Client, anna: User) -> None:
    source = SourceFactory()
    client.force_login(anna)

    for name in ("source-pause", "source-resume", "source-poll"):
        assert client.post(reverse(f"monitoring:{name}", args=[source.pk])).status_code == 403
    source.refresh_from_db()
    assert source.is_active


def test_an_owner_manages_the_sources_of_the_own_channel(
    client: Client, owner: User, own_channel: Channel
) -> None:
    source = SourceFactory(channel=own_channel)
    client.force_login(owner)

    client.post(reverse("monitoring:source-pause", args=[source.pk]))

    source.refresh_from_db()
    assert not source.is_active


def test_an_owner_does_not_change_somebody_elses_channel(
    client: Client, owner: User, own_channel: Channel
) -> None:
    other = ChannelFactory()
    client.force_login(owner)

    own = client.get(reverse("monitoring:channel-edit", args=[own_channel.pk]))
    others = client.get(reverse("monitoring:channel-edit", args=[other.pk]))

    assert (own.status_code, others.status_code) == (200, 403)


def test_an_owner_is_offered_only_the_own_channel(
    client: Client, owner: User, own_channel: Channel
) -> None:
    ChannelFactory()
    client.force_login(owner)

    page = client.get(reverse("monitoring:source-create"), {"platform": "x"})

    assert list(page.context["form"].fields["channel"].queryset) == [own_channel]


def test_an_owner_cannot_listen_through_somebody_elses_channel(
    client: Client, owner: User, own_channel: Channel
) -> None:
    other = ChannelFactory()
    client.force_login(owner)

    client.post(
        reverse("monitoring:source-create") + "?platform=x",
        {"kind": "mentions", "name": "Sneaky", "channel": other.pk, "interval_seconds": 60,
         "silent_after_hours": 72},
    )  # fmt: skip

    assert not Source.objects.exists()


def test_only_administrators_see_the_platforms_own_answer(client: Client, anna: User) -> None:
    mention = MentionFactory(raw={"secret_field": 1})
    address = mention.get_absolute_url()
    client.force_login(anna)
    assert "secret_field" not in client.get(address).content.decode()

    client.force_login(UserFactory(roles=[Role.ADMINISTRATOR]))
    assert "secret_field" in client.get(address).content.decode()


@pytest.mark.parametrize("action", ["stop", "resume", "delete"])
def test_a_get_changes_nothing(client: Client, dirk: User, action: str) -> None:
    term = SearchTermFactory()
    client.force_login(dirk)

    assert client.get(reverse(f"monitoring:term-{action}", args=[term.pk])).status_code == 405
