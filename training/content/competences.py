"""Eight competences that come along: what people of a college can do with social media.

Written for this product, after what chapters 2 to 7 of the publication ask of people. A code never
gets another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual
from people.models import Role
from training.models import Level

TEACHING = (Role.TEACHER,)
SPEAKING = (Role.AGENT, Role.SPOKESPERSON, Role.CHANNEL_OWNER)


@dataclass(frozen=True, slots=True)
class CompetenceText:
    """A competence with who mostly needs it."""

    code: str
    name: Bilingual
    text: Bilingual
    level: Level
    roles: tuple[Role, ...]
    shown_by_mandate: bool = False


COMPETENCES = (
    CompetenceText(
        "safe-start",
        Bilingual(nl="Veilig beginnen", en="Starting safely"),
        Bilingual(
            nl="Je houdt werk en privé uit elkaar, stelt een account goed in en weet wie meeleest.",
            en="You keep work and private life apart, set up an account well and know who reads.",
        ),
        Level.STARTER,
        (*TEACHING, *SPEAKING),
    ),
    CompetenceText(
        "nearness",
        Bilingual(nl="Dichtbij en professioneel", en="Near and professional"),
        Bilingual(
            nl="Je hebt online contact met studenten en bewaart de afstand die bij je werk hoort.",
            en="You are in touch with students online and keep the distance that your work asks.",
        ),
        Level.STARTER,
        TEACHING,
    ),
    CompetenceText(
        "listening",
        Bilingual(nl="Luisteren", en="Listening"),
        Bilingual(
            nl="Je ziet wat er over de school wordt gezegd en weet wanneer iemand iets moet doen.",
            en="You see what is said about the college and know when somebody has to act.",
        ),
        Level.USER,
        SPEAKING,
    ),
    CompetenceText(
        "answering",
        Bilingual(nl="Antwoorden namens de school", en="Answering for the college"),
        Bilingual(
            nl="Je antwoordt op tijd, vriendelijk en juist, en weet wanneer een ander dat doet.",
            en="You answer in time, kindly and rightly, and know when it is for somebody else.",
        ),
        Level.USER,
        SPEAKING,
        shown_by_mandate=True,
    ),
    CompetenceText(
        "making",
        Bilingual(nl="Beeld en tekst maken", en="Making pictures and texts"),
        Bilingual(
            nl="Je maakt berichten die kloppen en boeien, met beeld dat je mag gebruiken.",
            en="You make messages that are right and hold people, with pictures you may use.",
        ),
        Level.MAKER,
        (Role.CHANNEL_OWNER,),
    ),
    CompetenceText(
        "lesson",
        Bilingual(nl="Leren met sociale media", en="Learning with social media"),
        Bilingual(
            nl="Je ontwerpt een leeractiviteit vanuit het doel en kiest daar een middel bij.",
            en="You design a learning activity from its goal and choose a medium that fits.",
        ),
        Level.USER,
        TEACHING,
    ),
    CompetenceText(
        "safety",
        Bilingual(nl="Hulp als het misgaat", en="Helping when it goes wrong"),
        Bilingual(
            nl="Je herkent pesten, nep en lekken, doet de eerste stappen en meldt het.",
            en="You recognise bullying, fakes and leaks, take the first steps and report it.",
        ),
        Level.STARTER,
        (*TEACHING, *SPEAKING, Role.MANAGER),
    ),
    CompetenceText(
        "guiding",
        Bilingual(nl="Collega’s op weg helpen", en="Helping colleagues along"),
        Bilingual(
            nl="Je leert collega’s wat jij kunt, op hun niveau en met ruimte voor fouten.",
            en="You teach colleagues what you can do, at their level and with room for mistakes.",
        ),
        Level.TRAINER,
        (Role.TRAINER,),
    ),
)
