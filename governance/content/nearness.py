"""Nearness and distance in practice: what a teacher does in five cases, and a look at oneself.

Chapter 6 of the publication asks for it; the cases and the list are ours. The agreements stand in
`governance.content.safety`.
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual


@dataclass(frozen=True, slots=True)
class Case:
    """Something that happens to a teacher, and what to do about it, in order."""

    code: str
    question: Bilingual
    steps: tuple[Bilingual, ...]


CASES: tuple[Case, ...] = (
    Case(
        "friend_request",
        Bilingual(
            nl="Een student stuurt een vriendschapsverzoek",
            en="A student sends me a friend request",
        ),
        (
            Bilingual(
                nl="Accepteer het niet met je privéaccount, ook niet als je de student goed kent.",
                en="Do not accept it with your private account, even if you know them well.",
            ),
            Bilingual(
                nl="Leg in de klas uit waarom je dat bij niemand doet.",
                en="Explain in class why you do not do so with anyone.",
            ),
            Bilingual(
                nl="Wijs op het kanaal waar je wel te vinden bent.",
                en="Point to the channel where you can be found.",
            ),
        ),
    ),
    Case(
        "late_message",
        Bilingual(
            nl="Een student appt laat op de avond iets persoonlijks",
            en="A student sends me something personal late at night",
        ),
        (
            Bilingual(
                nl="Is er gevaar, bel dan 112 en daarna je leidinggevende.",
                en="In danger, call 112 and then your manager.",
            ),
            Bilingual(
                nl="Antwoord kort dat je het gelezen hebt en spreek een gesprek op school af.",
                en="Answer briefly that you read it and arrange to talk at college.",
            ),
            Bilingual(
                nl="Vertel het de volgende werkdag aan de begeleider. Je draagt dit niet alleen.",
                en="Tell the counsellor on the next working day. You do not carry this alone.",
            ),
        ),
    ),
    Case(
        "something_online",
        Bilingual(
            nl="Ik zie iets zorgelijks op het profiel van een student",
            en="I see something worrying on a student’s profile",
        ),
        (
            Bilingual(
                nl="Zoek niet verder en verspreid het niet.",
                en="Do not search any further and do not spread it.",
            ),
            Bilingual(
                nl="Vraag de student zelf hoe het gaat, onder vier ogen.",
                en="Ask the student how things are, in private.",
            ),
            Bilingual(
                nl="Gaat het om dreiging of misbruik, meld het dan meteen als incident.",
                en="If it is about a threat or abuse, report it at once as an incident.",
            ),
        ),
    ),
    Case(
        "photo_of_me",
        Bilingual(
            nl="Studenten plaatsen een foto of filmpje van mij",
            en="Students post a photo or video of me",
        ),
        (
            Bilingual(
                nl="Reageer niet online. Leg vast waar het staat.",
                en="Do not respond online. Record where it is.",
            ),
            Bilingual(
                nl="Vraag de plaatser om het te verwijderen en zeg waarom.",
                en="Ask whoever posted it to remove it, and say why.",
            ),
            Bilingual(
                nl="Helpt dat niet of is het kwetsend, meld het dan als incident.",
                en="If that does not help or it hurts, report it as an incident.",
            ),
        ),
    ),
    Case(
        "class_group",
        Bilingual(
            nl="In de groepsapp van de klas wordt iemand gepest",
            en="Somebody is bullied in the group chat of the class",
        ),
        (
            Bilingual(
                nl="Zeg in de groep één keer dat dit stopt, en ga er niet in discussie.",
                en="Say once in the group that this stops, and do not debate it there.",
            ),
            Bilingual(
                nl="Spreek dezelfde dag met degene die het overkomt.",
                en="Talk on the same day with the one it happens to.",
            ),
            Bilingual(
                nl="Meld het als incident en bespreek de afspraken van de groep opnieuw.",
                en="Report it as an incident and go over the agreements of the group again.",
            ),
        ),
    ),
)

CHECKLIST: tuple[Bilingual, ...] = (
    Bilingual(
        nl="Ik heb een apart account voor contact met studenten.",
        en="I have a separate account for contact with students.",
    ),
    Bilingual(
        nl="Studenten staan bij mij op een aparte lijst, of helemaal niet.",
        en="Students are on a separate list of mine, or on none.",
    ),
    Bilingual(
        nl="Mijn privéfoto’s zijn alleen te zien voor vrienden.",
        en="My private photos can be seen by friends only.",
    ),
    Bilingual(
        nl="Ik heb dit jaar mijn privacy-instellingen bekeken.",
        en="I looked at my privacy settings this year.",
    ),
    Bilingual(
        nl="Mijn studenten weten wanneer ik wel en niet antwoord.",
        en="My students know when I answer and when I do not.",
    ),
    Bilingual(
        nl="Ik weet bij wie ik terechtkan als iets niet goed voelt.",
        en="I know whom to turn to when something does not feel right.",
    ),
)
