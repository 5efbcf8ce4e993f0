"""How X counts, and how a reply of ours is recognised."""

from __future__ import annotations

import pytest

from connectors.x.text import comparable, readable, weigh


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Hoi, hoe gaat het?", 18),
        ("Hi http://test.co", 26),
        ("285 chars-" + "xxxxxxxxxx-" * 25, 285),
        ("https://www.twitter.com/aloha " * 10, 240),
        ("Kijk op https://mbocollege.example/open-avond?jaar=2026#a.", 31),
        ("Kijk op mbocollege.nl/aanmelden", 31),
        ("example.com", 23),
        ("foo.co.jp", 23),
        ("jan@example.com", 15),
        ("Eind van de zin.Nieuwe zin", 26),
        ("randomurl" * 7 + "s.com", 68),
        ("A\u0301B", 2),
        ("一二三", 6),
        ("€ is breed, “dit” is smal", 26),
        ("😷👾😡🔥💩", 10),
        ("👨‍👩‍👧‍👦", 2),
        ("🙋🏽👨‍🎤", 4),
        ("1⃣", 2),
        ("🇳🇱", 2),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 2),
        ("❤️", 2),
        ("© 2026", 6),
        ("\U00010000\U0010ffff", 4),
    ],
)
def test_text_weighs_what_x_says(text: str, weight: int) -> None:
    assert weigh(text) == weight


def test_text_survives_every_shape_of_entities() -> None:
    assert readable({"text": "a https://t.co/b", "entities": {"urls": [None, {"url": 3}]}}) == (
        "a https://t.co/b"
    )


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        ("Dank je!", "@jan_1 @piet Dank je!"),
        ("Dank\n\nje ", "Dank je"),
        ("Zie example.org", "Zie http://example.org/"),
        ("Zie https://example.org/a/ nu", "Zie https://example.org/a nu"),
        ("cafe\u0301", "café"),
    ],
)
def test_our_reply_is_recognised_in_what_x_made_of_it(sent: str, found: str) -> None:
    assert comparable(sent) == comparable(found)


def test_another_text_is_not_taken_for_ours() -> None:
    assert comparable("Dank je!") != comparable("@jan Dank u!")
