"""What leaves the house about a message, and what does not."""

from __future__ import annotations

import time

import pytest

from governance.domain.routing import Utterance
from webcare.domain.judgement.discretion import LONGEST, discreet, writer_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mail jan.jansen+werk@school.nl maar", "mail [e-mail] maar"),
        ("hoi @guusje en @guus@mastodon.nl.", "hoi [account] en [account]"),
        ("mijn insta: guus.je of snap=guusje9", "mijn insta: [account] of snap: [account]"),
        ("zie https://x.com/guusje/status/1?a=b nu", "zie [link] nu"),
        ("zie facebook.com/guusje.vandam en www.x.nl", "zie [link] en [link]"),
        ("bel 06-12345678 even", "bel [number] even"),
        ("bel 06 12 34 56 78 even", "bel [number] even"),
        ("bel +31 (0)6 1234 5678 even", "bel +[number] even"),
        ("bel ０６１２３４５６７８ even", "bel [number] even"),
        ("bel 06\u200b123\u200b45678 even", "bel [number] even"),
        ("student 2034567 en s1234567", "student [number] en s[number]"),
        ("op NL91 ABNA 0417 1643 00 graag", "op [iban] graag"),
        ("op nl91abna0417164300 graag", "op [iban] graag"),
        ("op BE68 5390 0754 7034 graag", "op [iban] graag"),
        ("woont op 1234 AB 12 daar", "woont op [postcode] daar"),
        ("meneer van der Berg is boos", "meneer [name] is boos"),
        ("Ik ben Sanne de Vries en wil stoppen", "Ik ben [name] en wil stoppen"),
        ("mag dat?\nGroetjes, sanne de vries", "mag dat?\nGroetjes, [name]"),
    ],
)
def test_what_points_to_a_person_becomes_a_word_in_brackets(text: str, said: str) -> None:
    assert discreet(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Waarom valt de les om 10:30 uit in lokaal 2.14?",
        "ik maak je af, 12 mei om 9 uur",
        "kost 45 euro.dat is te veel",
        "groeten van iemand, en nu wil ik wel eens weten wanneer dat rooster eindelijk klopt",
    ],
)
def test_what_a_message_is_about_stays(text: str) -> None:
    assert discreet(text) == text


@pytest.mark.parametrize("text", ["SanneDeVries", "sanne de vries", "Sanne", "vries", "sanne99"])
def test_the_name_of_the_writer_is_known_in_every_way_of_writing_it(text: str) -> None:
    utterance = Utterance(
        f"gr {text}.", author="@sanne_devries9@m.nl", author_name="Sanne de Vries"
    )

    said = discreet(utterance.text, writer=writer_of(utterance))

    assert text.strip("9") not in said
    assert "[name]" in said


def test_of_people_in_the_public_eye_only_a_name_with_a_capital_goes() -> None:
    said = discreet("Bakker! jeroen bakker is geen bakker", others=["Jeroen Bakker"])

    assert said == "[name]! [name] is geen bakker"


def test_a_long_message_is_cut_after_the_numbers_are_gone() -> None:
    said = discreet("a " * (LONGEST // 2 - 2) + "0612345678")

    assert len(said) <= LONGEST
    assert "0612" not in said


@pytest.mark.parametrize(
    "piece", ["a", "a.", "1 ", "@", "a@", "www.", "ik ben van ", "AB12 ", "Groet A ", "x.nl/"]
)
def test_no_text_takes_long(piece: str) -> None:
    began = time.monotonic()

    discreet(piece * 50_000, writer=["Guusje van Dam"])

    assert time.monotonic() - began < 2
