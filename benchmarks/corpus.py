"""Messages and searches that resemble Dutch social media: same length, same word frequencies.

Everything follows from the seed. A few hundred real words form the head; the long tail (names,
compounds, misspellings) is built from Dutch syllables. Word frequencies follow Zipf's law.
"""

from __future__ import annotations

import random
from functools import lru_cache
from itertools import accumulate

VOCABULARY_SIZE = 30_000
ZIPF_EXPONENT = 1.05
WORDS_PER_TEXT = (12, 45)

_HEAD_TEXT = """
de het een en ik is niet van dat in je op te die er zijn voor met aan maar was om ook als bij dan
nog naar wat wel ze door heb uit over kan hij zo hoe veel mijn al dit waar heeft jullie deze worden
meer geen we moet weer tot daar nu hier wij haar alleen iets wie iemand zou goed altijd omdat echt
vandaag morgen gisteren even heel toch want onze gaan doen gaat komen staat weten krijgt maken
school docent docenten student studenten les lessen rooster stage opleiding opleidingen klas week
dag jaar open examen cijfer diploma toets huiswerk mentor locatie gebouw kantine trein bus bellen
mail site app inloggen inschrijven aanmelden vraag antwoord vragen hulp info studie mbo niveau kok
toerisme verpleegkunde autotechniek kapper beveiliger mediavormgever logistiek sport bewegen ict
pedagogisch werk purmerend zaandam hoorn waterlanden rocdw roc bpv stagebureau praktijk leerbedrijf
dochter zoon kind ouders moeder vader vriend collega trots leuk mooi slecht boos blij bedankt
belachelijk geweldig jammer schandalig lekker gezellig saai druk ziek laat vroeg oud nieuw groot
één café geïnteresseerd coördinator reünie financiële categorieën foto's pagina's agenda's
"""
_ONSETS_TEXT = "b bl br d dr f fl g gr h j k kl kr l m n p pl pr r s sch sl sp st str t tr v w z zw"
_NUCLEI_TEXT = "a aa e ee i ie o oe oo u uu ui ij ei ou"
_CODAS_TEXT = "f g k l m n nd ng p r rk rt s st t"
_EMOJI = ["😂", "😭", "👍", "🔥", "❤️", "🎉", "😡", "🙏🏽", "🚀", "🥳"]
_PLATFORMS = ["x", "facebook", "instagram", "mastodon", "bluesky", "linkedin"]


@lru_cache(maxsize=1)
def vocabulary() -> tuple[str, ...]:
    """The words from frequent to rare."""
    source = random.Random(2027)
    found = dict.fromkeys(_HEAD_TEXT.split())
    while len(found) < VOCABULARY_SIZE:
        found[_invented_word(source)] = None
    return tuple(found)


def _invented_word(source: random.Random) -> str:
    syllables = source.choices((1, 2, 3, 4), (1, 4, 4, 2))[0]
    onsets, nuclei = _ONSETS_TEXT.split(), _NUCLEI_TEXT.split()
    codas = ["", "", "", *_CODAS_TEXT.split()]
    return "".join(
        source.choice(onsets) + source.choice(nuclei) + source.choice(codas)
        for _ in range(syllables)
    )


@lru_cache(maxsize=1)
def _weights() -> tuple[float, ...]:
    shares = (1 / rank**ZIPF_EXPONENT for rank in range(1, VOCABULARY_SIZE + 1))
    return tuple(accumulate(shares))


def texts(n: int, seed: int) -> list[str]:
    """`n` messages of 12 to 45 words, some with accounts, hashtags, emoji and curly quotes."""
    source = random.Random(seed)
    return [_message(source) for _ in range(n)]


def _message(source: random.Random) -> str:
    count = source.randint(*WORDS_PER_TEXT)
    chosen = source.choices(vocabulary(), cum_weights=_weights(), k=count)
    chosen[0] = chosen[0].capitalize()
    for place in range(4, count, source.randint(5, 11)):
        chosen[place] += source.choice([",", ".", "!", "?", ":", " -"])
    if source.random() < 0.25:
        chosen.insert(0, "@" + source.choice(["rocdewaterlanden", "ns_online", "jan.b", "sanne_x"]))
    if source.random() < 0.20:
        chosen.append("#" + source.choice(vocabulary()[100:2_000]).replace("'", ""))
    if source.random() < 0.15:
        chosen.append(source.choice(_EMOJI) * source.randint(1, 3))
    if source.random() < 0.05:
        chosen[count // 2] = f"“{chosen[count // 2]}”"
    return " ".join(chosen)


def queries(n: int, seed: int) -> list[str]:
    """`n` searches as an institution keeps them: names, phrases and boolean combinations."""
    source = random.Random(seed)
    return [_query(source) for _ in range(n)]


def _query(source: random.Random) -> str:
    a, b, c, d = source.sample(vocabulary()[150:], 4)
    frequent = source.choice(vocabulary()[:150])
    forms = {
        a: 30,
        f'"{frequent} {a}"': 12,
        f"{a} OR {b} OR {c}": 12,
        f"({a} OR {b}) AND {frequent}": 12,
        f"({a} OR {b} OR {c}) NOT {d}": 10,
        f"{frequent} AND ({a} OR {b}) NOT ({c} OR {d})": 8,
        f"{a[:6]}* OR #{b.replace(chr(39), '')}": 8,
        f"{a} lang:nl platform:{source.choice(_PLATFORMS)}": 5,
        f"@{b.replace(chr(39), '')} OR from:{c.replace(chr(39), '')}": 3,
    }
    return source.choices(list(forms), list(forms.values()))[0]
