from __future__ import annotations

import pytest

from core.searchquery import Document, compile_terms, index_text, parse
from core.searchquery.tree import Lists


def found(query: str, document: str | Document, lists: Lists | None = None) -> bool:
    matcher = compile_terms({"term": parse(query, allow_only_exclusions=True)}, lists)
    return bool(matcher.match(Document(document) if isinstance(document, str) else document))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("rocdw", "Morgen open dag bij ROCDW!"),
        ("waterlanden", "ROC De Waterlanden's nieuwe gebouw"),
        ("cafe", "Lekker naar het café"),
        ("één", "een dag"),
        ("een", "één dag"),
        ("roc", "𝗥𝗢𝗖 in de bio"),
        ("dreiging", "drei\u00adging"),
        ("foto", "mooie foto's"),
        ("foto's", "mooie foto’s"),
        ("foto’s", "mooie foto's"),
        ("mbo-v", "leren prikken bij MBO V"),
        ("mbo-v", "leren prikken bij mbo-v."),
        ("roc", "een ROC-student"),
        ("s", "'s avonds"),
        ("rocdw", "Zo trots #ROCDW"),
        ('"trots op rocdw"', "Zo trots op #ROCDW"),
        ("open", "#open_dag"),
        ("#rocdw", "Zo trots #ROCDW."),
        ("#één", "#een"),
        ("@rocdw", "Bedankt @RocDW, tot morgen"),
        ("@jan.b", "cc @jan.b."),
        ("@jan", "cc @jan@server.nl"),
        ("@jan@server.nl", "cc @jan@server.nl"),
        ("@rocdw", "een @rocdw-student"),
        ('"de waterlanden"', "ROC DE\n  Waterlanden"),
        ('"open dag"', "open-dag"),
        ('"bedankt @rocdw"', "Bedankt @rocdw!"),
        ("stage*", "mijn stageplek"),
        ("stage*", "mijn stage"),
        ("stage*", "mijn #stageplek"),
        ("#stage*", "mijn #stageplek"),
        ("@roc*", "dag @rocdewaterlanden"),
        ('"open da*"', "onze open dagen"),
        ("😂", "haha😂😂"),
        ("❤", "lief ❤️"),
        ("👍🏽", "top 👍🏿"),
        ("👩‍🚀", "ik word 👩‍🚀"),
        ("rocdw", "https://rocdw.nl/kok"),
        ("rocdw", "info@rocdw.nl"),
        ("rocdw", "＠rocdw rocdw"),
        ("18.00", "om 18.00 uur"),
        ("kok bakker", "bakker of kok"),
        ("kok OR bakker", "een bakker"),
        ("kok NOT bakker", "een kok"),
        ("NOT (kok bakker)", "een kok"),
        ("NOT kok", ""),
        ("kok (stage OF bpv)", "bpv als kok"),
        ("de (stage OF NOT kok)", "de bakker"),
        ("(kok NOT de) OR (bakker NOT een)", "de bakker"),
    ],
)
def test_it_finds(query: str, text: str) -> None:
    assert found(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("kok", "een kokkel"),
        ("kok", "kookkok"),
        ("rocdw", "@rocdw"),
        ("#rocdw", "rocdw"),
        ("#rocdw", "#rocdwaterlanden"),
        ("#rocdw", "pagina#rocdw"),
        ("@rocdw", "rocdw"),
        ("@rocdw", "info@rocdw.nl"),
        ("@rocdw", "@rocdw_fans"),
        ("@jan", "cc @jan.b"),
        ("@jan@server.nl", "cc @jan@anders.nl"),
        ('"open dag"', "dag open"),
        ('"open dag"', "open de dag"),
        ('"dag tot"', "#dag @x-tot tot"),
        ('"dag jan"', "dag @x@jan"),
        ("stage*", "snuffelstage"),
        ("fotos", "foto's"),
        ("kok bakker", "kok"),
        ("kok NOT bakker", "kok en bakker"),
        ("kok NOT (bakker stage)", "kok bakker stage"),
        ("NOT kok", "een kok"),
        ("de NOT het", "de en het"),
        ("de ((kok bakker) OF stage)", "de kok"),
        ("de ((kok bakker) OF stage)", "de bakker"),
        ("kok de", "kok"),
    ],
)
def test_it_does_not_find(query: str, text: str) -> None:
    assert not found(query, text)


