"""The matcher against a slow second implementation, on whatever Hypothesis makes up."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from core.searchquery import Document, Lexeme, Query, compile_terms, index_text, parse
from tests.core.searchquery.reference import Tree, finds, take_apart

WORDS = ["kok", "koks", "de", "dag", "Café", "één", "rocdw", "mbo", "s", "😂", "👍"]
GLUE = [" ", "  ", ", ", "-", "’", "'", ".", "\n", "#", "@", " #", " @", "_", "@x.nl ", "🏽", " 🔥"]
NAMES = ["kok", "rocdw", "jan.b", "dag-de", "kok_de"]
LISTS = {"namen": ["de kok", "mbo", "rocdw"], "leeg": []}

Leaves = st.one_of(
    st.tuples(st.just("word"), st.sampled_from(WORDS)),
    st.tuples(st.just("prefix"), st.sampled_from(["ko", "kok", "da", "roc"])),
    st.tuples(st.just("phrase"), st.lists(st.sampled_from(WORDS), min_size=2).map(" ".join)),
    st.tuples(st.just("tag"), st.sampled_from(["kok", "rocdw", "kok_de"])),
    st.tuples(st.just("account"), st.sampled_from([*NAMES, "kok@x.nl"])),
    st.tuples(st.just("from"), st.sampled_from(["jan", "kok"])),
    st.tuples(st.just("lang"), st.sampled_from(["nl", "nl-be", "en"])),
    st.tuples(st.just("platform"), st.sampled_from(["x", "rss"])),
    st.tuples(st.just("list"), st.sampled_from(list(LISTS))),
)
Trees = st.recursive(
    Leaves,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["and", "or"]), inner, inner),
        st.tuples(st.just("not"), inner),
    ),
    max_leaves=8,
)
Texts = st.lists(st.sampled_from(WORDS + GLUE), max_size=20).map("".join)
Documents = st.builds(
    Document,
    Texts,
    st.sampled_from(["", "@jan", "Jan@server.nl", "kok"]),
    st.sampled_from(["", "nl", "nl-BE", "en"]),
    st.sampled_from(["", "x", "RSS"]),
)


def written(tree: Tree) -> str:
    """The tree as somebody would type it."""
    kind, *parts = tree
    forms: dict[str, str] = {
        "word": "{0}",
        "prefix": "{0}*",
        "phrase": '"{0}"',
        "tag": "#{0}",
        "account": "@{0}",
        "from": "from:{0}",
        "lang": "taal:{0}",
        "platform": "platform:{0}",
        "list": "{{{0}}}",
        "and": "({0} {1})",
        "or": "({0} OF {1})",
        "not": "NIET {0}",
    }
    inside: list[Any] = [written(part) if isinstance(part, tuple) else part for part in parts]
    return forms[kind].format(*inside)


def read(tree: Tree) -> Query:
    return parse(written(tree), allow_only_exclusions=True)


@settings(max_examples=600)
@given(st.lists(Trees, min_size=1, max_size=6), Documents)
def test_matcher_and_reference_find_the_same(trees: list[Tree], document: Document) -> None:
    matcher = compile_terms({place: read(tree) for place, tree in enumerate(trees)}, LISTS)
    message = take_apart(*document)
    expected = {place for place, tree in enumerate(trees) if finds(tree, message, LISTS)}
    assert matcher.match(document) == expected


@settings(max_examples=300)
@given(Trees, Documents)
def test_the_prefilter_never_leaves_out_what_the_matcher_finds(
    tree: Tree, document: Document
) -> None:
    query = read(tree)
    groups = query.to_sql_prefilter(LISTS)
    indexed = index_text(document.text).split()

    def occurs(lexeme: Lexeme) -> bool:
        return any(
            word.startswith(lexeme.word) if lexeme.prefix else word == lexeme.word
            for word in indexed
        )

    if groups is not None and compile_terms({1: query}, LISTS).match(document):
        assert any(all(map(occurs, group)) for group in groups)


@settings(max_examples=300)
@given(Trees, Documents)
def test_marks_are_in_order_apart_and_inside_the_text(tree: Tree, document: Document) -> None:
    spans = compile_terms({1: read(tree)}, LISTS).explain(1, document)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(document.text) for start, end in spans)
