"""What helps to choose a channel: facts per platform, scoring questions, and how to close one."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual
from governance.content.platform_facts import PLATFORM_FACTS, PlatformFact, fact_about

__all__ = [
    "CLOSING_STEPS",
    "HIGHEST_SCORE",
    "LOWEST_SCORE",
    "PLATFORM_FACTS",
    "SCORING_QUESTIONS",
    "ClosingStep",
    "PlatformFact",
    "ScoringQuestion",
    "fact_about",
]

LOWEST_SCORE = 0
HIGHEST_SCORE = 3


@dataclass(frozen=True, slots=True)
class ScoringQuestion:
    """One question of the choice; ``scale[n]`` is the sentence that belongs to score n."""

    code: str
    text: Bilingual
    help: Bilingual
    scale: tuple[Bilingual, Bilingual, Bilingual, Bilingual]


@dataclass(frozen=True, slots=True)
class ClosingStep:
    code: str
    title: Bilingual
    explanation: Bilingual


SCORING_QUESTIONS: tuple[ScoringQuestion, ...] = (
    ScoringQuestion(
        code="present",
        text=Bilingual(
            nl="Is deze doelgroep hier te vinden?", en="Can this audience be found here?"
        ),
        help=Bilingual(
            nl="Ga uit van je eigen vragenlijst of cijfers van het kanaal, niet van een gevoel.",
            en="Go by your own survey or the figures of the channel, not by a feeling.",
        ),
        scale=(
            Bilingual(
                nl="Nee, we vinden deze doelgroep hier niet.",
                en="No, we do not find this audience here.",
            ),
            Bilingual(
                nl="Een klein deel is hier, af en toe.", en="A small part is here, now and then."
            ),
            Bilingual(
                nl="Een groot deel is hier elke week.", en="A large part is here every week."
            ),
            Bilingual(
                nl="Bijna iedereen is hier elke dag.", en="Nearly everyone is here every day."
            ),
        ),
    ),
    ScoringQuestion(
        code="expects",
        text=Bilingual(
            nl="Verwacht deze doelgroep ons hier?", en="Does this audience expect us here?"
        ),
        help=Bilingual(
            nl="Denk aan wensen en eisen: waarvoor willen zij ons hier tegenkomen, en hoe snel "
            "verwachten zij antwoord?",
            en="Think of wishes and demands: for what do they want to find us here, and how soon "
            "do they expect an answer?",
        ),
        scale=(
            Bilingual(
                nl="Nee, zij willen ons hier liever niet.",
                en="No, they would rather not have us here.",
            ),
            Bilingual(
                nl="Het maakt hun niet uit of wij er zijn.",
                en="They do not mind whether we are here.",
            ),
            Bilingual(
                nl="Zij vinden het handig als wij er zijn.",
                en="They find it useful when we are here.",
            ),
            Bilingual(
                nl="Zij zoeken ons hier en stellen hier hun vragen.",
                en="They look for us here and ask their questions here.",
            ),
        ),
    ),
    ScoringQuestion(
        code="openness",
        text=Bilingual(
            nl="Past hoe open dit platform is bij wat wij er doen?",
            en="Does the openness of this platform fit what we do there?",
        ),
        help=Bilingual(
            nl="Werving vraagt om een open kanaal. Begeleiding en zaken van studenten horen in "
            "een besloten omgeving.",
            en="Recruitment asks for an open channel. Guidance and matters of students belong in "
            "a closed environment.",
        ),
        scale=(
            Bilingual(
                nl="Nee, wat wij delen hoort hier niet thuis.",
                en="No, what we share does not belong here.",
            ),
            Bilingual(
                nl="Alleen met strenge afspraken en instellingen.",
                en="Only with strict agreements and settings.",
            ),
            Bilingual(
                nl="Ja, als we een paar instellingen goed zetten.",
                en="Yes, once we have a few settings right.",
            ),
            Bilingual(nl="Ja, het past precies bij ons doel.", en="Yes, it fits our goal exactly."),
        ),
    ),
)

CLOSING_STEPS: tuple[ClosingStep, ...] = (
    ClosingStep(
        "announce",
        Bilingual(nl="Kondig het aan", en="Announce it"),
        Bilingual(
            nl="Vertel op het kanaal zelf waarom en wanneer het stopt. Doe dat een paar weken "
            "vooraf en herhaal het.",
            en="Tell on the channel itself why and when it ends. Do so a few weeks ahead and "
            "repeat it.",
        ),
    ),
    ClosingStep(
        "point_the_way",
        Bilingual(nl="Wijs de weg", en="Point the way"),
        Bilingual(
            nl="Zet in het profiel en in een vastgezet bericht waar mensen ons nu vinden, ook "
            "voor vragen.",
            en="State in the profile and in a pinned post where people find us now, for questions "
            "too.",
        ),
    ),
    ClosingStep(
        "answer_open_questions",
        Bilingual(nl="Beantwoord wat openstaat", en="Answer what is open"),
        Bilingual(
            nl="Handel reacties en privéberichten af. Zet reacties en berichten daarna uit als "
            "dat kan.",
            en="Deal with comments and private messages. Then switch comments and messages off "
            "where possible.",
        ),
    ),
    ClosingStep(
        "archive",
        Bilingual(nl="Bewaar wat bewaard moet blijven", en="Keep what must be kept"),
        Bilingual(
            nl="Download berichten, beeld en cijfers en leg ze in het archief. Vraag de "
            "archivaris wat bewaard moet en wat juist weg moet.",
            en="Download posts, images and figures and put them in the archive. Ask the archivist "
            "what must be kept and what must go.",
        ),
    ),
    ClosingStep(
        "take_back_keys",
        Bilingual(nl="Trek sleutels en toegang in", en="Withdraw keys and access"),
        Bilingual(
            nl="Verwijder koppelingen en beheerders, wijzig het wachtwoord en zet het account op "
            "een adres van de school. Gaat een ander verder, draag dan alles in één keer over.",
            en="Remove links to other services and administrators, change the password and put "
            "the account on an address of the college. If someone else carries on, hand "
            "everything over at once.",
        ),
    ),
    ClosingStep(
        "remove_links",
        Bilingual(nl="Haal verwijzingen weg", en="Remove links"),
        Bilingual(
            nl="Zoek op de website, in handtekeningen, folders en andere profielen waar het "
            "kanaal nog staat.",
            en="Look on the website, in signatures, brochures and other profiles for where the "
            "channel is still named.",
        ),
    ),
    ClosingStep(
        "keep_the_name",
        Bilingual(nl="Houd de naam vast", en="Keep the name"),
        Bilingual(
            nl="Laat het account liever leeg bestaan dan dat een ander onze naam overneemt. Kijk "
            "na of het platform ongebruikte accounts opheft.",
            en="Rather leave the account empty than let another take our name. Check whether the "
            "platform removes unused accounts.",
        ),
    ),
    ClosingStep(
        "tell_staff",
        Bilingual(nl="Vertel het aan collega’s", en="Tell the staff"),
        Bilingual(
            nl="Zeg wie het kanaal gebruikte of ernaar verwees wat er verandert. Pas het "
            "kanalenoverzicht en het beleid aan.",
            en="Tell those who used the channel or pointed to it what changes. Update the list of "
            "channels and the policy.",
        ),
    ),
    ClosingStep(
        "look_back",
        Bilingual(nl="Kijk terug op het doel", en="Look back at the goal"),
        Bilingual(
            nl="Heeft het kanaal gebracht wat we wilden? Schrijf op wat we leerden en waar de "
            "uren nu heen gaan.",
            en="Did the channel bring what we wanted? Write down what we learned and where the "
            "hours go now.",
        ),
    ),
)
