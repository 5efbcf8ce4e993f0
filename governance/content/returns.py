"""What social media costs a college, and what it may bring when it serves a goal."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual

CHAPTER_5 = "Sociale media in het mbo (2012), h. 5"


@dataclass(frozen=True, slots=True)
class CostKind:
    code: str
    label: Bilingual
    explanation: Bilingual


@dataclass(frozen=True, slots=True)
class PossibleReturn:
    """A gain that chapter 5 names; ``goal`` is the code of the goal in the library it "
    "belongs to."""

    code: str
    label: Bilingual
    explanation: Bilingual
    goal: str
    source: str = CHAPTER_5


@dataclass(frozen=True, slots=True)
class ExampleGains:
    """What others expected to gain, as an example without figures."""

    title: Bilingual
    text: Bilingual
    gains: tuple[Bilingual, ...]  # the biggest
    caution: Bilingual
    year: int
    source: str
    address: str


COST_KINDS: tuple[CostKind, ...] = (
    CostKind(
        code="channel_management",
        label=Bilingual(nl="beheer van kanalen", en="management of channels"),
        explanation=Bilingual(
            nl="Een account is snel en meestal gratis gemaakt. De kosten zitten in het bijhouden: "
            "plaatsen, reageren, inrichten en vervangen bij vakantie of ziekte.",
            en="An account is made quickly and mostly for free. The cost lies in keeping it up: "
            "posting, responding, setting up and covering holidays or illness.",
        ),
    ),
    CostKind(
        code="staffing",
        label=Bilingual(nl="inzet van mensen", en="staffing"),
        explanation=Bilingual(
            nl="De uren van het webcareteam, de redactie en de kerngroep. Reken ook de uren mee "
            "die collega’s er ‘even bij’ doen.",
            en="The hours of the webcare team, the editors and the core group. Count the hours "
            "that colleagues put in ‘on the side’ as well.",
        ),
    ),
    CostKind(
        code="devices",
        label=Bilingual(nl="apparaten", en="devices"),
        explanation=Bilingual(
            nl="Telefoons en tablets voor wie namens de school berichten en foto’s plaatst, met "
            "abonnement en beheer.",
            en="Phones and tablets for those who post messages and photos for the college, with "
            "subscription and upkeep.",
        ),
    ),
    CostKind(
        code="training",
        label=Bilingual(nl="scholing", en="training"),
        explanation=Bilingual(
            nl="Cursussen, kennissessies en de tijd om te oefenen. Het scheelt kosten als "
            "collega’s elkaar opleiden.",
            en="Courses, knowledge sessions and time to practise. It saves money when colleagues "
            "train each other.",
        ),
    ),
    CostKind(
        code="tools",
        label=Bilingual(nl="hulpmiddelen", en="tools"),
        explanation=Bilingual(
            nl="Betaalde abonnementen om te volgen, te plannen, te maken of te koppelen, en de "
            "tijd om ze te onderhouden.",
            en="Paid subscriptions for monitoring, planning, making or linking, and the time to "
            "maintain them.",
        ),
    ),
    CostKind(
        code="campaign",
        label=Bilingual(nl="campagnes", en="campaigns"),
        explanation=Bilingual(
            nl="Advertenties en het maken van beeld en tekst daarvoor. Spreek vooraf af wat een "
            "klik of aanmelding mag kosten.",
            en="Advertisements and the making of images and text for them. Agree beforehand what "
            "a click or application may cost.",
        ),
    ),
)

