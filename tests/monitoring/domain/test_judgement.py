"""Language, tone and danger: what the word lists must get right, and what they must leave alone."""

from __future__ import annotations

import pytest

from governance.models.routing import Sentiment, Threat
from monitoring.domain import language, sentiment, threat


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("waar vind ik het vakantierooster op de site?", "nl"),
        ("Is there an open day for the nursing course?", "en"),
        ("Wo finde ich den Stundenplan für morgen?", "de"),
        ("Où est-ce que je trouve mon emploi du temps?", "fr"),
        ("Okul ne zaman başlıyor ve nasıl kayıt olabilirim?", "tr"),
        ("متى يبدأ اليوم المفتوح في المدرسة؟", "ar"),
        ("geweldige docent bovenste beste", "nl"),
        ("привіт де розклад", "uk"),
        ("wifi kapot", ""),
        ("#openday 🎉", ""),
        ("", ""),
    ],
)
def test_the_language_shows_in_the_function_words_or_else_to_a_model(text: str, code: str) -> None:
    assert language.detect(text) == code


@pytest.mark.parametrize(
    ("hint", "code"),
    [("nl-BE", "nl"), ("en_US", "en"), ("PL", "pl"), ("und", "nl"), ("?", "nl"), ("x" * 50, "nl")],
)
def test_what_the_platform_says_goes_first_when_it_says_something(hint: str, code: str) -> None:
    assert language.detect("waar is het rooster van de klas?", hint) == code


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Wat een geweldige open dag, onze dochter heeft genoten!", Sentiment.POSITIVE),
        ("Dit is echt belachelijk slecht geregeld", Sentiment.NEGATIVE),
        ("Hoe laat begint de les morgen?", Sentiment.NEUTRAL),
        ("Helemaal niet leuk dit", Sentiment.NEGATIVE),
        ("Niks mis mee, heerlijk gegeten", Sentiment.POSITIVE),
        ("bedankt voor niks @rocdw", Sentiment.NEGATIVE),
        ("Alweer een les uitgevallen, de vierde keer deze maand", Sentiment.NEGATIVE),
        ("❤️❤️ trots op deze kanjers", Sentiment.POSITIVE),
        ("This is the worst service ever, so disappointed", Sentiment.NEGATIVE),
        ("", Sentiment.NEUTRAL),
    ],
)
def test_the_tone_of_plain_sentences(text: str, tone: Sentiment) -> None:
    assert sentiment.judge(text)[0] == tone


def test_an_amplifier_makes_the_judgement_more_certain() -> None:
    plain, strong = (
        sentiment.judge("ik ben boos, triest"),
        sentiment.judge("ik ben heel boos, triest"),
    )

    assert plain[1] < strong[1] <= 1


@pytest.mark.parametrize(
    "text",
    [
        "ik maak je af als je morgen op school komt",
        "Ik schiet jullie allemaal neer",
        "morgen neem ik een pistool mee naar school",
        "er ligt een bom in het gebouw in Hoorn",
        "dit wordt morgen een bloedbad, ik waarschuw jullie",
        "ik wil niet meer leven",
        "ik zie geen uitweg meer, vaarwel allemaal",
        "hij chanteert haar met naaktfoto's",
        "als je niet betaalt zet ik die foto's online",
        "er is brand in het lokaal autotechniek",
        "er loopt een jongen met een mes op het plein",
        "I'm going to kill you all tomorrow",
        "I want to die",
        "IK MAAK JE DÓÓD",
    ],
)
def test_plain_danger_is_likely(text: str) -> None:
    assert threat.screen(text)[0] == Threat.LIKELY


@pytest.mark.parametrize(
    "text",
    [
        "deze toets was een bloedbad",
        "ik ga dood van het lachen",
        "wat een moordwijf is die docent",
        "om je kapot te lachen",
        "wie durft deze BLOEDRODE nagellak",
        "schiet op met dat rooster",
        "moet je die koksmessen zelf kopen?",
        "die frikandel was een wapen 😂",
        "het was een slachting bij het prikken 😂",
        "dat voorstel slaat in als een bommetje",
        "vandaag foto schieten met de hele klas",
        "that exam was a massacre",
        "we lezen een thriller over een moord",
        "Hoe laat begint de les morgen?",
        "morgen is er een open dag en dan gaan ze zien wat wij hier maken",
        "",
    ],
)
def test_idioms_and_jokes_are_no_threat(text: str) -> None:
    assert threat.screen(text) == (Threat.NONE, ())


@pytest.mark.parametrize(
    "text",
    [
        "wacht maar, jullie krijgen er spijt van morgen",
        "mensen die aardig waren: blijf thuis woensdag",
        "ik trek het niet meer",
        "vrijdag sta ik in de aula en dan gaan ze voelen wat ik al twee jaar voel",
        "overmorgen sta ik in de aula en dan gaan ze voelen wat ik al twee jaar voel",
        "er staat een ambulance bij de ingang, iemand een idee?",
        "hahaha ik maak je af 😂",
    ],
)
def test_a_doubt_is_possible_so_that_someone_looks(text: str) -> None:
    assert threat.screen(text)[0] == Threat.POSSIBLE


def test_the_words_that_raised_it_are_told_as_they_were_written() -> None:
    _, words = threat.screen("Morgen ligt er een BOM in de kantine, er ligt een bom!")

    assert "ligt een bom" in words
    assert all(len(word) <= 120 for word in words)
