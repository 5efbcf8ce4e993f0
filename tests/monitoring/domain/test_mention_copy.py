"""What is copied into the table comes out as it went in."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from connectors.types import Author
from monitoring.domain import intake
from monitoring.models import Mention, Source
from tests.monitoring.fake_platform import AT, batch, post

pytestmark = pytest.mark.django_db

AWKWARD = [
    r"\N",
    r"\.",
    "een\ttab en een\nregel",
    r"C:\school\nieuw \\ \t",
    '{"a": "b\\"c"}',
    "één café 😂👍🏽 ‘aanhalingen’",
    "naam, met 'quotes' en \"dubbele\"",
]


def stored_by_copy(source: Source, page: Any) -> None:
    """Store a page, and make sure that no INSERT was needed."""
    with CaptureQueriesContext(connection) as captured:
        intake.store(source, page, AT)
    statements = [query["sql"] for query in captured]
    assert not any("INTO monitoring_mention " in sql for sql in statements)


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_signs_survive(live_source: Source, text: str) -> None:
    raw = {"content": text, "list": [text, None, 1.5, True]}

    stored_by_copy(live_source, batch(post("1", text, author=Author(text[:20], text), raw=raw)))

    mention = Mention.objects.get()
    assert (mention.text, mention.author_name, mention.raw) == (text, text.strip(), raw)


def test_words_of_a_threat_are_kept_as_written(live_source: Source) -> None:
    stored_by_copy(live_source, batch(post("1", "Ik schiet jullie morgen allemaal dood")))

    assert "schiet jullie" in Mention.objects.get().threat_words


def test_what_copy_refuses_takes_the_other_way_with_its_whole_page(live_source: Source) -> None:
    page = batch(post("1"), post("2", raw={"nul": "a\x00b"}), post("3", raw={"large": 2**80}))

    stored = intake.store(live_source, page, AT)

    assert (stored.new, stored.unparsed) == (3, 0)
    assert Mention.objects.get(external_id="2").raw == {"nul": "ab"}
