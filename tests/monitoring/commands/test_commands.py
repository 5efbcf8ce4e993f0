from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from connectors.errors import Temporary
from monitoring.models import Source
from tests.monitoring.fake_platform import FakePlatform, batch, post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("platform")]


def run(*arguments: str) -> list[dict[str, object]]:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO())
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_poll_prints_a_line_per_source(live_source: Source, platform: type[FakePlatform]) -> None:
    platform.give("fedi", batch(post("1"), post("2")))

    assert run("poll", "--once") == [
        {
            "source": live_source.pk,
            "fetched": 2,
            "new": 2,
            "updated": 0,
            "unparsed": 0,
            "matched": 0,
            "error": "",
        }
    ]


def test_poll_tells_what_went_wrong(live_source: Source, platform: type[FakePlatform]) -> None:
    platform.give("fedi", Temporary("The platform answered 503."))

    (line,) = run("poll", "--source", str(live_source.pk))

    assert line["error"] == "unreachable: The platform answered 503."


def test_poll_goes_on_until_nothing_waits(
    live_source: Source, platform: type[FakePlatform], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitoring.domain.polling.PAGES_PER_POLL", 1)
    platform.give("fedi", batch(post("1"), more=True), batch(post("2")))

    assert [line["new"] for line in run("poll")] == [1, 1]


def test_poll_refuses_a_source_that_is_not_there() -> None:
    with pytest.raises(CommandError):
        run("poll", "--source", "999")


def test_import_prints_the_counts(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text('{"id": "1", "text": "Hoi", "platform": "x"}\n{"id": "2"}\n')

    assert run("import_mentions", str(file)) == [
        {"read": 1, "new": 1, "updated": 0, "unparsed": 0, "matched": 0, "bad": 1}
    ]


def test_import_refuses_a_file_that_is_not_there() -> None:
    with pytest.raises(CommandError):
        run("import_mentions", "/nowhere.csv")
