from __future__ import annotations

import pytest

from connectors.mastodon import text


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("", 0),
        ("Dank je", 7),
        ("e\u0301e\u0301n", 3),
        ("https://a.nl", 23),
        ("zie https://rooster.mbo.example/kok?week=48&klas=3.", 4 + 23 + 1),
        ("(https://a.nl/b)", 1 + 23 + 1),
        ("https://a.nl https://b.nl/" + "x" * 300, 23 + 1 + 23),
        ("https://geen-punt/" + "x" * 40, 58),
        ("@sanne@mbo.example dank", len("@sanne dank")),
        ("@sanne@mbo.example @joris@elders.example", len("@sanne @joris")),
        ("mail info@mbo.example", 21),
        ("#mbo", 4),
    ],
)
def test_length_is_counted_as_mastodon_counts(written: str, length: int) -> None:
    assert text.measure(written) == length


def test_an_emoji_never_counts_for_less_than_it_does_on_mastodon() -> None:
    assert text.measure("👩\u200d👩\u200d👧") >= 1


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Dank je, Sanne", "@sanne_kok Dank je, Sanne"),
        ("Een\n\ntwee", "Een twee"),
        ("@joris@elders.example hoi", "@joris hoi"),
        ("dag @joris@elders.example!", "dag @joris!"),
        ("cafe\u0301", "caf\u00e9"),
        (" Ruimte\u0000 ", "Ruimte"),
    ],
)
def test_a_text_is_known_again_after_the_server_had_it(sent: str, shown: str) -> None:
    assert text.comparable(sent) == text.comparable(shown)


def test_another_text_is_another_text() -> None:
    assert text.comparable("Dank je") != text.comparable("Dank u")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Dank je", "@joris@elders.example Dank je"),
        ("@joris@elders.example dank je", "@joris@elders.example dank je"),
        ("Dank @Joris@elders.example!", "Dank @Joris@elders.example!"),
        ("Dank @joris", "@joris@elders.example Dank @joris"),
        ("x@joris@elders.example", "@joris@elders.example x@joris@elders.example"),
    ],
)
def test_the_author_is_named_once(written: str, sent: str) -> None:
    assert text.addressed(written, "joris@elders.example") == sent


def test_an_account_that_is_named_with_its_server_is_not_named_again() -> None:
    written = "@joris@school.example goed idee"

    assert text.addressed(written, "joris", "joris@school.example") == written
