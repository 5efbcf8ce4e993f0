"""Answers that came in before what they answer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core.clock import now
from monitoring.models import Mention, Source
from tests.factories.monitoring import MentionFactory, SourceFactory

pytestmark = pytest.mark.django_db


def answer(source: Source, **fields: Any) -> Mention:
    found: Mention = MentionFactory(source=source, in_reply_to="1", conversation="1", **fields)
    return found


@pytest.fixture
def reads_back() -> Source:
    """A source in the middle of its way back from the newest."""
    source: Source = SourceFactory(cursor={"high": "5", "walk": {"oldest": "9"}})
    return source


def test_an_answer_waits_until_its_source_has_read_back(reads_back: Source) -> None:
    waiting = answer(reads_back)
    assert not Mention.objects.untriaged().exists()

    Source.objects.update(cursor={"high": "12"})

    assert list(Mention.objects.untriaged()) == [waiting]


def test_an_answer_goes_on_as_soon_as_its_conversation_is_known(reads_back: Source) -> None:
    answer(reads_back)

    MentionFactory(source=reads_back, external_id="1", conversation="1")

    assert Mention.objects.untriaged().count() == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"threat": "possible"},
        {"seen_at": now() - timedelta(minutes=6)},
    ],
    ids=["danger", "what waited long"],
)
def test_danger_never_waits_and_nothing_waits_long(
    reads_back: Source, fields: dict[str, Any]
) -> None:
    answer(reads_back, **fields)

    assert Mention.objects.untriaged().exists()


def test_what_came_from_elsewhere_does_not_wait(reads_back: Source) -> None:
    answer(SourceFactory())
    MentionFactory(source=None, in_reply_to="1", conversation="1")

    assert Mention.objects.untriaged().count() == 2
