from __future__ import annotations

from webcare.domain.judgement.concepts import Concepts, concepts

KNOWN = Concepts(
    {
        "rooster": {"timetable"},
        "les uit": {"cancelled"},
        "stage*": {"placement"},
        "brand": {"danger", "fire"},
    }
)


def found(text: str) -> list[tuple[str, list[int]]]:
    return [(name, sorted(places)) for name, places in KNOWN.found(text.split())]


def test_a_concept_is_found_with_the_places_of_its_words() -> None:
    assert found("valt de les uit vandaag") == [("cancelled", [2, 3])]


def test_an_entry_is_a_whole_word() -> None:
    assert found("roosters in het lesrooster") == []


def test_a_star_stands_for_any_end_of_a_word() -> None:
    assert found("mijn stageplek en stage") == [("placement", [1]), ("placement", [3])]


def test_one_word_may_stand_for_several_concepts() -> None:
    assert found("brand") == [("danger", [0]), ("fire", [0])]


def test_a_concept_counts_as_often_as_it_occurs() -> None:
    assert [name for name, _ in found("rooster rooster")] == ["timetable", "timetable"]


def test_nothing_is_found_in_nothing() -> None:
    assert found("") == []


def test_two_words_for_one_thing_are_one_concept() -> None:
    def names(*words: str) -> set[str]:
        return {name for name, _ in concepts().found(words)}

    assert names("lesrooster") & names("roosters")
