from __future__ import annotations

import pytest
from django.test import Client

from governance.models import Workshop
from people.models import User
from tests.factories.workshops import (
    ParticipantFactory,
    ProposalFactory,
    StatementFactory,
    WorkshopFactory,
    voted,
)
from tests.markup import assert_strict

pytestmark = pytest.mark.django_db
STEPS = ["lobby", "scene", "vote", "discuss", "propose", "prioritise", "top_five"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_has_a_screen_and_a_phone(
    client: Client, dirk: User, step: str, language: str
) -> None:
    dirk.language = language
    dirk.save()
    workshop = WorkshopFactory(step=step, facilitator=dirk)
    voted(StatementFactory(workshop=workshop), 1, 5, 5)
    ProposalFactory.create_batch(2, workshop=workshop)
    ProposalFactory(workshop=workshop, rank=1, owner=dirk)
    ProposalFactory(workshop=workshop, is_hidden=True)
    ParticipantFactory(workshop=workshop, key="mine")
    client.force_login(dirk)
    assert_strict(client.get(f"/governance/workshops/{workshop.pk}/run/"))
    assert_strict(client.get(f"/governance/workshops/{workshop.pk}/"))
    assert_strict(client.get(f"/governance/workshops/{workshop.pk}/replay/"))

    phone = Client(HTTP_COOKIE=f"workshop=mine; language={language}")
    page = phone.get(f"/governance/join/{workshop.code.lower()}/")

    assert page.status_code == 200
    assert_strict(page)


def test_the_empty_list_says_what_to_do(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    assert b"/governance/workshops/new/" in client.get("/governance/workshops/").content
    assert Workshop.objects.count() == 0
