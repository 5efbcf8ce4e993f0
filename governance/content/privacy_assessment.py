"""A light privacy assessment for a tool or channel: it tells when a full one is needed.

It is a start of the conversation, not legal advice. Whoever comes out high speaks with the data
protection officer before anything begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from governance.content import Bilingual

RiskAnswer = Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class AssessmentTheme:
    code: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class AssessmentQuestion:
    """A yes-or-no question; ``risk_if`` is the answer that counts as a risk."""

    code: str
    theme: str
    text: Bilingual
    help: Bilingual
    risk_if: RiskAnswer
    decisive: bool = False  # one risk here makes the conclusion high by itself


@dataclass(frozen=True, slots=True)
class ConclusionLevel:
    code: str
    from_risks: int
    name: Bilingual
    next_step: Bilingual


ASSESSMENT_THEMES: tuple[AssessmentTheme, ...] = (
    AssessmentTheme("purpose", Bilingual(nl="doel en grondslag", en="purpose and basis")),
    AssessmentTheme("data", Bilingual(nl="welke gegevens", en="which data")),
    AssessmentTheme("minors", Bilingual(nl="minderjarigen", en="minors")),
    AssessmentTheme("sharing", Bilingual(nl="delen en opslag", en="sharing and storage")),
    AssessmentTheme("security", Bilingual(nl="beveiliging", en="security")),
    AssessmentTheme("rights", Bilingual(nl="rechten en bewaren", en="rights and retention")),
    AssessmentTheme("alternatives", Bilingual(nl="andere manieren", en="alternatives")),
)

ASSESSMENT_QUESTIONS: tuple[AssessmentQuestion, ...] = (
    AssessmentQuestion(
        "clear_purpose",
        "purpose",
        Bilingual(
            nl="Kun je in één zin zeggen waarvoor de gegevens nodig zijn?",
            en="Can you say in one sentence what the data is needed for?",
        ),
        Bilingual(nl="‘Handig voor later’ is geen doel.", en="‘Handy for later’ is not a purpose."),
        "no",
    ),
    AssessmentQuestion(
        "legal_basis",
        "purpose",
        Bilingual(
            nl="Is vastgelegd op welke grondslag dit mag?",
            en="Is it recorded on which legal basis this is allowed?",
        ),
        Bilingual(
            nl="Bijvoorbeeld de taak van de school, een overeenkomst of toestemming.",
            en="For example the task of the college, a contract or consent.",
        ),
        "no",
    ),
    AssessmentQuestion(
        "other_use",
        "purpose",
        Bilingual(
            nl="Gebruikt de aanbieder de gegevens ook voor zichzelf, zoals advertenties?",
            en="Does the provider also use the data for itself, such as for advertising?",
        ),
        Bilingual(
            nl="Kijk in de voorwaarden en de privacyverklaring.",
            en="Look in the terms and the privacy statement.",
        ),
        "yes",
    ),
    AssessmentQuestion(
        "only_needed",
        "data",
        Bilingual(
            nl="Vraag je alleen gegevens die echt nodig zijn?",
            en="Do you ask only for data that is really needed?",
        ),
        Bilingual(
            nl="Kan het met een voornaam of zonder naam, doe dat dan.",
            en="If a first name or no name will do, choose that.",
        ),
        "no",
    ),
    AssessmentQuestion(
        "special_data",
        "data",
        Bilingual(
            nl="Kan er iets in staan over gezondheid, geloof, afkomst, seksualiteit of politieke "
            "mening?",
            en="May it hold anything about health, religion, origin, sexuality or political "
            "opinion?",
        ),
        Bilingual(
            nl="Dit zijn bijzondere persoonsgegevens. Die gebruiken mag alleen bij een "
            "uitzondering in de wet.",
            en="These are special categories of personal data. Using them is allowed only under "
            "an exception in the law.",
        ),
        "yes",
        decisive=True,
    ),
    AssessmentQuestion(
        "images",
        "data",
        Bilingual(
            nl="Zijn er mensen herkenbaar in beeld of geluid?",
            en="Can people be recognised in image or sound?",
        ),
        Bilingual(
            nl="Denk ook aan wie toevallig op de achtergrond staat.",
            en="Think also of those who happen to be in the background.",
        ),
        "yes",
    ),
    AssessmentQuestion(
        "profiling",
        "data",
        Bilingual(
            nl="Volgen, vergelijken of voorspellen wij hiermee mensen?",
            en="Do we track, compare or predict people with it?",
        ),
        Bilingual(
            nl="Dat een platform zijn gebruikers volgt, telt bij de vraag over de aanbieder.",
            en="That a platform tracks its users counts at the question about the provider.",
        ),
        "yes",
        decisive=True,
    ),
    AssessmentQuestion(
        "under_16",
        "minors",
        Bilingual(
            nl="Doen er studenten mee die jonger zijn dan 16?", en="Do students under 16 take part?"
        ),
        Bilingual(
            nl="In Nederland geldt voor toestemming online een grens van 16 jaar.",
            en="In the Netherlands the age of consent online is 16.",
        ),
        "yes",
    ),
    AssessmentQuestion(
        "parental_consent",
        "minors",
        Bilingual(
            nl="Is geregeld dat ouders toestemming geven waar dat nodig is?",
            en="Is it arranged that parents consent where that is needed?",
        ),
        Bilingual(
            nl="Doet er niemand onder de 16 mee of is er geen toestemming nodig? Antwoord dan ja.",
            en="If nobody under 16 takes part or no consent is needed, answer yes.",
        ),
        "no",
    ),
    AssessmentQuestion(
        "platform_age",
        "minors",
        Bilingual(
            nl="Is elke deelnemer oud genoeg volgens de regels van het platform?",
            en="Is each participant old enough by the rules of the platform?",
        ),
        Bilingual(
            nl="Een leeftijdsgrens van het platform geldt ook als de school het vraagt.",
            en="An age limit of the platform also holds when the college asks for it.",
        ),
        "no",
    ),
    AssessmentQuestion(
        "agreement",
        "sharing",
        Bilingual(
            nl="Heeft de school een verwerkersovereenkomst of andere afspraken met de aanbieder?",
            en="Does the college have a processing agreement or other arrangement with the "
            "provider?",
        ),
        Bilingual(
            nl="Grote platforms tekenen meestal niets. Dan is dit een risico dat je moet wegen.",
            en="Large platforms mostly sign nothing. Then this is a risk to weigh.",
        ),
        "no",
    ),
    AssessmentQuestion(
        "outside_eu",
        "sharing",
        Bilingual(
            nl="Gaan gegevens naar een land buiten de EER?",
            en="Does data go to a country outside the EEA?",
        ),
        Bilingual(
            nl="De EER is de EU met Noorwegen, IJsland en Liechtenstein. Weet je het niet, "
            "antwoord dan ja.",
            en="The EEA is the EU with Norway, Iceland and Liechtenstein. If you do not know, "
            "answer yes.",
        ),
        "yes",
    ),
    AssessmentQuestion(
        "two_steps",
        "security",
        Bilingual(
            nl="Loggen beheerders in met twee stappen?",
            en="Do administrators sign in with two steps?",
        ),
        Bilingual(nl="Een gedeeld wachtwoord telt niet.", en="A shared password does not count."),
        "no",
    ),
    AssessmentQuestion(
        "limited_access",
        "security",
        Bilingual(
            nl="Kunnen alleen mensen erbij die het voor hun werk nodig hebben?",
            en="Can only people who need it for their work get at it?",
        ),
        Bilingual(
            nl="Denk ook aan vertrokken collega’s en stagiairs.",
            en="Think of departed colleagues and trainees too.",
        ),
        "no",
    ),
    AssessmentQuestion(
        "informed",
        "rights",
        Bilingual(
            nl="Weten deelnemers wat er met hun gegevens gebeurt?",
            en="Do participants know what happens with their data?",
        ),
        Bilingual(
            nl="In gewone taal, vóór zij beginnen.", en="In plain language, before they start."
        ),
        "no",
    ),
    AssessmentQuestion(
        "removable",
        "rights",
        Bilingual(
            nl="Kan iemand zijn gegevens laten inzien, verbeteren en wissen?",
            en="Can someone have their data shown, corrected and deleted?",
        ),
        Bilingual(
            nl="Op een openbaar platform blijft een kopie soms bestaan.",
            en="On a public platform a copy sometimes remains.",
        ),
        "no",
    ),
    AssessmentQuestion(
        "end_date",
        "rights",
        Bilingual(
            nl="Is afgesproken wanneer de gegevens weggaan en wie dat doet?",
            en="Is it agreed when the data goes and who sees to it?",
        ),
        Bilingual(
            nl="Kies een datum, bijvoorbeeld het einde van het schooljaar.",
            en="Choose a date, for example the end of the school year.",
        ),
        "no",
    ),
    AssessmentQuestion(
        "less_intrusive",
        "alternatives",
        Bilingual(
            nl="Kan hetzelfde met een middel dat minder gegevens vraagt?",
            en="Can the same be done with a tool that asks for less data?",
        ),
        Bilingual(
            nl="Kijk eerst wat de school al heeft.", en="See first what the college already has."
        ),
        "yes",
    ),
    AssessmentQuestion(
        "way_out",
        "alternatives",
        Bilingual(
            nl="Is er een gelijkwaardige manier voor wie niet mee wil doen?",
            en="Is there an equal way for whoever does not want to take part?",
        ),
        Bilingual(
            nl="Zonder die weg is toestemming niet vrij.",
            en="Without such a way consent is not free.",
        ),
        "no",
    ),
)

#: From light to heavy; the last whose ``from_risks`` is reached holds.
CONCLUSION_LEVELS: tuple[ConclusionLevel, ...] = (
    ConclusionLevel(
        "low",
        0,
        Bilingual(nl="laag risico", en="low risk"),
        Bilingual(
            nl="Je kunt beginnen. Bewaar deze check en kijk er over een jaar weer naar.",
            en="You can start. Keep this check and look at it again in a year.",
        ),
    ),
    ConclusionLevel(
        "attention",
        2,
        Bilingual(nl="aandacht nodig", en="needs attention"),
        Bilingual(
            nl="Los de punten op of schrijf op waarom het zo mag. Laat de privacycontactpersoon "
            "meelezen.",
            en="Solve the points or write down why it may stay so. Have the privacy contact read "
            "along.",
        ),
    ),
    ConclusionLevel(
        "high",
        6,
        Bilingual(nl="hoog risico", en="high risk"),
        Bilingual(
            nl="Begin nog niet. Vraag de functionaris gegevensbescherming of een volledige DPIA "
            "nodig is.",
            en="Do not start yet. Ask the data protection officer whether a full DPIA is needed.",
        ),
    ),
)


def conclusion_for(risky_codes: Iterable[str]) -> ConclusionLevel:
    """The level for the codes of the questions whose answer was a risk."""
    risky = set(risky_codes)
    counted = [question for question in ASSESSMENT_QUESTIONS if question.code in risky]
    if any(question.decisive for question in counted):
        return CONCLUSION_LEVELS[-1]
    reached = [level for level in CONCLUSION_LEVELS if level.from_risks <= len(counted)]
    return reached[-1]
