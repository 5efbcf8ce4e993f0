from __future__ import annotations

import pytest

from webcare.domain.judgement.features import BLOCKS, features
from webcare.domain.judgement.reading import Known, Reading

COLLEGE = Known(accounts=("@rocdewaterlanden",))


def names(text: str, author: str = "", platform: str = "x") -> set[str]:
    return set(features(Reading(text, author, platform, COLLEGE)))


def block(of: set[str], letter: str) -> set[str]:
    return {name for name in of if name.startswith(f"{letter}:")}


def test_a_word_knows_where_it_stands() -> None:
    found = features(Reading("mijn rooster is het rooster niet"))

    assert found["w:rooster"] == {1, 4}


def test_two_words_in_a_row_count_as_a_pair() -> None:
    assert "w:geen les" in names("geen les")
    assert "w:geen les" not in names("les geen")


def test_a_typo_shares_pieces_with_the_word_that_was_meant() -> None:
    shared = block(names("roosterr") & names("rooster"), "g")

    assert len(shared) > len(block(names("rooster"), "g")) / 2


def test_two_words_for_one_thing_share_a_concept() -> None:
    assert block(names("lesrooster") & names("roosters"), "c")


def test_the_same_message_to_another_college_has_the_same_features() -> None:
    there = Known(names=("Het Turfcollege",), accounts=("@turf",))

    other = features(Reading("@turf hoe laat begint het?", "", "x", there))

    assert set(other) == names("@rocdewaterlanden hoe laat begint het?")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"text": "kom je"}, {"text": "kom je?"}),
        ({"text": "kom je"}, {"text": "kom je!"}),
        ({"text": "kom je"}, {"text": "Kom je"}),
        ({"text": "kom je"}, {"text": "kom je..."}),
        ({"text": "kom", "platform": "x"}, {"text": "kom", "platform": "facebook"}),
        ({"text": "kom", "author": "Omroep Noord"}, {"text": "kom", "author": "guusje"}),
        ({"text": "ja"}, {"text": "ja en dat is een heel lang verhaal, want het zit zo"}),
    ],
)
def test_the_shape_of_a_message_counts(one: dict[str, str], other: dict[str, str]) -> None:
    assert block(names(**one), "s") != block(names(**other), "s")


def test_a_shape_comes_from_no_word() -> None:
    found = features(Reading("Waar is dat?"))

    assert {len(found[name]) for name in block(set(found), "s")} == {0}


def test_every_feature_is_in_a_known_block() -> None:
    found = names("@rocdewaterlanden waar is mijn rooster van 12:30?? 😂", "Omroep Noord")

    assert {name[0] for name in found} == set(BLOCKS)


def test_a_message_without_words_has_a_shape_only() -> None:
    assert {name[0] for name in names("?!")} == {"s"}


def test_an_endless_word_has_few_pieces() -> None:
    assert len(names("ab" * 1_000)) < 150
