"""What the publication of 2012 tells about who used which platform: examples, not figures of ours.

A number stands here only where the publication gives one. The year is that of the survey; where
the publication names none, it is the year of the publication and the text says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual

NIJMEGEN = "ROC Nijmegen (2011), in: Sociale media in het mbo (2012), h. 2"
NIJMEGEN_ADDRESS = (
    "http://roc-nijmegen.nl/images/stories/documenten/resultaten_enquete_socmedia_2011.pdf"
)
WEST_BRABANT = "ROC West-Brabant, in: Sociale media in het mbo (2012), h. 2"
WEST_BRABANT_ADDRESS = (
    "http://hetinnovatienetwerk.nl/nieuws/onderzoek-social-media-in-mbo-onderwijs"
)
PUBLICATION = "Sociale media in het mbo (2012), h. 3"
PUBLICATION_ADDRESS = "http://mbo.kennisnet.nl/publicaties/hoe-zo"

#: Stands beside every figure, so that nobody takes it for a figure of today or of this college.
EXAMPLE_LABEL = Bilingual(
    nl="Voorbeeld van een ander, van toen. Vraag je eigen doelgroep hoe het nu is.",
    en="An example of someone else, of its time. Ask your own audience how it is today.",
)


@dataclass(frozen=True, slots=True)
class ExampleUse:
    audience: str
    platform: str  # a code, the name of another platform, or "" for all together
    text: Bilingual
    respondents: int | None
    users: int | None
    percent: float | None
    year: int
    source: str
    address: str


def _nijmegen(platform: str, text: Bilingual, users: int | None = None) -> ExampleUse:
    return ExampleUse(
        audience="students",
        platform=platform,
        text=text,
        respondents=600,
        users=users,
        percent=None,
        year=2011,
        source=NIJMEGEN,
        address=NIJMEGEN_ADDRESS,
    )


def _publication(audience: str, platform: str, text: Bilingual) -> ExampleUse:
    return ExampleUse(
        audience=audience,
        platform=platform,
        text=text,
        respondents=None,
        users=None,
        percent=None,
        year=2012,
        source=PUBLICATION,
        address=PUBLICATION_ADDRESS,
    )


EXAMPLE_USES: tuple[ExampleUse, ...] = (
    _nijmegen(
        "youtube",
        Bilingual(
            nl="Voorbeeld uit 2011: YouTube hoorde bij (toekomstige) studenten tot de twee "
            "platforms die het meest werden gebruikt.",
            en="Example from 2011: among (prospective) students YouTube was one of the two "
            "platforms used most.",
        ),
    ),
    _nijmegen(
        "Wikipedia",
        Bilingual(
            nl="Voorbeeld uit 2011: samen met YouTube werd Wikipedia door (toekomstige) studenten "
            "het meest gebruikt.",
            en="Example from 2011: together with YouTube, Wikipedia was used most by "
            "(prospective) students.",
        ),
    ),
    _nijmegen(
        "MSN",
        Bilingual(
            nl="Voorbeeld uit 2011: het chatprogramma MSN was nog groot onder (toekomstige) "
            "studenten. Het bestaat niet meer.",
            en="Example from 2011: the chat program MSN was still big among (prospective) "
            "students. It no longer exists.",
        ),
    ),
    _nijmegen(
        "x",
        Bilingual(
            nl="Voorbeeld uit 2011: Twitter (nu X) had 321 gebruikers onder de 600 ondervraagden "
            "en bleef daarmee iets achter.",
            en="Example from 2011: Twitter (now X) had 321 users among the 600 respondents and so "
            "lagged somewhat behind.",
        ),
        users=321,
    ),
    _nijmegen(
        "linkedin",
        Bilingual(
            nl="Voorbeeld uit 2011: LinkedIn speelde bij (toekomstige) studenten nauwelijks een "
            "rol.",
            en="Example from 2011: LinkedIn hardly played a part among (prospective) students.",
        ),
    ),
    ExampleUse(
        audience="students",
        platform="",
        text=Bilingual(
            nl="Voorbeeld: 88% van de ondervraagden bij ROC West-Brabant gebruikte een vorm van "
            "sociale media. De publicatie van 2012 noemt geen jaar van onderzoek en geen aantal "
            "ondervraagden.",
            en="Example: 88% of the respondents at ROC West-Brabant used some form of social "
            "media. The publication of 2012 names neither the year of the survey nor the number "
            "of respondents.",
        ),
        respondents=None,
        users=None,
        percent=88.0,
        year=2012,
        source=WEST_BRABANT,
        address=WEST_BRABANT_ADDRESS,
    ),
    _publication(
        "alumni",
        "linkedin",
        Bilingual(
            nl="Voorbeeld uit 2012: oud-studenten waren vooral op LinkedIn te vinden, om hun "
            "zakelijke netwerk te vergroten.",
            en="Example from 2012: alumni were mostly found on LinkedIn, to widen their "
            "professional network.",
        ),
    ),
    _publication(
        "companies",
        "linkedin",
        Bilingual(
            nl="Voorbeeld uit 2012: bedrijven die online actief waren, gebruikten naast Twitter "
            "vooral LinkedIn.",
            en="Example from 2012: companies that were active online mostly used LinkedIn, "
            "besides Twitter.",
        ),
    ),
    _publication(
        "companies",
        "x",
        Bilingual(
            nl="Voorbeeld uit 2012: bedrijven die online actief waren, gebruikten naast LinkedIn "
            "vooral Twitter (nu X).",
            en="Example from 2012: companies that were active online mostly used Twitter (now X), "
            "besides LinkedIn.",
        ),
    ),
    _publication(
        "companies",
        "facebook",
        Bilingual(
            nl="Voorbeeld uit 2012: een deel van de bedrijven die online actief waren, gebruikte "
            "ook Facebook.",
            en="Example from 2012: part of the companies that were active online also used "
            "Facebook.",
        ),
    ),
    _publication(
        "media",
        "x",
        Bilingual(
            nl="Voorbeeld uit 2012: journalisten hielden Twitter (nu X) steeds vaker in de gaten "
            "voor nieuws en meningen.",
            en="Example from 2012: journalists increasingly watched Twitter (now X) for news and "
            "opinions.",
        ),
    ),
    _publication(
        "media",
        "facebook",
        Bilingual(
            nl="Voorbeeld uit 2012: ook Facebook werd door journalisten steeds vaker gevolgd.",
            en="Example from 2012: journalists increasingly followed Facebook as well.",
        ),
    ),
    _publication(
        "community",
        "x",
        Bilingual(
            nl="Voorbeeld uit 2012: gemeenten, buren en andere betrokkenen volgden een school "
            "meestal via Twitter (nu X).",
            en="Example from 2012: councils, neighbours and others concerned mostly followed a "
            "college through Twitter (now X).",
        ),
    ),
)
