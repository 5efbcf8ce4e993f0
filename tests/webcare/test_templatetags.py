from __future__ import annotations

from webcare.templatetags.webcare import highlight


def test_words_are_marked_where_they_stand_whole() -> None:
    assert highlight("half elf in de Hal", ["hal"]) == "half elf in de <mark>Hal</mark>"


def test_what_a_stranger_wrote_is_escaped_around_a_mark() -> None:
    assert highlight("<b>mes</b>", ["mes"]) == "&lt;b&gt;<mark>mes</mark>&lt;/b&gt;"
