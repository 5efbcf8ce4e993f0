"""The query language of search terms and routing rules: pure Python, no Django.

    (rocdw OF "de waterlanden") -vacature       one of two, and not the word vacature
    (stage* OR bpv) AND {vestigingen}           a word that begins so, and any entry of a list
    #openday  @rocdw  from:jan  lang:nl  platform:mastodon

- Words stand next to each other for AND. AND binds tighter than OR, NOT tightest; brackets group.
  Operators are in capitals (AND OR NOT, EN OF NIET): "sport en bewegen" holds the word en.
- Case, accents and skin tones make no difference.
- Whatever is not a letter, digit or emoji separates words. So `foto` finds foto's, `foto's` finds
  foto’s, and `mbo-v` finds mbo-v, MBO V and mbo/v. A phrase may run over punctuation.
- A plain word also finds the hashtag of that name (rocdw finds #rocdw); #rocdw finds the hashtag
  only. Inside a phrase of several words # makes no difference.
- An account is not a word: rocdw does not find @rocdw. @jan finds @jan@server.nl, and @rocdw
  finds @rocdw-student; @jan.b is somebody else.
- stage* finds every word that begins so; a phrase, a hashtag and an account can end in * too.
- from: compares the whole name of the author (from:"Nico Wagenaar"), lang: also finds the
  regional forms (nl finds nl-BE). van: and taal: are the same in Dutch.
- {places} stands for any entry of a list that is given when the queries are compiled.

`parse` reads a query, `compile_terms` makes one `Matcher` of many.
"""

from __future__ import annotations

from core.searchquery.document import Document, index_text, words_in_order
from core.searchquery.errors import MESSAGES, QuerySyntaxError
from core.searchquery.folding import fold
from core.searchquery.matcher import Matcher, compile_terms
from core.searchquery.parsing import parse
from core.searchquery.prefilter import Lexeme, as_tsquery
from core.searchquery.query import Query

__all__ = [
    "MESSAGES",
    "Document",
    "Lexeme",
    "Matcher",
    "Query",
    "QuerySyntaxError",
    "as_tsquery",
    "compile_terms",
    "fold",
    "index_text",
    "parse",
    "words_in_order",
]
