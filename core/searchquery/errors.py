"""What can be wrong with a query, in words that a user can act on.

The messages are English msgids. `gettext_noop` only marks them for the message catalogue; the
layer that shows an error translates: `gettext(error.template) % error.params`.
"""

from __future__ import annotations

from typing import Final


def gettext_noop(message: str) -> str:
    """Mark `message` for the translators without needing Django here."""
    return message


MESSAGES: Final[dict[str, str]] = {
    "empty": gettext_noop("Type at least one word to look for."),
    "too_long": gettext_noop("A search may be at most %(limit)s characters long."),
    "too_deep": gettext_noop("Brackets may be at most %(limit)s deep."),
    "bracket_not_closed": gettext_noop("This bracket is opened but never closed."),
    "bracket_not_opened": gettext_noop("This bracket is closed but was never opened."),
    "brackets_empty": gettext_noop("There is nothing between these brackets."),
    "quote_not_closed": gettext_noop("This quotation mark is opened but never closed."),
    "list_not_closed": gettext_noop(
        "The name of a list stands between { and }, as in {opleidingen}."
    ),
    "list_without_name": gettext_noop("Write the name of a list between { and }."),
    "operator_without_left": gettext_noop('"%(operator)s" needs a word before it.'),
    "operator_without_right": gettext_noop('"%(operator)s" needs a word after it.'),
    "nothing_to_find": gettext_noop(
        '"%(text)s" has no letter, digit or emoji that can be looked for.'
    ),
    "star_not_at_end": gettext_noop("A star can only stand at the end of a word, as in stage*."),
    "prefix_too_short": gettext_noop("Type at least %(limit)s letters before the star."),
    "hashtag_malformed": gettext_noop(
        "A hashtag is # with letters, digits or _ after it, as in #openday."
    ),
    "account_malformed": gettext_noop(
        "An account is @ with its name after it, as in @college or @college@server.nl."
    ),
    "field_unknown": gettext_noop(
        '"%(field)s:" is not known. Use from:, lang: or platform:, or put the text between '
        "quotation marks."
    ),
    "field_without_value": gettext_noop('Type a value directly after "%(field)s:".'),
    "only_exclusions": gettext_noop(
        "This search only says what to leave out, so it would find nearly every message. "
        "Add a word that has to be there."
    ),
}


class QuerySyntaxError(ValueError):
    """A query that cannot be used, and where it goes wrong.

    `position` is the index (from 0) of the first offending character in the query as typed,
    `length` the number of offending characters (0 when something is missing at the end).
    """

    def __init__(self, code: str, position: int, length: int = 1, **params: str | int) -> None:
        self.code = code
        self.template = MESSAGES[code]
        self.params = params
        self.position = position
        self.length = length
        super().__init__(self.template % params)
