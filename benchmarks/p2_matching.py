"""P2: 500 boolean searches against one message.

The measure is how many times faster the matcher is than a loop over one compiled regular
expression per search term, on the same messages in the same run. That loop is the most frugal one
possible: one expression per search, looking for a single word and deciding nothing. A second loop
evaluates the whole boolean searches with regular expressions; its hits must equal the matcher's.
Ratios are of medians, which other work on the machine disturbs least.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from benchmarks import corpus
from benchmarks.figures import bar
from core.searchquery import Document, Matcher, Query, compile_terms, parse
from core.searchquery.tree import And, Field, Literal, Node, Not, Or, leaves

Test: TypeAlias = "Callable[[Plain], bool]"

CHECKED_MESSAGES = 10_000
TIMED_MESSAGES = 2_000
LOOPED_MESSAGES = 200
ROUNDS = 4
GROWTH = (50, 5_000)
FLOOR, AIM = 100, 300
_ACCOUNT = re.compile(r"(?<!\w)@\w+(?:[.-]\w+)*(?:@\w+(?:[.-]\w+)*)?")


def run() -> dict[str, Any]:
    queries = _queries(500)
    documents = _documents(CHECKED_MESSAGES)
    matcher = compile_terms(queries)
    timed = documents[:TIMED_MESSAGES]
    matching = _microseconds(matcher.match, timed)
    regex = _microseconds(_word_loop(queries), documents[:LOOPED_MESSAGES])
    in_loop = _microseconds(_in_loop(queries), timed)
    growth = {n: _microseconds(compile_terms(_queries(n)).match, timed)["p50"] for n in GROWTH}
    reference = _reference(queries, matcher, documents, matching["mean"])
    return {
        "value": round(regex["p50"] / matching["p50"], 1),
        "floor": FLOOR,
        "aim": AIM,
        "better": "higher",
        "also": {
            "times as fast as an `in` loop": bar(in_loop["p50"] / matching["p50"], 8, 8, "higher"),
            "5,000 searches over 50, time": bar(growth[5_000] / growth[50], 2, 2, "lower"),
            "messages that differ": bar(reference["messages_that_differ"], 0, 0, "lower"),
        },
        "detail": {
            "matcher_us": matching,
            "regex_per_term_us": regex,
            "in_loop_us": in_loop,
            "p50_us_by_queries": growth,
            "boolean_regex": reference,
        },
    }


def _queries(count: int) -> dict[int, Query]:
    return dict(enumerate(map(parse, corpus.queries(count, seed=2))))


def _documents(count: int) -> list[Document]:
    languages, platforms = ["nl", "nl-BE", "en"], ["x", "mastodon", "facebook"]
    return [
        Document(text, f"lezer{place % 900}", languages[place % 3], platforms[place % 3])
        for place, text in enumerate(corpus.texts(count, seed=1))
    ]


def _microseconds(
    work: Callable[[Document], object], documents: list[Document]
) -> dict[str, float]:
    """Mean, median and p95 of `work` per message; of each message the best round."""
    best = [float("inf")] * len(documents)
    for _ in range(ROUNDS):
        for place, document in enumerate(documents):
            start = time.perf_counter_ns()
            work(document)
            best[place] = min(best[place], (time.perf_counter_ns() - start) / 1_000)
    best.sort()
    return {
        "mean": round(sum(best) / len(best), 2),
        "p50": round(best[len(best) // 2], 2),
        "p95": round(best[int(len(best) * 0.95)], 2),
    }


def _literals(queries: dict[int, Query]) -> list[str]:
    """The first word or phrase of each search."""
    found = (next(_literals_of(query.root), None) for query in queries.values())
    return [" ".join(literal.words) for literal in found if literal is not None]


def _literals_of(root: Node) -> Iterator[Literal]:
    return (leaf for leaf in leaves(root) if isinstance(leaf, Literal))


def _word_loop(queries: dict[int, Query]) -> Callable[[Document], object]:
    expressions = [
        re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE) for words in _literals(queries)
    ]
    return lambda document: [e for e in expressions if e.search(document.text)]


def _in_loop(queries: dict[int, Query]) -> Callable[[Document], object]:
    words = _literals(queries)

    def search(document: Document) -> list[str]:
        text = document.text.lower()
        return [word for word in words if word in text]

    return search


def _reference(
    queries: dict[int, Query], matcher: Matcher[int], documents: list[Document], mean: float
) -> dict[str, Any]:
    """Time and hits of the boolean searches by regular expressions only."""
    tests = {key: _test(query.root) for key, query in queries.items()}
    hits = differences = 0
    seconds = 0.0
    for document in documents:
        start = time.perf_counter()
        plain = _plain(document)
        expected = {key for key, test in tests.items() if test(plain)}
        seconds += time.perf_counter() - start
        hits += len(expected)
        differences += expected != matcher.match(document)
    per_message = seconds / len(documents) * 1_000_000
    return {
        "us": round(per_message, 1),
        "ratio": round(per_message / mean, 1),
        "messages": len(documents),
        "hits": hits,
        "messages_that_differ": differences,
        "equal": differences == 0,
    }


class Plain(NamedTuple):
    """A message in lower case without accents, its accounts apart; the reference's own way."""

    text: str
    accounts: list[str]
    fields: dict[str, set[str]]


def _plain(document: Document) -> Plain:
    kept = (
        c for c in unicodedata.normalize("NFKD", document.text) if unicodedata.category(c) != "Mn"
    )
    text = "".join(c for c in kept if not "\U0001f3fb" <= c <= "\U0001f3ff").casefold()
    language = document.lang.lower()
    fields = {
        "from": {document.author},
        "lang": {language, language.split("-")[0]},
        "platform": {document.platform},
    }
    return Plain(_ACCOUNT.sub("\n@\n", text), _ACCOUNT.findall(text), fields)


def _test(node: Node) -> Test:
    if isinstance(node, And | Or):
        tests = [_test(child) for child in node.children]
        every = all if isinstance(node, And) else any
        return lambda plain: every(test(plain) for test in tests)
    if isinstance(node, Not):
        denied = _test(node.child)
        return lambda plain: not denied(plain)
    if isinstance(node, Field):
        name, value = node.name, node.value
        return lambda plain: value in plain.fields[name]
    if not isinstance(node, Literal):
        raise TypeError(f"The corpus has no lists: {node}")
    return _literal_test(node)


def _literal_test(literal: Literal) -> Test:
    words = r"[\W_]+".join(map(re.escape, literal.words))
    if words.startswith("@"):
        return lambda plain: literal.words[0] in plain.accounts
    end = "" if literal.prefix else r"(?!\w)" if words[0] == "#" else r"(?![^\W_])"
    search = re.compile((r"(?<!\w)" if words[0] == "#" else r"(?<![^\W_])") + words + end)
    return lambda plain: search.search(plain.text) is not None
