from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django import Settings

from core.models import LogEntry
from monitoring.models import Mention
from people.models import Institution, Team
from tests.factories.governance import policy_in_force
from tests.factories.monitoring import SearchTermFactory
from tests.factories.webcare import LearnedModelFactory
from tests.webcare.domain.judgement import made_up
from webcare.models import Ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the command over these lines: dicts, or raw bytes."""

    def run(*lines: dict[str, Any] | bytes) -> list[dict[str, Any]]:
        raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
        stdin = io.TextIOWrapper(io.BytesIO(b"\n".join(raw)))
        monkeypatch.setattr(sys, "stdin", stdin)
        out = io.StringIO()
        call_command("route_messages", stdout=out)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return run


@pytest.fixture
def policy(college: Institution, info: Team, comms: Team, crisis: Team) -> None:
    policy_in_force(
        {"words": "rooster", "team": info, "category": "timetable", "name": "Timetable"},
        {"words": "klacht OR lesuitval", "team": comms, "category": "complaint", "priority": 3},
        {"words": "haha", "team": None, "category": "joke"},
        {"terms": ["nieuwbouw"], "team": comms, "category": "building"},
    )


def test_a_line_out_for_a_line_in(run: Any, policy: None) -> None:
    (line,) = run({"id": "s1", "text": "Waar vind ik het rooster?", "platform": "x"})

    assert sorted(line) == [
        "category",
        "id",
        "lang",
        "policy_version",
        "priority",
        "reasons",
        "sentiment",
        "shown_to",
        "team",
        "threat",
        "unsure",
        "urgent",
    ]
    assert (line["id"], line["team"], line["category"]) == ("s1", "info", "timetable")
    assert (line["priority"], line["urgent"], line["lang"]) == ("normal", False, "nl")
    assert "Timetable" in line["reasons"][0]


def test_what_needs_no_answer_goes_to_none(run: Any, policy: None) -> None:
    assert run({"id": 1, "text": "haha"})[0]["team"] == "none"


def test_noise_is_nobodys_but_shown_to_somebody_while_the_judge_is_in_doubt(
    run: Any, policy: None, settings: Settings
) -> None:
    settings.JUDGEMENT = "learned"
    model = made_up.model({"lol": {"none": 9.0}, "grapje": {"none": 1.5}})
    LearnedModelFactory(is_in_use=True, stored=model.dump())

    sure, in_doubt = run({"id": "1", "text": "lol"}, {"id": "2", "text": "grapje"})

    assert (sure["team"], sure["shown_to"], sure["unsure"]) == ("none", "none", False)
    assert (in_doubt["team"], in_doubt["shown_to"], in_doubt["unsure"]) == ("none", "info", True)
    assert in_doubt["priority"] == "low"


def test_what_is_judged_shows_its_danger_and_tone(
    run: Any, policy: None, settings: Settings
) -> None:
    settings.JUDGEMENT = "learned"
    model = made_up.model({"poef": {"crisis": 9.0, "negative": 9.0}})
    LearnedModelFactory(is_in_use=True, stored=model.dump())

    (line,) = run({"id": "1", "text": "poef"})

    assert (line["threat"], line["sentiment"]) == ("likely", "negative")
    assert (line["team"], line["shown_to"], line["urgent"]) == ("crisis", "crisis", True)


def test_danger_is_urgent_and_goes_to_the_crisis_team(run: Any, policy: None) -> None:
    (line,) = run({"id": "1", "text": "morgen blaas ik de school op en schiet iedereen dood"})

    assert (line["team"], line["urgent"], line["priority"]) == ("crisis", True, "urgent")


def test_search_terms_reach_the_rules(run: Any, policy: None) -> None:
    SearchTermFactory(slug="nieuwbouw", query="nieuwbouw OR bouwput")

    assert run({"id": "1", "text": "wat een bouwput zeg"})[0]["category"] == "building"


def test_a_reply_that_the_rules_leave_open_follows_its_parent(run: Any, policy: None) -> None:
    lines = run(
        {"id": "b", "text": "bij ons ook al de vierde keer", "in_reply_to": "a"},
        {"id": "a", "text": "weer lesuitval vandaag"},
        {"id": "c", "text": "en het rooster dan?", "in_reply_to": "a"},
    )

    assert [line["team"] for line in lines] == ["comms", "comms", "info"]


def test_messages_that_answer_each_other_end_somewhere(run: Any, policy: None) -> None:
    lines = run(
        {"id": "a", "text": "jij", "in_reply_to": "b"},
        {"id": "b", "text": "nee jij", "in_reply_to": "a"},
        {"id": "c", "text": "ik", "in_reply_to": "c"},
    )

    assert [line["team"] for line in lines] == ["info"] * 3


def test_a_long_chain_of_answers_ends_too(run: Any, policy: None) -> None:
    chain = [
        {"id": str(number), "text": "ja", "in_reply_to": str(number - 1)} for number in range(1_500)
    ]

    assert len(run({"id": "-1", "text": "weer lesuitval"}, *chain)) == 1_501


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b"{", "line 1"),
        (b"[]", "line 1"),
        (b'"text"', "line 1"),
        (b"\xff\xfe", "line 1"),
        (b'{"id": "s1"}', "s1"),
        (b'{"id": "s1", "text": null}', "s1"),
        (b'{"id": "s1", "text": "a", "author": {}}', "s1"),
        (b"[" * 100_000, "line 1"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(
    run: Any, policy: None, line: bytes, name: str
) -> None:
    bad, good = run(line, {"id": "s2", "text": "rooster"})

    assert (sorted(bad), bad["id"]) == (["error", "id"], name)
    assert (good["id"], good["team"]) == ("s2", "info")


def test_empty_lines_and_input_are_nothing(run: Any, db: None) -> None:
    assert run(b"", b"  ") == []


def test_it_works_on_an_empty_database(run: Any, db: None) -> None:
    question, danger = run(
        {"id": "1", "text": "rooster?"}, {"id": "2", "text": "ik schiet jullie allemaal dood"}
    )

    assert (question["team"], question["policy_version"]) == ("info", None)
    assert danger["team"] == "crisis"


def test_nothing_is_written(run: Any, policy: None) -> None:
    run({"id": "1", "text": "rooster"}, {"id": "2", "text": "klacht"})

    assert [model.objects.count() for model in (Mention, Ticket, LogEntry)] == [0, 0, 0]
