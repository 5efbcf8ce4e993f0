"""My mandate, the team's, and who may post on a channel."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Role, User
from tests.factories.channels import ChannelChoiceFactory
from tests.factories.growth import confirms, mandate_protocol
from tests.factories.people import UnitFactory, UserFactory
from training.domain import channel_mandates, mandate_states
from training.models import ChannelMandate

pytestmark = pytest.mark.django_db


def test_a_person_sees_what_to_do_and_where_they_may_post(client: Client, eva: User) -> None:
    version = mandate_protocol()
    mine = ChannelChoiceFactory(chosen=True, owner=eva, name="@mine")
    ChannelChoiceFactory(chosen=True, owner=UserFactory(name="Chris"), name="@other")
    client.force_login(eva)

    page = client.get(reverse("training:my-mandate")).content.decode()

    assert "You have no mandate to post" in page
    assert "Ask Chris when you want to post here." in page
    assert reverse("training:channel-rights", args=[mine.pk]) in page
    confirms(eva, version)
    page = client.get(reverse("training:my-mandate")).content.decode()
    assert "You may post here without approval." in page


def test_an_owner_shares_the_channel_and_takes_it_back(client: Client, eva: User) -> None:
    version = mandate_protocol()
    choice = ChannelChoiceFactory(chosen=True, owner=eva)
    joris = UserFactory(name="Joris Bos")
    client.force_login(eva)
    url = reverse("training:channel-rights", args=[choice.pk])

    assert client.post(url, {"person": "Nobody"}).status_code == 200
    client.post(url, {"person": "joris bos"})
    client.post(url, {"person": joris.email})

    given = ChannelMandate.objects.get()
    assert not channel_mandates.may_post_alone(joris, choice)
    confirms(joris, version)
    assert channel_mandates.may_post_alone(joris, choice)
    client.post(reverse("training:channel-right-end", args=[given.pk]))
    assert not channel_mandates.may_post_alone(joris, choice)


def test_a_stranger_gives_no_rights(client: Client, eva: User) -> None:
    choice = ChannelChoiceFactory(chosen=True, owner=UserFactory())
    given = channel_mandates.grant(choice, eva, by=choice.owner)
    client.force_login(eva)

    url = reverse("training:channel-rights", args=[choice.pk])
    assert client.post(url, {"person": eva.email}).status_code == 403
    end = client.post(reverse("training:channel-right-end", args=[given.pk]))
    assert end.status_code == 403
    assert client.get(reverse("training:mandate-team")).status_code == 403


def test_a_manager_sees_the_own_unit_with_what_each_lacks(client: Client) -> None:
    version = mandate_protocol(course=True, posts=3)
    unit = UnitFactory()
    dirk = UserFactory(name="Dirk", roles=[Role.MANAGER], unit=unit)
    eva = UserFactory(name="Eva", unit=unit)
    UserFactory(name="Stranger", unit=UnitFactory())
    confirms(eva, version)
    client.force_login(dirk)
    url = reverse("training:mandate-team")

    response = client.get(url)

    rows = {one.user.name: one for one in response.context["page"].rows}
    assert set(rows) == {"Dirk", "Eva"}
    assert rows["Eva"].met == [("confirm", True), ("course", False), ("posts", False)]
    held = client.get(url, {"show": "held"}).context["page"].rows
    assert held == []


def test_who_lost_it_can_be_found_among_many(client: Client, eva: User) -> None:
    version = mandate_protocol()
    confirms(eva, version)
    mandate_states.compare(eva)
    eva.acknowledgements.all().delete()
    mandate_states.compare(eva)
    UserFactory.create_batch(55)
    client.force_login(UserFactory(roles=[Role.BOARD]))
    url = reverse("training:mandate-team")

    (only,) = client.get(url, {"show": "lost"}).context["page"].rows
    first = client.get(url).context["page"]
    second = client.get(url, {"after": first.next}).context["page"]

    assert only.user == eva
    assert len(first.rows) == 50
    assert {one.user.pk for one in first.rows}.isdisjoint({one.user.pk for one in second.rows})
