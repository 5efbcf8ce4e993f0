"""The search language of X, as far as a monitoring tool uses it.

Words and "phrases" side by side must all fit; OR, parentheses and - (not) work as on X, and so do
@handle, #tag, from:, to:, lang:, conversation_id:, is:reply, is:retweet and has:links.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Test = Callable[["Subject"], bool]
TOKEN = re.compile(r'\s*(-?\(|\)|-?[a-z_]+:"[^"]*"|-?"[^"]*"|[^\s()]+)')
WORD = re.compile(r"[@#]?[\w'’]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a query is held against."""

    text: str
    author: str
    to: str = ""
    lang: str = ""
    conversation: str = ""
    is_reply: bool = False


class BadQuery(ValueError):
    """The query cannot be understood."""


def compile_query(query: str) -> Test:
    """A test for one post. Raises BadQuery."""
    tokens = TOKEN.findall(query)
    if not tokens or (len("".join(tokens)) != len(re.sub(r"\s", "", query)) and '"' not in query):
        raise BadQuery(f"no viable alternative at input '{query}'")
    test, rest = _either(tokens)
    if rest:
        raise BadQuery(f"extraneous input '{rest[0]}'")
    return test


def _either(tokens: list[str]) -> tuple[Test, list[str]]:
    first, rest = _all(tokens)
    tests = [first]
    while rest and rest[0] == "OR":
        following, rest = _all(rest[1:])
        tests.append(following)
    return (lambda subject: any(test(subject) for test in tests)), rest


def _all(tokens: list[str]) -> tuple[Test, list[str]]:
    tests: list[Test] = []
    while tokens and tokens[0] not in {"OR", ")"}:
        test, tokens = _one(tokens)
        tests.append(test)
    if not tests:
        raise BadQuery("missing a term")
    return (lambda subject: all(test(subject) for test in tests)), tokens


def _one(tokens: list[str]) -> tuple[Test, list[str]]:
    head, rest = tokens[0], tokens[1:]
    if head == "AND":
        raise BadQuery("AND is not an operator: put terms side by side")
    is_negated = head.startswith("-") and len(head) > 1
    head = head.removeprefix("-") if is_negated else head
    if head == "(":
        test, rest = _either(rest)
        if not rest or rest[0] != ")":
            raise BadQuery("missing ')'")
        rest = rest[1:]
    else:
        test = _term(head)
    return ((lambda subject: not test(subject)) if is_negated else test), rest


def _term(token: str) -> Test:
    name, colon, value = token.partition(":")
    value = value.strip('"').lstrip("@").lower()
    operators: dict[str, Test] = {
        "from": lambda subject: subject.author.lower() == value,
        "to": lambda subject: subject.to.lower() == value,
        "lang": lambda subject: subject.lang == value,
        "conversation_id": lambda subject: subject.conversation == value,
    }
    flags: dict[str, Test] = {
        "is:reply": lambda subject: subject.is_reply,
        "is:retweet": lambda subject: False,
        "is:quote": lambda subject: False,
        "has:links": lambda subject: "://" in subject.text,
    }
    if token.lower() in flags:
        return flags[token.lower()]
    if colon and not token.startswith('"'):
        if name not in operators:
            raise BadQuery(f"Reference to invalid operator '{name}'")
        return operators[name]
    return _words(token.strip('"'))


def _words(phrase: str) -> Test:
    wanted = [word.lower() for word in WORD.findall(phrase)]
    if not wanted:
        raise BadQuery("missing a term")

    def is_there(subject: Subject) -> bool:
        words = [word.lower() for word in WORD.findall(subject.text)]
        size = len(wanted)
        return any(words[at : at + size] == wanted for at in range(len(words) - size + 1))

    return is_there
