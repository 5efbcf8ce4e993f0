"""The self-assessment: private, in pages, careful in its words."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Role, Unit, User
from tests.factories.growth import TpackFactory, tpack_answers
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.training import CertificateFactory, CourseFactory
from training.content import tpack as content
from training.domain import tpack
from training.models import TpackProfile

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Unit:
    made: Unit = UnitFactory()
    return made


def fill_in(client: Client, profile: TpackProfile, page: int, **data: object) -> object:
    answers = {one.code: 4 for one in content.on_page(page)}
    return client.post(reverse("training:tpack-step", args=[profile.pk, page]), answers | data)


def test_each_block_has_four_statements_and_each_page_one_of_each_block() -> None:
    assert Counter(one.block for one in content.ITEMS) == {b.code: 4 for b in content.BLOCKS}
    for number in range(1, content.PAGES + 1):
        assert {one.block for one in content.on_page(number)} == {b.code for b in content.BLOCKS}
    assert len({one.code for one in content.IN_ORDER}) == 28


def test_the_names_of_the_blocks_stay_hidden_while_answering(client: Client, eva: User) -> None:
    profile = TpackFactory(user=eva)
    client.force_login(eva)

    page = client.get(reverse("training:tpack-step", args=[profile.pk, 1])).content.decode()

    assert not any(f">{block.name}<" in page for block in content.BLOCKS)


def test_one_stops_halfway_and_goes_on_where_one_stopped(client: Client, eva: User) -> None:
    client.force_login(eva)
    client.post(reverse("training:tpack-list"), {"subject": "nursing"})
    profile = TpackProfile.objects.get()
    first = content.on_page(1)[0].code

    url = reverse("training:tpack-step", args=[profile.pk, 1])
    assert client.post(url, {first: 4}).status_code == 200  # the others are asked for
    client.post(url, {first: 4, "stop": "on"})

    profile.refresh_from_db()
    assert profile.answers == {first: 4}
    again = client.post(reverse("training:tpack-list"), {"subject": "nursing"})
    assert again.url == url  # type: ignore[attr-defined]
    for page in range(1, 5):
        fill_in(client, profile, page)
    profile.refresh_from_db()
    assert profile.finished_at
    fill_in(client, profile, 1, **{first: 1})
    profile.refresh_from_db()
    assert profile.answers[first] == 4


def test_the_profile_says_carefully_what_was_lowest_and_proposes_a_course(eva: User) -> None:
    course = CourseFactory(title="First steps")
    profile = TpackFactory(user=eva, finished=True, answers=tpack_answers(tk=1, pck=5))

    reading = tpack.read(tpack.scores(profile))

    assert reading.stands_out
    assert (reading.lowest.code, reading.highest.code) == ("tk", "pck")
    assert list(tpack.proposed(reading.lowest, eva, date(2026, 9, 1))) == [course]
    CertificateFactory(user=eva, course=course)
    done = tpack.proposed(reading.lowest, eva, date(2026, 9, 1))
    assert list(done) == [], "she did that one"
    assert not tpack.read(tpack.scores(TpackFactory(finished=True))).stands_out


def test_only_the_maker_sees_it_until_it_is_shared_with_the_manager(
    client: Client, unit: Unit
) -> None:
    eva = UserFactory(unit=unit)
    boss = UserFactory(roles=[Role.MANAGER], unit=unit)
    others = [UserFactory(unit=unit), UserFactory(roles=[Role.MANAGER], unit=UnitFactory())]
    profile = TpackFactory(user=eva, finished=True)
    url = profile.get_absolute_url()

    def seen(user: User) -> bool:
        client.force_login(user)
        return client.get(url).status_code == 200

    assert [seen(eva), seen(boss)] == [True, False]
    client.force_login(eva)
    client.post(reverse("training:tpack-share", args=[profile.pk]), {"share": "on"})
    assert [seen(boss), *map(seen, others)] == [True, False, False]
    assert client.post(reverse("training:tpack-delete", args=[profile.pk])).status_code == 404
    client.force_login(eva)
    client.post(reverse("training:tpack-share", args=[profile.pk]), {"stop": ""})
    assert not seen(boss)


def test_an_earlier_one_stands_beside_it(client: Client, eva: User) -> None:
    TpackFactory(user=eva, finished=True)
    newest = TpackFactory(user=eva, finished=True, answers=tpack_answers(tk=5))
    client.force_login(eva)

    figure = client.get(newest.get_absolute_url()).context["figure"]

    assert len(figure.table.head) == 3
