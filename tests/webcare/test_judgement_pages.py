from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from core.clock import now
from people.models import Team, User
from tests.factories.webcare import CorrectionFactory, LearnedModelFactory, ticket_about
from webcare.domain import tickets
from webcare.models import RouterTraining

pytestmark = pytest.mark.django_db
PAGE, TRAIN, LIST = "webcare:judgement", "webcare:judgement-train", "webcare:correction-list"


@pytest.fixture(autouse=True)
def _learned(settings: Settings) -> None:
    settings.JUDGEMENT = "learned"


def page(client: Client, name: str = PAGE, **query: str) -> str:
    return client.get(reverse(name), query).content.decode()


def figures(**after: float) -> dict[str, dict[str, float]]:
    before = {"macro_f1": 0.9, "threats_missed": 3, "messages": 800, "threats": 60, "harmless": 300}
    return {"before": before, "after": {**before, **after}}


@pytest.mark.parametrize("name", [PAGE, LIST])
def test_an_agent_does_not_see_what_the_router_learned(
    client: Client, anna: User, name: str
) -> None:
    client.force_login(anna)

    assert client.get(reverse(name)).status_code == 403


def test_an_agent_cannot_train_the_router(client: Client, anna: User) -> None:
    client.force_login(anna)

    assert client.post(reverse(TRAIN)).status_code == 403
    assert not RouterTraining.objects.exists()


def test_at_first_the_model_that_came_along_judges(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    assert "the model that came with the product" in page(client)


def test_the_page_says_which_model_judges_and_from_what_it_learned(
    client: Client, dirk: User
) -> None:
    LearnedModelFactory(
        is_in_use=True, trained_by=dirk, learned_from=812, learned_from_own=12, figures=figures()
    )
    client.force_login(dirk)

    html = page(client)

    assert "812 examples, of which 12 put right here" in html
    assert "· Dirk" in html
    assert "judges now" in html


def test_the_figures_of_a_model_stand_beside_those_of_the_one_before(
    client: Client, dirk: User
) -> None:
    LearnedModelFactory(figures=figures(macro_f1=0.925, threats_missed=4))
    client.force_login(dirk)

    html = page(client)

    assert '0.900 → 0.925</span><br><span class="badge badge-good">better' in html
    assert '3 → 4</span><br><span class="badge badge-warn">worse' in html


def test_the_page_counts_what_was_put_right_since_the_last_training(
    client: Client, dirk: User
) -> None:
    CorrectionFactory(at=now() - timedelta(hours=1))
    LearnedModelFactory()
    CorrectionFactory.create_batch(2, at=now() + timedelta(seconds=1))
    CorrectionFactory(kind="priority", at=now() + timedelta(seconds=1))  # teaches nothing
    client.force_login(dirk)

    assert ">2 corrections</a>" in page(client)


def test_training_is_asked_for_and_shown_until_it_is_done(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    html = client.post(reverse(TRAIN), follow=True).content.decode()

    assert RouterTraining.objects.get().asked_by == dirk
    assert "Training … asked for by Dirk." in html
    assert "Train now" not in html


def test_who_comes_second_hears_that_it_is_being_trained_already(
    client: Client, dirk: User
) -> None:
    client.force_login(dirk)
    client.post(reverse(TRAIN))

    html = client.post(reverse(TRAIN), follow=True).content.decode()

    assert "The router is being trained already." in html
    assert RouterTraining.objects.count() == 1


def test_a_page_that_waited_is_drawn_anew_when_the_training_is_over(
    client: Client, dirk: User
) -> None:
    client.force_login(dirk)
    client.post(reverse(TRAIN))
    waiting = client.get(reverse(PAGE), headers={"HX-Request": "true"})
    RouterTraining.objects.update(state="trained", ended_at=now())

    over = client.get(reverse(PAGE), headers={"HX-Request": "true"})

    assert "Training …" in waiting.content.decode()
    assert over.headers["HX-Refresh"] == "true"


@pytest.mark.parametrize(
    ("state", "is_in_use", "told"),
    [
        ("trained", True, "judges from now on."),
        ("trained", False, "did worse than the model before it"),
        ("too_few", None, "too little to learn from"),
        ("failed", None, "The last training failed."),
    ],
)
def test_the_page_says_what_became_of_the_last_training(
    client: Client, dirk: User, state: str, is_in_use: bool | None, told: str
) -> None:
    model = None if is_in_use is None else LearnedModelFactory(is_in_use=is_in_use)
    RouterTraining.objects.create(asked_at=now(), ended_at=now(), state=state, model=model)
    client.force_login(dirk)

    assert told in page(client)


def test_without_a_judge_nothing_is_trained(client: Client, dirk: User, settings: Settings) -> None:
    settings.JUDGEMENT = "rules"
    client.force_login(dirk)

    assert "Train now" not in page(client)
    assert client.post(reverse(TRAIN)).status_code == 403


def test_the_list_tells_what_was_put_right_by_whom(
    client: Client, dirk: User, anna: User, comms: Team
) -> None:
    ticket = ticket_about("Schande!", is_unsure=True)
    tickets.reroute(ticket, to=comms, by=anna)
    client.force_login(dirk)

    html = page(client, LIST)

    assert f'href="{ticket.get_absolute_url()}">#{ticket.pk}</a>' in html
    assert '"Was">Info centre</td><td data-label="Became">Communications</td>' in html
    assert '"Who">Anna</td>' in html
    assert "at the next training" in html


def test_the_list_tells_that_the_router_was_right(client: Client, dirk: User, anna: User) -> None:
    tickets.confirm(ticket_about("Hm", is_unsure=True), by=anna)
    client.force_login(dirk)

    assert "Info centre · the router was right" in page(client, LIST)


def test_the_list_goes_on_where_it_stopped(client: Client, dirk: User) -> None:
    CorrectionFactory.create_batch(60)
    client.force_login(dirk)

    first = client.get(reverse(LIST)).context
    second = client.get(reverse(LIST), {"after": first["next"]}).context

    shown = [row.correction.pk for row in (*first["rows"], *second["rows"])]
    assert (len(first["rows"]), len(second["rows"]), second["next"]) == (50, 10, "")
    assert shown == sorted(shown, reverse=True)


@pytest.mark.parametrize("after", ["x", "-1", "²", "9" * 40, ""])
def test_a_mark_that_means_nothing_begins_at_the_start(
    client: Client, dirk: User, after: str
) -> None:
    CorrectionFactory()
    client.force_login(dirk)

    assert len(client.get(reverse(LIST), {"after": after}).context["rows"]) == 1
