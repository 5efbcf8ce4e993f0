"""The one text of a version from before became clauses at its headings."""

from __future__ import annotations

from importlib import import_module

parts = import_module("governance.migrations.0004_policies_text_to_clauses").parts

BODY = """\
# Webcarebeleid

Dit geldt voor iedereen.

## Waarom
Omdat het helpt.

```
## geen kop
```

## Wie doet wat ##
- het informatiecentrum
"""


def test_a_text_is_split_at_its_headings() -> None:
    assert list(parts(BODY, "Webcarebeleid")) == [
        ("Inleiding", "Dit geldt voor iedereen."),
        ("Waarom", "Omdat het helpt.\n\n```\n## geen kop\n```"),
        ("Wie doet wat", "- het informatiecentrum"),
    ]


def test_a_text_without_headings_carries_the_title_of_the_policy() -> None:
    assert list(parts("# Webcare\r\n\r\nWij antwoorden.", "Webcarebeleid")) == [
        ("Webcarebeleid", "Wij antwoorden.")
    ]


def test_a_heading_directly_at_the_top_needs_no_introduction() -> None:
    assert list(parts("# Webcare\n\n## Waarom\nDaarom.", "Webcare")) == [("Waarom", "Daarom.")]


def test_an_empty_text_gives_no_clauses() -> None:
    assert list(parts(" \n", "Webcare")) == []
