"""The ten ways to help teachers with social media (publication, chapter 7), as things to do.

The publication says what a college can do; here it is told to the teacher, in our own words.
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual

SOURCE = "Sociale media in het mbo (Kennisnet en saMBO-ICT, 2012), hoofdstuk 7"


@dataclass(frozen=True, slots=True)
class Way:
    """One of the ten; `url_name` is where one does it, `""` outside the portal."""

    code: str
    name: Bilingual
    text: Bilingual
    url_name: str = ""


WAYS = (
    Way(
        "example",
        Bilingual(nl="Geef het voorbeeld", en="Set the example"),
        Bilingual(
            nl="Laat studenten één keer zien hoe jij zelf sociale media gebruikt voor je vak.",
            en="Show students once how you use social media for your field yourself.",
        ),
    ),
    Way(
        "course",
        Bilingual(nl="Volg een instapcursus", en="Take a first course"),
        Bilingual(
            nl="Kies een cursus op jouw niveau en rond hem af.",
            en="Choose a course at your level and finish it.",
        ),
        "training:course-list",
    ),
    Way(
        "device",
        Bilingual(nl="Zorg voor een apparaat", en="Have a device"),
        Bilingual(
            nl="Leen een telefoon of tablet van school als je geen eigen wilt gebruiken.",
            en="Borrow a phone or tablet from the college when you do not want to use your own.",
        ),
        "training:device-list",
    ),
    Way(
        "explore",
        Bilingual(nl="Ga op ontdekking", en="Go exploring"),
        Bilingual(
            nl="Maak op één platform een werkaccount en kijk een paar weken rond.",
            en="Make an account for work on one platform and look around for some weeks.",
        ),
    ),
    Way(
        "ask",
        Bilingual(nl="Vraag het je studenten", en="Ask your students"),
        Bilingual(
            nl="Vraag een groep welke sociale media zij gebruiken en op school willen gebruiken.",
            en="Ask a group which social media they use and want to use at the college.",
        ),
    ),
    Way(
        "try",
        Bilingual(nl="Probeer het in de klas", en="Try it in class"),
        Bilingual(
            nl="Plan een leeractiviteit, doe hem en kijk terug.",
            en="Plan a learning activity, do it and look back.",
        ),
        "training:plan-create",
    ),
    Way(
        "share",
        Bilingual(nl="Vertel wat werkt en wat niet", en="Tell what works and what does not"),
        Bilingual(
            nl="Deel een ervaring of een leeractiviteit met collega’s. Mislukt telt ook.",
            en="Share an experience or a learning activity with colleagues. Failed counts too.",
        ),
        "training:plan-list",
    ),
    Way(
        "knowledge",
        Bilingual(nl="Gebruik de kennisbank", en="Use the knowledge base"),
        Bilingual(
            nl="Lees één artikel dat je verder helpt, of schrijf er een.",
            en="Read one article that helps you along, or write one.",
        ),
        "training:article-list",
    ),
    Way(
        "needs",
        Bilingual(nl="Zeg wat je nodig hebt", en="Say what you need"),
        Bilingual(
            nl="Vul het zelfbeeld in of evalueer een cursus, en bespreek wat er daarna komt.",
            en="Fill in the self-assessment or evaluate a course, and talk about what comes next.",
        ),
        "training:tpack-list",
    ),
    Way(
        "frames",
        Bilingual(nl="Ken de kaders", en="Know the frames"),
        Bilingual(
            nl="Lees en bevestig het protocol, dan weet je waar je op terug kunt vallen.",
            en="Read and confirm the protocol, so that you know what to fall back on.",
        ),
        "people:waiting",
    ),
)
CODES = frozenset(one.code for one in WAYS)
