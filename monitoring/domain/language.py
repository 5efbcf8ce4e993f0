"""Which language a mention is in: what the platform says, else our own stop-words, else a model.

The model costs more than all other work on a mention together, so it is asked last and seldom: for
a text without any function word. Its guess counts only when it is sure; none is better than wrong.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from monitoring.domain.wording import READ_AT_MOST, tokens

UNKNOWN: Final = ""
_HOME: Final = "nl"
_READ_WORDS: Final = 40
_PLAIN_SHARE: Final = 3
"""One word in three, and three at least, leave no doubt; related languages share far fewer."""
_MODEL_NEEDS: Final = 2
_MODEL_SURE: Final = 0.9
_NO_LANGUAGE: Final = frozenset({"und", "zxx", "mul", "mis", "xx", "unknown", "none"})


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STOP_WORDS: Final[dict[str, frozenset[str]]] = {
    "nl": _set(
        "aan al als bij dan dat de deze die dit door dus een eens en er geen gewoon had heb hebben "
        "heeft het hier hij hoe hun iemand ik in is ja je jij jou jouw jullie kan kun kunnen maar "
        "me meer met mij mijn moet moeten mn na naar niet niemand niets nog nu of om omdat onder "
        "ons onze ook op over pas per te tegen toch toen tot u uit uw van vanaf veel voor waar "
        "waarom wanneer want waren was wat we weer wel welke wie wij wil word worden wordt zal ze "
        "zelf zich zij zijn zo zonder zou zoals ff ofzo weet gaat gaan komt doen heel morgen "
        "vandaag gisteren graag bedankt hoi alleen alles iets altijd nooit mag mogen staat"
    ),
    "en": _set(
        "a about after all am an and any are as at be because been but by can could did do does "
        "don for from get going got had has have he her here him his how i if in into is it its "
        "just know like me more my no not now of on only or our out please she should so some "
        "than that the their them then there they this to today tomorrow too up us was we were "
        "what when where which who why will with would you your yes im there's"
    ),
    "de": _set(
        "aber alle als am an auch auf aus bei bin bis bitte da das dass dem den der des die dir du "
        "ein eine einen einer er es euch euer fur gibt habe haben hat heute hier ich ihr im in "
        "ist ja kann kein keine man mein mich mir mit morgen nach nicht noch nur oder schon sehr "
        "sich sie sind und uns von war warum was wenn wer wie wir wird wo zu zum zur"
    ),
    "fr": _set(
        "a ai au aussi avec c ce ces cette comme d dans de des deux du elle en est et etes etre "
        "fait il ils j je l la le les leur mais me mes moi mon ne nos notre nous on ou par pas "
        "plus pour pourquoi qu que qui sa se ses si son sont sur ta te toi ton tout tres tu un "
        "une va vos votre vous y bonjour merci"
    ),
    "es": _set(
        "al como con cuando de del donde el ella en es esta este esto estoy gracias hay hola la "
        "las lo los mas me mi mucho muy no nos o para pero por porque que quien se si sin su "
        "tambien te tengo todo tu un una usted y ya yo"
    ),
    "tr": _set(
        "acaba ama ben bir biz bu bugun cok da daha de degil diye gibi hangi ile icin kac kadar "
        "ki merhaba mi mu nasil ne neden nerede o olarak sen siz su tesekkurler var ve veya ya "
        "yarin yok zaman"
    ),
    "pl": _set(
        "a ale bardzo bo by byc co czy dla do dzien gdzie go i ich ja jak jest jestem jestescie "
        "juz kiedy kto lub ma mam mi moge na nie o od po prosze sa sie ta tak to w wam we z za ze"
    ),
}
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_ENOUGH_ARABIC: Final = 10


def detect(text: str, hint: str = "") -> str:
    """The primary language code of `text` ("nl", "en", …), "" when it does not show.

    `hint` is the platform's own field ("nl", "nl-BE", "en_US"); it wins when it says something.
    """
    told = hint and _primary(hint)
    return told or _by_script(text) or _by_stop_words(text) or _by_model(text)


def _primary(hint: str) -> str:
    code = hint.strip().lower().replace("_", "-").split("-")[0]
    is_code = code.isascii() and code.isalpha() and 2 <= len(code) <= 3
    return code if is_code and code not in _NO_LANGUAGE else UNKNOWN


def _by_script(text: str) -> str:
    """Arabic is told by its letters; Latin letters tell nothing."""
    if text.isascii():
        return UNKNOWN
    arabic = _ARABIC.findall(text, 0, READ_AT_MOST)
    return "ar" if len(arabic) > _ENOUGH_ARABIC else UNKNOWN


def _by_model(text: str) -> str:
    """For texts of two words and more; one word belongs to too many languages."""
    if len(tokens(text)) < _MODEL_NEEDS:
        return UNKNOWN
    code, certainty = _model().classify(text[:READ_AT_MOST])
    return str(code) if certainty >= _MODEL_SURE else UNKNOWN


@cache
def _model() -> LanguageIdentifier:
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages([*_STOP_WORDS, "ar", "uk", "ru", "pt", "it"])
    return model


def _by_stop_words(text: str) -> str:
    read = frozenset(tokens(text)[:_READ_WORDS])
    if len(_STOP_WORDS[_HOME] & read) * _PLAIN_SHARE >= max(len(read), _PLAIN_SHARE * 3):
        return _HOME
    counts = {language: len(words & read) for language, words in _STOP_WORDS.items()}
    best = max(counts.values())
    if not best:
        return UNKNOWN
    winners = [language for language, count in counts.items() if count == best]
    if len(winners) == 1:
        return winners[0]
    return _HOME if _HOME in winners else UNKNOWN
