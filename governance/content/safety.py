"""A safe place online: when privacy is a concern, what to ask of a tool, nearness and distance.

Figure 5 of the publication sets two questions across each other: is there something to hide, and do
we trust those who get to see it? The names, advice and questions per quadrant are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual
from governance.content.incidents import INCIDENT_KINDS, IncidentKind
from governance.content.privacy_assessment import (
    ASSESSMENT_QUESTIONS,
    ASSESSMENT_THEMES,
    CONCLUSION_LEVELS,
    AssessmentQuestion,
    AssessmentTheme,
    ConclusionLevel,
    conclusion_for,
)

__all__ = [
    "ASSESSMENT_QUESTIONS",
    "ASSESSMENT_THEMES",
    "CONCLUSION_LEVELS",
    "CONVERSATION_CARD",
    "FIGURE_5_SOURCE",
    "INCIDENT_KINDS",
    "NEARNESS",
    "PRIVACY_QUADRANTS",
    "AssessmentQuestion",
    "AssessmentTheme",
    "CardQuestion",
    "ConclusionLevel",
    "IncidentKind",
    "NearnessAgreement",
    "PrivacyQuadrant",
    "conclusion_for",
    "quadrant_for",
]

FIGURE_5_SOURCE = "Erwin Bomas (Kennisnet), figuur 5 in: Sociale media in het mbo (2012), h. 6"


@dataclass(frozen=True, slots=True)
class PrivacyQuadrant:
    code: str
    something_to_hide: bool
    trust: bool
    name: Bilingual
    meaning: Bilingual
    advice: Bilingual
    questions: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class CardQuestion:
    """One question to talk through before a new tool is taken into use."""

    code: str
    text: Bilingual
    why: Bilingual


@dataclass(frozen=True, slots=True)
class NearnessAgreement:
    """A short agreement about nearness and distance between teacher and student."""

    code: str
    text: Bilingual


PRIVACY_QUADRANTS: tuple[PrivacyQuadrant, ...] = (
    PrivacyQuadrant(
        code="at_ease",
        something_to_hide=False,
        trust=True,
        name=Bilingual(nl="onbezorgd", en="at ease"),
        meaning=Bilingual(
            nl="Er valt weinig te verbergen en we vertrouwen wie meekijkt. Privacy is hier geen "
            "grote zorg.",
            en="There is little to hide and we trust who looks along. Privacy is no great concern "
            "here.",
        ),
        advice=Bilingual(
            nl="Deel gerust, maar kijk elk jaar of het vertrouwen nog klopt. Wat nu onschuldig "
            "is, kan later anders voelen.",
            en="Share freely, but check each year whether the trust still holds. What is harmless "
            "now may feel different later.",
        ),
        questions=(
            Bilingual(
                nl="Zou ik dit ook op een poster in de kantine hangen?",
                en="Would I also put this on a poster in the canteen?",
            ),
            Bilingual(
                nl="Vindt de student over vijf jaar ook nog dat dit mag?",
                en="Will the student still find this fine in five years?",
            ),
        ),
    ),
    PrivacyQuadrant(
        code="wary",
        something_to_hide=False,
        trust=False,
        name=Bilingual(nl="op je hoede", en="wary"),
        meaning=Bilingual(
            nl="Er is niets geheims, maar we weten niet zeker wat een ander met de gegevens doet.",
            en="Nothing is secret, but we are not sure what another does with the data.",
        ),
        advice=Bilingual(
            nl="Deel zo min mogelijk, zonder namen en met strenge instellingen. Zoek een "
            "aanbieder met wie de school afspraken heeft.",
            en="Share as little as possible, without names and with strict settings. Look for a "
            "provider with which the college has agreements.",
        ),
        questions=(
            Bilingual(
                nl="Waaraan verdient deze aanbieder?", en="What does this provider earn from?"
            ),
            Bilingual(
                nl="Kan het ook zonder account of met een schoolaccount?",
                en="Can it be done without an account or with a college account?",
            ),
        ),
    ),
    PrivacyQuadrant(
        code="confidential",
        something_to_hide=True,
        trust=True,
        name=Bilingual(nl="in vertrouwen", en="in confidence"),
        meaning=Bilingual(
            nl="Het gaat om iets gevoeligs, maar het blijft bij mensen die we vertrouwen.",
            en="It is about something sensitive, but it stays with people we trust.",
        ),
        advice=Bilingual(
            nl="Houd de groep klein en besloten, spreek af wat er blijft en wis wat niet meer "
            "nodig is.",
            en="Keep the group small and closed, agree what stays there and delete what is no "
            "longer needed.",
        ),
        questions=(
            Bilingual(
                nl="Wie zit er in deze groep en wie komt er later bij?",
                en="Who is in this group and who will join later?",
            ),
            Bilingual(
                nl="Wat spreken we af over doorsturen en schermafdrukken?",
                en="What do we agree about forwarding and screenshots?",
            ),
        ),
    ),
    PrivacyQuadrant(
        code="protected",
        something_to_hide=True,
        trust=False,
        name=Bilingual(nl="afgeschermd", en="protected"),
        meaning=Bilingual(
            nl="Het is gevoelig én we vertrouwen de ontvanger niet genoeg. De zorg is hier het "
            "grootst.",
            en="It is sensitive and we do not trust the receiver enough. Concern is greatest here.",
        ),
        advice=Bilingual(
            nl="Deel dit niet via sociale media. Gebruik een systeem van de school of een "
            "gesprek, en vraag bij twijfel de functionaris gegevensbescherming.",
            en="Do not share this through social media. Use a system of the college or a talk, "
            "and in doubt ask the data protection officer.",
        ),
        questions=(
            Bilingual(
                nl="Wat gebeurt er met de student als dit uitlekt?",
                en="What happens to the student if this leaks?",
            ),
            Bilingual(
                nl="Welke veilige weg heeft de school hier al voor?",
                en="Which safe way does the college already have for this?",
            ),
        ),
    ),
)

CONVERSATION_CARD: tuple[CardQuestion, ...] = (
    CardQuestion(
        "learning_goal",
        Bilingual(
            nl="Welk leerdoel of werkdoel dient dit middel?",
            en="Which learning or working goal does this tool serve?",
        ),
        Bilingual(
            nl="Begin bij het doel, dan pas bij de techniek.",
            en="Start with the goal, and only then with the technology.",
        ),
    ),
    CardQuestion(
        "who_sees",
        Bilingual(nl="Wie kan zien wat we hier plaatsen?", en="Who can see what we post here?"),
        Bilingual(
            nl="Spreek af wat openbaar is en wat in een besloten groep hoort.",
            en="Agree what is public and what belongs in a closed group.",
        ),
    ),
    CardQuestion(
        "what_we_give",
        Bilingual(
            nl="Welke gegevens geven studenten en docenten af?",
            en="Which data do students and teachers give away?",
        ),
        Bilingual(
            nl="Denk ook aan contacten, locatie, foto’s en kijkgedrag.",
            en="Think of contacts, location, photos and viewing habits too.",
        ),
    ),
    CardQuestion(
        "free_choice",
        Bilingual(
            nl="Kan een student nee zeggen zonder nadeel?", en="Can a student say no without harm?"
        ),
        Bilingual(
            nl="Wie een cijfer geeft, kan geen vrije toestemming vragen als er geen andere weg is.",
            en="Whoever gives a mark cannot ask for free consent when there is no other way.",
        ),
    ),
    CardQuestion(
        "minors",
        Bilingual(nl="Doen er minderjarigen mee?", en="Do minors take part?"),
        Bilingual(
            nl="Onder de 16 is voor toestemming een ouder nodig.",
            en="Under 16, consent needs a parent.",
        ),
    ),
    CardQuestion(
        "own_profile",
        Bilingual(
            nl="Welk account gebruiken we: dat van school of van onszelf?",
            en="Which account do we use: the college’s or our own?",
        ),
        Bilingual(
            nl="Een apart account houdt werk en privé uit elkaar.",
            en="A separate account keeps work and private life apart.",
        ),
    ),
    CardQuestion(
        "when_wrong",
        Bilingual(nl="Wat doen we als het misgaat?", en="What do we do when it goes wrong?"),
        Bilingual(
            nl="Iedereen moet weten bij wie hij pesten, een lek of een gekraakt account meldt.",
            en="Everyone must know whom to tell about bullying, a leak or a hacked account.",
        ),
    ),
    CardQuestion(
        "when_over",
        Bilingual(nl="Wat blijft er staan als we stoppen?", en="What stays behind when we stop?"),
        Bilingual(
            nl="Spreek af wie opruimt en wat studenten mogen meenemen.",
            en="Agree who clears up and what students may take with them.",
        ),
    ),
)

NEARNESS: tuple[NearnessAgreement, ...] = (
    NearnessAgreement(
        "separate_accounts",
        Bilingual(
            nl="Ik gebruik voor contact met studenten een werkaccount en houd mijn privéaccount "
            "privé.",
            en="For contact with students I use a work account and keep my private account "
            "private.",
        ),
    ),
    NearnessAgreement(
        "friend_lists",
        Bilingual(
            nl="Ben ik online bevriend met studenten, dan staan zij op een aparte lijst en zien "
            "zij geen privéfoto’s.",
            en="If I am connected with students online, they are on a separate list and do not "
            "see private photos.",
        ),
    ),
    NearnessAgreement(
        "settings_first",
        Bilingual(
            nl="Ik bespreek met de klas hoe we onze privacy-instellingen zetten voordat we "
            "beginnen.",
            en="I discuss with the class how we set our privacy settings before we start.",
        ),
    ),
    NearnessAgreement(
        "direct_messages",
        Bilingual(
            nl="Privéberichten met een student gaan over school. Wordt het persoonlijk, dan maak "
            "ik een afspraak op school of betrek ik de begeleider.",
            en="Private messages with a student are about college. When it gets personal, I "
            "arrange to meet at college or involve the counsellor.",
        ),
    ),
    NearnessAgreement(
        "times",
        Bilingual(
            nl="Ik stuur en beantwoord berichten op werkdagen overdag, tenzij het dringend is.",
            en="I send and answer messages in the daytime on working days, unless it is urgent.",
        ),
    ),
    NearnessAgreement(
        "group_chats",
        Bilingual(
            nl="In een groepsapp van de klas zit ik alleen als de afspraken duidelijk zijn. Wie "
            "er niet in zit, mist niets wat nodig is.",
            en="I am in a class group chat only when the agreements are clear. Whoever is not in "
            "it misses nothing they need.",
        ),
    ),
    NearnessAgreement(
        "leave_their_networks",
        Bilingual(
            nl="Ik zoek studenten niet op in hun eigen netwerken en stuur hun geen "
            "vriendschapsverzoek.",
            en="I do not look students up in their own networks and send them no friend requests.",
        ),
    ),
    NearnessAgreement(
        "same_for_all",
        Bilingual(
            nl="Ik behandel alle studenten gelijk: een verzoek weiger of accepteer ik bij "
            "iedereen.",
            en="I treat all students alike: I decline or accept requests from everyone.",
        ),
    ),
    NearnessAgreement(
        "speak_up",
        Bilingual(
            nl="Voelt een contact niet goed, dan bespreek ik dat meteen met een collega of "
            "leidinggevende.",
            en="If a contact does not feel right, I discuss it at once with a colleague or "
            "manager.",
        ),
    ),
)


def quadrant_for(*, something_to_hide: bool, trust: bool) -> PrivacyQuadrant:
    return next(
        quadrant
        for quadrant in PRIVACY_QUADRANTS
        if quadrant.something_to_hide is something_to_hide and quadrant.trust is trust
    )
