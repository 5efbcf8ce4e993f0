"""A second, slow and plain way to decide whether a query finds a message.

It shares no code with the product: it reads characters one by one, keeps words in lists, and
evaluates queries that the tests build themselves as nested tuples:

    ("word", "stage")  ("prefix", "sta")  ("phrase", "open dag")  ("tag", "mbo")  ("account", "jan")
    ("from", "jan")  ("lang", "nl")  ("platform", "x")  ("list", "places")
    ("and", left, right)  ("or", left, right)  ("not", child)
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any

Tree = tuple[Any, ...]


@dataclass
class Message:
    """A message taken apart."""

    row: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    accounts: set[str] = field(default_factory=set)
    author: str = ""
    lang: str = ""
    platform: str = ""


def plain(text: str) -> str:
    kept = [
        character
        for character in unicodedata.normalize("NFKD", text)
        if unicodedata.category(character) not in {"Mn", "Me", "Cf"}
        and not 0x1F3FB <= ord(character) <= 0x1F3FF
    ]
    return "".join(kept).casefold()


def is_emoji(character: str) -> bool:
    return any(
        first <= ord(character) <= last
        for first, last in [(0x2100, 0x27BF), (0x2900, 0x2BFF), (0x1F000, 0x1FAFF)]
    )


def is_name(character: str) -> bool:
    return character.isalnum() or character == "_"


def words_of(text: str) -> list[str]:
    found: list[str] = []
    word = ""
    for character in text + " ":
        if character.isalnum():
            word += character
            continue
        if word:
            found.append(word)
            word = ""
        if is_emoji(character):
            found.append(character)
    return found


def name_end(text: str, start: int) -> int:
    """Where the run of name characters from `start` ends; a dot or hyphen inside is part of it."""
    end = start
    while end < len(text):
        ahead = end
        while ahead < len(text) and ahead > start and text[ahead] in ".-":
            ahead += 1
            break
        if ahead < len(text) and is_name(text[ahead]):
            end = ahead + 1
        else:
            break
    return end


def take_apart(text: str, author: str, lang: str, platform: str) -> Message:
    message = Message(author=plain(author).lstrip("@"), lang=plain(lang), platform=plain(platform))
    text = plain(text)
    place = 0
    pending = ""
    while place < len(text):
        sign = text[place]
        free = place == 0 or not is_name(text[place - 1])
        named = place + 1 < len(text) and is_name(text[place + 1])
        if sign == "#" and free and named:
            end = place + 1
            while end < len(text) and is_name(text[end]):
                end += 1
            message.tags.add(text[place + 1 : end])
            pending += " " + text[place + 1 : end] + " "
        elif sign == "@" and free and named:
            end = name_end(text, place + 1)
            if end + 1 < len(text) and text[end] == "@" and is_name(text[end + 1]):
                end = name_end(text, end + 1)
            name = text[place + 1 : end]
            local = name.split("@")[0]
            message.accounts |= {name, local, local.split("-")[0]}
            message.row += [*words_of(pending), "@" + name]
            pending = ""
        else:
            end = place + 1
            pending += sign
        place = end
    message.row += words_of(pending)
    return message


def finds(tree: Tree, message: Message, lists: dict[str, list[str]]) -> bool:
    kind, *parts = tree
    if kind == "and":
        return all(finds(part, message, lists) for part in parts)
    if kind == "or":
        return any(finds(part, message, lists) for part in parts)
    if kind == "not":
        return not finds(parts[0], message, lists)
    if kind == "list":
        return any(in_a_row(words_of(plain(entry)), message.row) for entry in lists[parts[0]])
    return finds_leaf(kind, plain(parts[0]), message)


def finds_leaf(kind: str, value: str, message: Message) -> bool:
    if kind == "prefix":
        return any(word.startswith(value) for word in message.row)
    if kind == "tag":
        return value in message.tags
    if kind == "account":
        return value in message.accounts
    if kind == "from":
        return value in {message.author, message.author.split("@")[0]}
    if kind == "lang":
        return value in {message.lang, message.lang.split("-")[0]}
    if kind == "platform":
        return value == message.platform
    return in_a_row(words_of(value), message.row)


def in_a_row(words: list[str], row: list[str]) -> bool:
    places = range(len(row) - len(words) + 1)
    return any(row[place : place + len(words)] == words for place in places)
