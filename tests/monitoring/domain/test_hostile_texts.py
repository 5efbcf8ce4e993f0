"""Whatever strangers write: it is stored safely, shown as text, and stops nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from connectors.types import Author
from monitoring.domain import intake
from monitoring.models import Mention, Source
from people.models import User
from tests.factories.monitoring import SearchTermFactory
from tests.monitoring.fake_platform import AT, batch, post

pytestmark = pytest.mark.django_db

TEXTS = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "nul": "a\x00b",
    "half a surrogate": "kapot \ud83d emoji",
    "turned around": "\u202egpj.exe\u202c",
    "emoji family": "👨‍👩‍👧‍👦" * 50,
    "a megabyte": "lang " * 200_000,
    "combining": "Z̸̡̛" * 3_000,
    "only spaces": "   \n\t ",
    "brackets": "(" * 5_000,
    "json": '{"a": "\\u0000"}\\',
    "percent": "%s %(x)s {0} {x}",
    "sql": "'; DROP TABLE monitoring_mention; --",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_in_any_field_is_stored(live_source: Source, text: str) -> None:
    hostile = post(
        "1",
        text,
        author=Author(text, name=text, external_id=text, url=text),
        title=text,
        url=text,
        lang=text,
        in_reply_to=text,
        conversation=text,
        raw={"text": text, text: [text]},
    )

    stored = intake.store(live_source, batch(hostile, post("2")), AT)

    mention = Mention.objects.get(external_id="1")
    assert stored.new == 2
    assert "\x00" not in mention.text + mention.author_handle + mention.title
    assert len(mention.text) <= 50_000
    assert mention.url == ""


def test_a_long_id_stays_itself(live_source: Source) -> None:
    long = "https://nieuws.example/" + "a" * 300
    page = batch(post(long + "1"), post(long + "2"))

    assert intake.store(live_source, page, AT).new == 2
    assert intake.store(live_source, page, AT).new == 0


@pytest.mark.parametrize(
    "raw",
    [
        {"n": float("nan"), "i": float("inf")},
        {"big": 2**80},
        {"deep": None},
        {"when": datetime(2026, 1, 1, tzinfo=UTC)},
        {1: "number as a key"},
    ],
    ids=str,
)
def test_any_answer_is_kept(live_source: Source, raw: dict[Any, Any]) -> None:
    if "deep" in raw:
        for _ in range(500):
            raw = {"deep": raw}

    assert intake.store(live_source, batch(post("1", raw=raw)), AT).new == 1


def test_only_web_addresses_become_links(live_source: Source) -> None:
    page = batch(
        post("1", url="javascript:alert(1)"), post("2", url="https://fedi.example/2?a=b&c")
    )
    intake.store(live_source, page, AT)

    assert dict(Mention.objects.values_list("external_id", "url")) == {
        "1": "",
        "2": "https://fedi.example/2?a=b&c",
    }


def test_pages_show_markup_as_text(client: Client, anna: User, live_source: Source) -> None:
    SearchTermFactory(query="script")
    hostile = post("1", TEXTS["script"], title=TEXTS["script"], author=Author(TEXTS["script"]))
    intake.store(live_source, batch(hostile), AT)
    client.force_login(anna)

    for address in ("/monitoring/", Mention.objects.get().get_absolute_url()):
        body = client.get(address).content.decode()
        assert "alert(1)" in body
        assert "<script>alert" not in body
        assert "<img src=x" not in body
