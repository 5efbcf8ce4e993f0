from __future__ import annotations

import pytest
from django.utils import translation

from governance.domain import reasons
from governance.domain.reasons import Reason
from governance.domain.routing import Utterance, table
from people.models import Institution, Team
from tests.factories.governance import policy_in_force

pytestmark = pytest.mark.django_db


def test_the_first_rule_that_fits_decides(info: Team, comms: Team) -> None:
    version = policy_in_force(
        {"words": "rooster", "team": info, "category": "roster"},
        {"words": "rooster OR klacht", "team": comms, "category": "complaint"},
    )

    hit = table(version).first_match(Utterance("Klacht over het rooster"))

    assert hit is not None
    assert hit.rule.category == "roster"


def test_a_rule_without_conditions_fits_everything(info: Team) -> None:
    version = policy_in_force({"words": "rooster"}, {"category": "rest"})

    hit = table(version).first_match(Utterance("Mooi weer vandaag"))

    assert hit is not None
    assert hit.rule.category == "rest"


def test_no_rule_fits_when_no_condition_holds() -> None:
    version = policy_in_force({"words": "rooster"})

    assert table(version).first_match(Utterance("Mooi weer vandaag")) is None


@pytest.mark.parametrize(
    ("condition", "utterance", "holds"),
    [
        ({"platforms": ["x"]}, Utterance("hoi", platform="x"), True),
        ({"platforms": ["x"]}, Utterance("hoi", platform="rss"), False),
        ({"authors": ["@Jan"]}, Utterance("hoi", author="jan"), True),
        ({"authors": ["@Jan"]}, Utterance("hoi", author="janneke"), False),
        ({"languages": ["nl"]}, Utterance("hoi", lang="nl-BE"), True),
        ({"languages": ["nl"]}, Utterance("hoi", lang="en"), False),
        ({"sentiments": ["negative"]}, Utterance("hoi", sentiment="negative"), True),
        ({"sentiments": ["negative"]}, Utterance("hoi", sentiment="neutral"), False),
        ({"threats": ["possible", "likely"]}, Utterance("hoi", threat="possible"), True),
        ({"threats": ["possible", "likely"]}, Utterance("hoi"), False),
        ({"terms": ["school"]}, Utterance("hoi", terms=frozenset({"school"})), True),
        ({"terms": ["school"]}, Utterance("hoi"), False),
        ({"words": "NOT reclame"}, Utterance("hoi"), True),
        ({"words": "NOT reclame"}, Utterance("reclame"), False),
    ],
)
def test_a_filled_in_condition_must_hold(
    condition: dict[str, object], utterance: Utterance, holds: bool
) -> None:
    version = policy_in_force(condition)

    assert (table(version).first_match(utterance) is not None) is holds


def test_all_filled_in_conditions_must_hold_together() -> None:
    version = policy_in_force({"words": "rooster", "platforms": ["x"]})

    assert table(version).first_match(Utterance("rooster", platform="rss")) is None


def test_a_rule_reads_the_lists_of_the_institution(college: Institution) -> None:
    version = policy_in_force({"words": "opleiding {opleidingen}"})

    assert table(version).first_match(Utterance("Hebben jullie de opleiding Toerisme?"))
    assert not table(version).first_match(Utterance("Hebben jullie de opleiding Astronaut?"))


def test_a_changed_list_counts_at_once(college: Institution) -> None:
    version = policy_in_force({"words": "{opleidingen}"})
    assert not table(version).first_match(Utterance("Kapper"))

    college.courses = [*college.courses, "Kapper"]
    college.save()

    assert table(version).first_match(Utterance("Kapper"))


def test_the_reasons_name_the_rule_and_the_words_that_were_found() -> None:
    version = policy_in_force({"words": "rooster OR vakantie*", "name": "Roosters"})

    hit = table(version).first_match(Utterance("Waar is het Vakantierooster, het rooster dus?"))

    assert hit is not None
    assert hit.reasons == (
        Reason("rule", {"name": "Roosters", "version": version.number}),
        Reason("words", {"words": "Vakantierooster, rooster"}),
    )


def test_a_rule_whose_words_cannot_be_parsed_never_fits() -> None:
    version = policy_in_force({"words": "(rooster"}, {"words": "rooster", "category": "second"})

    hit = table(version).first_match(Utterance("rooster"))

    assert hit is not None
    assert hit.rule.category == "second"


def test_a_stored_reason_reads_as_a_sentence() -> None:
    stored = Reason("judge", {"team": "Info centre", "certainty": 80}).as_json()

    assert reasons.text_of(stored)


def test_a_stored_choice_reads_in_the_language_of_the_reader() -> None:
    stored = Reason("sentiment", {"sentiment": "negative"}).as_json()

    with translation.override("nl"):
        assert reasons.text_of(stored) == "De toon lijkt negatief."


def test_a_stored_language_reads_by_its_name() -> None:
    stored = Reason("language", {"language": "nl"}).as_json()

    with translation.override("nl"):
        assert reasons.text_of(stored) == "De taal is Nederlands."


def test_a_reason_of_another_version_does_not_break_the_page() -> None:
    assert "later" in reasons.text_of({"code": "later", "params": {}})
    assert reasons.text_of({"code": "words", "params": {}}) == "words"
