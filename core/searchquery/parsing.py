"""From what somebody typed to a `Query`, or to an error that points at the right character.

Lark's LALR grammar holds the structure. What can be wrong between two neighbouring tokens (an
operator without a word, a bracket too many) is checked while tokens stream into the parser, for
there the position and the reason are still known; the grammar then accepts whatever comes through.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NoReturn

from lark import Lark, Token, Transformer
from lark.exceptions import VisitError

from core.searchquery.errors import QuerySyntaxError
from core.searchquery.folding import fold, fold_value, is_special
from core.searchquery.query import Query
from core.searchquery.tree import (
    MIN_PREFIX,
    And,
    Field,
    ListReference,
    Literal,
    Node,
    Not,
    Or,
    exclusions,
    is_selective,
    joined,
    literal,
)

MAX_LENGTH: Final = 1_000
MAX_DEPTH: Final = 20
FIELDS: Final = {
    "from": "from",
    "lang": "lang",
    "platform": "platform",
    "van": "from",
    "taal": "lang",
}

_QUOTES: Final = '"“”„‟«»'
_BARE: Final = rf"[^\s(){{}}{_QUOTES}]"
_GRAMMAR: Final = rf"""
?start: any_of
?any_of: all_of (_OR all_of)*
?all_of: excluded (_AND? excluded)*
?excluded: NOT excluded -> exclude | leaf
?leaf: _OPEN any_of _CLOSE
     | WORD   -> word
     | PHRASE -> phrase
     | FIELD  -> field
     | LIST   -> list_reference

_AND.3: /(?:AND|EN)(?!{_BARE})/
_OR.3: /(?:OR|OF)(?!{_BARE})/
NOT.3: /(?:NOT|NIET)(?!{_BARE})|[-−–]+(?=[^\s−–-])/
_OPEN: "("
_CLOSE: ")"
PHRASE.2: /[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]/
LIST.2: /\{{[^{{}}]*\}}/
FIELD.2: /[^\W\d_]+:(?:[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]|{_BARE}*)/
WORD: /{_BARE}+/
OPEN_QUOTE: /[{_QUOTES}][^{_QUOTES}]*/
STRAY_BRACE: /[{{}}]/
%ignore /\s+/
"""

_OPERATORS: Final = {"_AND", "_OR", "NOT"}
_LEXICAL_ERRORS: Final = {"OPEN_QUOTE": "quote_not_closed", "STRAY_BRACE": "list_not_closed"}


class _Guard:
    """Lets tokens through to the parser until one of them cannot follow the one before it."""

    always_accept = tuple(_LEXICAL_ERRORS)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        previous: Token | None = None
        opened: list[Token] = []
        for token in stream:
            if token.type in _LEXICAL_ERRORS:
                _refuse(_LEXICAL_ERRORS[token.type], token, length=1)
            _check_neighbours(previous, token)
            _check_brackets(opened, token)
            previous = token
            yield token
        _check_neighbours(previous, None)
        if opened:
            _refuse("bracket_not_closed", opened[-1])


def _check_neighbours(previous: Token | None, token: Token | None) -> None:
    """`None` stands for the beginning and the end of the query."""
    if previous is not None and previous.type in _OPERATORS:
        if token is None or token.type in {"_AND", "_OR", "_CLOSE"}:
            _refuse("operator_without_right", previous, operator=str(previous))
    elif token is None:
        return
    elif token.type in {"_AND", "_OR"} and (previous is None or previous.type == "_OPEN"):
        _refuse("operator_without_left", token, operator=str(token))
    elif token.type == "_CLOSE" and previous is not None and previous.type == "_OPEN":
        _refuse("brackets_empty", previous, length=_end(token) - _start(previous))


def _check_brackets(opened: list[Token], token: Token) -> None:
    if token.type == "_OPEN":
        opened.append(token)
        if len(opened) > MAX_DEPTH:
            _refuse("too_deep", token, limit=MAX_DEPTH)
    elif token.type == "_CLOSE":
        if not opened:
            _refuse("bracket_not_opened", token)
        opened.pop()


def _start(token: Token) -> int:
    return token.start_pos or 0


def _end(token: Token) -> int:
    return _start(token) + len(token)


def _refuse(
    code: str, token: Token, *, skip: int = 0, length: int | None = None, **params: str | int
) -> NoReturn:
    """Raise the error at `token`, or at the character `skip` further on."""
    size = len(token) - skip if length is None else length
    raise QuerySyntaxError(code, _start(token) + skip, size, **params)


class _Tree(Transformer[Token, Node]):
    """Builds the query's own tree while the parser runs."""

    def any_of(self, children: list[Node]) -> Node:
        return joined(Or, children)

    def all_of(self, children: list[Node]) -> Node:
        return joined(And, children)

    def exclude(self, children: list[Any]) -> Node:
        operator, child = children
        return child.child if isinstance(child, Not) else Not(child, _start(operator))

    def word(self, children: list[Token]) -> Node:
        return _literal(children[0], str(children[0]), skip=0)

    def phrase(self, children: list[Token]) -> Node:
        return _literal(children[0], children[0][1:-1], skip=1)

    def field(self, children: list[Token]) -> Node:
        name, _, value = children[0].partition(":")
        if name.casefold() not in FIELDS:
            _refuse("field_unknown", children[0], length=len(name) + 1, field=name)
        if "*" in value:
            _refuse("star_not_at_end", children[0], skip=children[0].index("*"), length=1)
        folded = fold_value(value.strip(_QUOTES))
        if not folded:
            _refuse("field_without_value", children[0], field=name)
        return Field(FIELDS[name.casefold()], folded)

    def list_reference(self, children: list[Token]) -> Node:
        name = fold_value(children[0][1:-1])
        if not name:
            _refuse("list_without_name", children[0])
        return ListReference(name)


def _literal(token: Token, text: str, *, skip: int) -> Literal:
    """The literal in `text`, which starts `skip` characters into `token`."""
    star = text.find("*")
    if star not in {-1, len(text.rstrip()) - 1}:
        _refuse("star_not_at_end", token, skip=skip + star, length=1)
    body = fold(text.rstrip().removesuffix("*"))
    if token.type == "WORD" and body[:1] in {"#", "@"} and not is_special(body):
        _refuse("hashtag_malformed" if body[0] == "#" else "account_malformed", token)
    found = literal(text)
    if found is None:
        _refuse("nothing_to_find", token, text=str(token))
    if found.is_too_wide:
        _refuse("prefix_too_short", token, limit=MIN_PREFIX)
    return found


_PARSER: Final = Lark(_GRAMMAR, parser="lalr", lexer="basic", postlex=_Guard(), transformer=_Tree())


def parse(text: str, *, allow_only_exclusions: bool = False) -> Query:
    """Read a query.

    A query that only leaves out (NOT spam) would find nearly every message and is refused; a
    routing rule, where it can mean "everything else", passes `allow_only_exclusions`.

    Raises `QuerySyntaxError`, and nothing else, when the query cannot be used.
    """
    if not text.strip():
        raise QuerySyntaxError("empty", 0, len(text))
    if len(text) > MAX_LENGTH:
        raise QuerySyntaxError("too_long", MAX_LENGTH, len(text) - MAX_LENGTH, limit=MAX_LENGTH)
    try:
        root: Any = _PARSER.parse(text)
    except VisitError as failure:
        if isinstance(failure.orig_exc, QuerySyntaxError):
            raise failure.orig_exc from None
        raise
    if not allow_only_exclusions and not is_selective(root):
        position = next(exclusions(root)).position
        raise QuerySyntaxError("only_exclusions", position, len(text) - position)
    return Query(root, text)