@pytest.mark.parametrize(
    ("query", "origin"),
    [
        ("from:jan", {"author": "@Jan"}),
        ("from:jan", {"author": "@jan@server.nl"}),
        ('from:"nico wagenaar"', {"author": "Nico  Wagenaar"}),
        ("lang:nl", {"lang": "nl-BE"}),
        ("lang:nl-be", {"lang": "nl_BE"}),
        ("platform:x", {"platform": "X"}),
        ("platform:x -from:rocdw", {"platform": "x", "author": "jan"}),
        ("stage lang:nl", {"lang": "nl"}),
        ("stage -lang:en", {"lang": "nl"}),
        ("NOT platform:facebook", {"platform": "x"}),
    ],
)
def test_conditions_on_the_origin_hold(query: str, origin: dict[str, str]) -> None:
    assert found(query, Document("een stage", **origin))


@pytest.mark.parametrize(
    ("query", "origin"),
    [
        ("from:jan", {"author": "janneke"}),
        ("from:jan", {}),
        ("lang:nl-be", {"lang": "nl"}),
        ("lang:nl", {"lang": ""}),
        ("platform:x -from:rocdw", {"platform": "x", "author": "@ROCDW"}),
        ("kok platform:x", {"platform": "x"}),
    ],
)
def test_conditions_on_the_origin_do_not_hold(query: str, origin: dict[str, str]) -> None:
    assert not found(query, Document("een stage", **origin))


def test_a_list_stands_for_any_of_its_entries() -> None:
    lists = {"Opleidingen": ["Sport en bewegen", "Kok", "verpleegk*", "#ict", "", "?", "v*"]}
    matcher = compile_terms({1: parse("{opleidingen} stage")}, lists)
    texts = [
        "stage sport en bewegen",
        "stage verpleegkunde",
        "stage #ICT",
        "stage ict",
        "stage vol",
    ]
    hits = [matcher.match(Document(text)) for text in texts]
    assert hits == [{1}, {1}, {1}, set(), set()]


def test_a_list_can_be_excluded() -> None:
    assert not found("kok -{spam}", "kok gezocht", {"spam": ["te koop", "gezocht"]})


def test_a_list_that_does_not_exist_finds_nothing_and_excludes_nothing() -> None:
    assert not found("{weg}", "weg")
    assert found("kok OR {weg}", "kok")
    assert found("kok -{weg}", "kok")


def test_each_query_is_found_on_its_own() -> None:
    queries = ["kok", "kok stage", "bakker", "kok OR bakker", "-bakker", '"de kok"', "platform:x"]
    matcher = compile_terms({query: parse(query, allow_only_exclusions=True) for query in queries})
    document = Document("De kok", platform="x")
    assert matcher.match(document) == {"kok", "kok OR bakker", "-bakker", '"de kok"', "platform:x"}


def test_a_matcher_without_queries_finds_nothing() -> None:
    assert compile_terms({}).match(Document("kok")) == set()


def test_a_document_knows_its_hashtags() -> None:
    assert Document("Op de #OpenDag bij #rocdw, pagina#3").hashtags == ("#opendag", "#rocdw")


def test_the_text_for_the_index_holds_every_word_by_itself() -> None:
    text = "Zie rocdw.nl/kok en/of @jan.b #Open_Dag, foto's: één 😂"
    assert index_text(text) == "zie rocdw nl kok en of jan b open dag foto s een 😂"