EXPECTED_GAINS = ExampleGains(
    title=Bilingual(
        nl="Voorbeeld: wat marketeers van sociale media verwachtten",
        en="Example: what marketers expected of social media",
    ),
    text=Bilingual(
        nl="In een Amerikaans onderzoek zeiden marketingmedewerkers waar zij de meeste opbrengst "
        "van verwachtten. Twee dingen sprongen eruit. De publicatie denkt dat dit in het "
        "onderwijs net zo is.",
        en="In an American survey marketing staff said where they expected the most return. Two "
        "things stood out. The publication thinks this is no different in education.",
    ),
    gains=(
        Bilingual(nl="de binding", en="the bond with people"),
        Bilingual(nl="het directe contact met de klant", en="direct contact with the customer"),
    ),
    caution=Bilingual(
        nl="Dit zijn verwachtingen, geen metingen. Onze bron geeft er geen percentages bij en "
        "noemt geen jaar van onderzoek.",
        en="These are expectations, not measurements. Our source gives no percentages and names "
        "no year of the survey.",
    ),
    year=2012,
    source="focus.com (infographic, figuur 4), in: Sociale media in het mbo (2012), h. 5",
    address="http://focus.com",
)

RETURNS: tuple[PossibleReturn, ...] = (
    PossibleReturn(
        code="more_applications",
        label=Bilingual(nl="meer aanmeldingen", en="more applications"),
        explanation=Bilingual(
            nl="Meer mensen melden zich aan voor een opleiding. Vraag bij de aanmelding hoe "
            "iemand ons vond.",
            en="More people apply for a course. Ask at the application how somebody found us.",
        ),
        goal="recruit_by_peers",
    ),
    PossibleReturn(
        code="better_reputation",
        label=Bilingual(nl="een betere naam", en="a better reputation"),
        explanation=Bilingual(
            nl="Er wordt positiever over de school gesproken. Kijk naar de verhouding tussen "
            "complimenten en andere berichten.",
            en="People speak more kindly of the college. Look at the share of compliments among "
            "all messages.",
        ),
        goal="stronger_reputation",
    ),
    PossibleReturn(
        code="more_visitors",
        label=Bilingual(nl="meer bezoekers op de website", en="more visitors on the website"),
        explanation=Bilingual(
            nl="Berichten verwijzen naar de site. Met meetbare links zie je welk kanaal bezoekers "
            "brengt.",
            en="Posts point to the site. Counted links show which channel brings visitors.",
        ),
        goal="traffic_to_site",
    ),
    PossibleReturn(
        code="involved_students",
        label=Bilingual(nl="betrokken studenten", en="involved students"),
        explanation=Bilingual(
            nl="Studenten praten mee, helpen elkaar en dragen zelf iets bij.",
            en="Students join the conversation, help each other and contribute themselves.",
        ),
        goal="stronger_bond",
    ),
    PossibleReturn(
        code="involved_parents",
        label=Bilingual(nl="betrokken ouders", en="involved parents"),
        explanation=Bilingual(
            nl="Ouders weten wat er op school speelt en kunnen hun kind beter steunen.",
            en="Parents know what goes on at college and can support their child better.",
        ),
        goal="parents_informed",
    ),
    PossibleReturn(
        code="involved_companies",
        label=Bilingual(nl="betrokken bedrijven", en="involved companies"),
        explanation=Bilingual(
            nl="Bedrijven bieden stages en gastlessen aan en denken mee over het onderwijs.",
            en="Companies offer placements and guest lessons and think along about teaching.",
        ),
        goal="companies_and_alumni",
    ),
    PossibleReturn(
        code="bond",
        label=Bilingual(nl="binding", en="a lasting bond"),
        explanation=Bilingual(
            nl="Mensen blijven ons volgen omdat zij zich in ons herkennen.",
            en="People keep following us because they recognise themselves in us.",
        ),
        goal="stronger_bond",
    ),
    PossibleReturn(
        code="direct_contact",
        label=Bilingual(nl="direct contact", en="contact without a detour"),
        explanation=Bilingual(
            nl="Wie iets wil weten, bereikt ons zonder omweg en krijgt snel antwoord.",
            en="Whoever wants to know something reaches us at once and gets a quick answer.",
        ),
        goal="answer_in_time",
    ),
    PossibleReturn(
        code="danger_seen_early",
        label=Bilingual(nl="gevaar op tijd gezien", en="danger seen in time"),
        explanation=Bilingual(
            nl="Een dreigend bericht wordt opgemerkt terwijl er nog ingegrepen kan worden.",
            en="A threatening message is noticed while there is still time to step in.",
        ),
        goal="always_listening",
    ),
)
