from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from monitoring.domain import importing
from monitoring.domain.import_formats import Problem, UnknownFormat
from monitoring.domain.intake import Stored
from monitoring.models import Mention
from tests.factories.monitoring import SourceFactory

pytestmark = pytest.mark.django_db


def test_a_dutch_csv_is_read_with_its_own_column_names() -> None:
    body = (
        "Datum;Auteur;Bericht;Kanaal\r\n"
        '03-11-2026 14:05;@guusje;"Waar is het rooster; weet iemand dat?";x\r\n'
    ).encode("utf-8-sig")

    done = importing.import_file(body)

    mention = Mention.objects.get()
    assert done.stored == Stored(new=1)
    assert (mention.platform, mention.author_handle) == ("x", "guusje")
    assert mention.text == "Waar is het rooster; weet iemand dat?"
    assert mention.published_at == datetime(2026, 11, 3, 13, 5, tzinfo=UTC)
    assert (mention.is_relevant, mention.is_history) == (True, True)


def test_a_comma_csv_is_read_too() -> None:
    importing.import_file(b'text,author\n"Mooi, hoor",bas\n', platform="facebook")

    assert Mention.objects.get().text == "Mooi, hoor"


def test_json_lines_are_read_and_a_bad_line_is_told_with_its_number() -> None:
    good = {"id": "s01", "text": "Hoi", "author": "@a", "platform": "x", "in_reply_to": None}
    body = f"{json.dumps(good)}\n{{broken\n\n{json.dumps({'id': 's02'})}\n".encode()

    done = importing.import_file(body)

    assert (done.read, done.stored) == (1, Stored(new=1))
    assert [problem.place for problem in done.problems] == ["line 2", "line 4"]
    assert done.problems[1] == Problem("line 4", "'text' is missing")


def test_the_same_file_twice_changes_nothing() -> None:
    body = b"text;author\nHoi;anna\n"
    importing.import_file(body, platform="x")

    assert importing.import_file(body, platform="x").stored == Stored()


def test_live_messages_are_no_history() -> None:
    importing.import_file(b'{"id": 1, "text": "Hoi", "platform": "x"}', is_live=True)

    assert list(Mention.objects.untriaged()) == [Mention.objects.get()]


def test_a_file_for_a_source_belongs_to_it() -> None:
    source = SourceFactory(platform="mastodon")

    importing.import_file(b'{"id": "1", "text": "Hoi", "platform": "x"}', source=source)

    mention = Mention.objects.get()
    assert (mention.platform, mention.source) == ("mastodon", source)


def test_a_saved_answer_of_x_is_read() -> None:
    answer = {
        "data": [
            {"id": "1861000000000000001", "text": "Hoi @roc", "author_id": "9",
             "created_at": "2026-11-20T10:00:00.000Z"}
        ],
        "includes": {"users": [{"id": "9", "username": "guusje", "name": "Guusje"}]},
    }  # fmt: skip

    importing.import_file(json.dumps(answer).encode())

    mention = Mention.objects.get()
    assert (mention.platform, mention.author_handle) == ("x", "guusje")


def test_a_saved_answer_of_facebook_is_read_with_its_comments() -> None:
    answer = {
        "data": [
            {"id": "100_1", "message": "Open dag!", "created_time": "2026-11-20T10:00:00+0000",
             "comments": {"data": [
                 {"id": "100_2", "message": "Hoe laat?", "created_time": "2026-11-20T11:00:00+0000"}
             ]}}
        ]
    }  # fmt: skip

    assert importing.import_file(json.dumps(answer).encode()).stored == Stored(new=2)
    assert Mention.objects.get(text="Hoe laat?").conversation == "100_1"


def test_a_saved_answer_of_mastodon_is_read() -> None:
    status = {
        "id": "5", "content": "<p>Hoi</p>", "created_at": "2026-11-20T10:00:00Z",
        "url": "https://fedi.example/@anna/5",
        "account": {"id": "7", "acct": "anna", "display_name": "Anna"},
    }  # fmt: skip

    importing.import_file(json.dumps([{"type": "mention", "status": status}]).encode())

    mention = Mention.objects.get()
    assert (mention.external_id, mention.text) == ("fedi.example:5", "Hoi")


def test_a_feed_is_read() -> None:
    body = (
        b'<rss version="2.0"><channel><title>Nieuws</title><item><title>Nieuwbouw</title>'
        b"<link>https://nieuws.example/1</link></item></channel></rss>"
    )

    importing.import_file(body)

    assert Mention.objects.get().platform == "rss"


@pytest.mark.parametrize("body", [b"", b"naam;kleur\nJan;rood", b"<html></html>", b'{"a": 1}'])
def test_a_file_without_messages_is_refused(body: bytes) -> None:
    with pytest.raises(UnknownFormat):
        importing.import_file(body)
