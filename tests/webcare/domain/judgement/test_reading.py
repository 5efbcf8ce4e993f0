from __future__ import annotations

import pytest

from tests.factories.people import InstitutionFactory
from webcare.domain.judgement.reading import READ_AT_MOST, Known, Reading

COLLEGE = Known(
    names=("ROC De Waterlanden", "De Waterlanden"),
    accounts=("@rocdewaterlanden",),
    places=("Purmerend", "Hoorn"),
)


def words(text: str, known: Known = COLLEGE) -> str:
    return " ".join(Reading(text, known=known).words)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Bij ROC De Waterlanden", "bij xschool"),
        ("bij de waterlanden!", "bij xschool"),
        ("@rocdewaterlanden hoi", "xschool hoi"),
        ("hoi #ROCDeWaterlanden", "hoi xschool"),
        ("in Hoorn of Purmerend?", "in xplaats of xplaats"),
    ],
)
def test_the_colleges_own_names_are_read_as_one_word(text: str, read: str) -> None:
    assert words(text) == read


def test_a_name_inside_another_word_is_not_a_name() -> None:
    assert words("een hoorntje op de hoornsebrug") == "een hoorntje op de hoornsebrug"


@pytest.mark.parametrize("empty", [(), ("",), (" ",), ("\u200b",)])
def test_an_empty_name_is_no_name(empty: tuple[str, ...]) -> None:
    assert words("hoi daar", Known(names=empty, places=empty)) == "hoi daar"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("zie https://example.org/a?b=1 en www.example.org", "zie xlink en xlink"),
        ("@jan @piet.p @an@mastodon.example kijk", "xiemand xiemand xiemand kijk"),
        ("om 12:30 voor 1.234,50", "om xgetal voor xgetal"),
        ("een #stage", "een stage"),
        ("Eén CAFÉ", "een cafe"),
        ("neeeeee", "ne"),
        ("zo leuk😂😂", "zo leuk 😂 😂"),
    ],
)
def test_what_differs_in_every_message_is_read_alike(text: str, read: str) -> None:
    assert words(text) == read


@pytest.mark.parametrize("apostrophe", ["'", "’"], ids=["straight", "of a phone"])
def test_an_apostrophe_does_not_cut_a_word(apostrophe: str) -> None:
    assert words(f"m{apostrophe}n foto{apostrophe}s") == "mn fotos"


def test_the_end_of_a_very_long_message_is_not_read() -> None:
    assert words(" " * READ_AT_MOST + "rooster") == ""


def test_the_names_of_an_institution_are_known() -> None:
    known = Known.of(InstitutionFactory.build())

    text = "ROCDW, Waterlanden en @rocdewaterlanden in Zaandam"
    assert words(text, known) == "xschool xschool en xschool in xplaats"


def test_a_word_is_shown_as_it_was_written() -> None:
    reading = Reading(
        "Één keer, zo’n DING bij ROC De Waterlanden", known=Known(("ROC De Waterlanden",))
    )

    shown = [reading.as_written(word) for word in reading.words]

    assert shown == ["Één", "keer", "zo’n", "DING", "bij", ""]
