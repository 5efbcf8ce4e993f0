"""The demo's webcare policy, with the division of work of the publication (chapter 5)."""

from __future__ import annotations

from typing import Any

from core.clock import now
from governance.domain import review_dates
from governance.models import Policy, PolicySection, PolicyVersion, RoutingRule
from governance.models.routing import Clock, Priority, Sentiment, Threat
from people.models import Team, User

# Title, what we agree, why, and the line on a flyer.
CLAUSES = (
    (
        "Waarom",
        "Studenten, ouders en bedrijven stellen hun vraag waar zij zijn: op sociale media. Wij "
        "reageren op elke vraag en elke klacht één keer, op tijd, en door de juiste collega.",
        "Wie snel een goed antwoord krijgt, vertelt dat verder.",
        "Elke vraag krijgt één antwoord, op tijd.",
    ),
    (
        "Wie doet wat",
        "- **Informatiecentrum** beantwoordt praktische vragen: waar staat het vakantierooster, "
        "hebben jullie deze opleiding, wat is het rekeningnummer.\n"
        "- **Marketing & Communicatie** reageert op wat de naam van het college raakt: klachten, "
        "kritiek en complimenten in het openbaar.\n"
        "- **De perswoordvoerder** beantwoordt journalisten. Niemand anders doet dat.\n"
        "- **Het crisisteam** kijkt meteen naar alles wat een bedreiging of noodkreet kan zijn, "
        "dag en nacht.",
        "Zonder verdeling reageren er twee, of niemand.",
        "Zie je een vraag? Geef hem door aan de webcare.",
    ),
    (
        "Binnen welke tijd",
        "Een vraag krijgt binnen één werkdag antwoord, een klacht binnen vier werkuren, een "
        "journalist binnen twee uur. Een bedreiging krijgt binnen twintig minuten aandacht, ook "
        "'s nachts.",
        "Een klacht die blijft liggen, groeit.",
        "Een vraag: binnen één werkdag. Een klacht: binnen vier werkuren.",
    ),
    (
        "Vier ogen",
        "Een antwoord aan de pers of over een bedreiging gaat pas uit als een tweede persoon "
        "akkoord is.",
        "Wat we de pers vertellen, is een standpunt van het hele college.",
        "",
    ),
)
ROUTED_BY = "Wie doet wat"

HOUR = 60
WORKDAY = 8 * HOUR  # in office hours: an answer before the same hour of the next working day

# In this order; what is not said is: normal priority, within a working day, no approval.
#
# Only what is sure by its words stands here. What these rules leave open is judged by what was
# learned from examples, and treated by the first rule of that team: approval, priority, target.
RULES: tuple[dict[str, Any], ...] = (
    {
        "name": "Bedreiging of noodkreet",
        "threats": [Threat.LIKELY],
        "team": "crisis",
        "category": "bedreiging",
        "priority": Priority.URGENT,
        "target_minutes": 20,
        "clock": Clock.WATCH,
        "needs_approval": True,
    },
    {
        "name": "In het nieuws",
        "words": "{namen} AND (student* OR opleiding* OR school OR schoolgebouw OR mbo OR docent*"
        " OR onderwijs* OR examen* OR college)",
        "platforms": ["rss"],
        "team": "press",
        "category": "nieuwsbericht",
        "needs_approval": True,
    },
    {
        "name": "Vraag van de pers",
        "words": 'persvraag OR wederhoor OR "voor mijn artikel" OR "voor een artikel over"'
        ' OR "voor ons artikel" OR ((verslaggever OR journalist OR redacteur OR redactie)'
        ' AND ("een reactie" OR "uw reactie" OR "jullie reactie" OR woordvoerder OR citeren))',
        "team": "press",
        "category": "persvraag",
        "priority": Priority.HIGH,
        "target_minutes": 2 * HOUR,
        "clock": Clock.WATCH,
        "needs_approval": True,
    },
    {
        "name": "Roosters en vakanties",
        "words": "vakantierooster OR ((wanneer OR welke OR begint OR hoelang) AND (herfstvakantie"
        " OR kerstvakantie OR voorjaarsvakantie OR meivakantie OR zomervakantie))",
        "team": "info",
        "category": "rooster",
    },
    {
        "name": "Rekeningnummer",
        "words": "(bankrekeningnummer OR rekeningnummer OR iban) AND (wat OR welk OR welke OR naar"
        " OR waar OR hebben OR kloppen OR klopt OR juiste)",
        "team": "info",
        "category": "betalen",
    },
    {
        "name": "Proefles of open dag",
        "words": '(proefles OR meeloopdag OR "open dag" OR opendag OR "open day")'
        " AND (wanneer OR aanmelden OR inschrijven OR hoe OR kan OR kun OR mag OR when OR datum)",
        "sentiments": [Sentiment.NEUTRAL],
        "team": "info",
        "category": "opleidingen",
    },
    {
        "name": "Klacht",
        "words": '"officiele klacht" OR "klacht indienen" OR "ik wil een klacht"'
        " OR (lesuitval AND (weer OR alweer OR opnieuw))",
        "sentiments": [Sentiment.NEGATIVE],
        "team": "comms",
        "category": "klacht",
        "priority": Priority.HIGH,
        "target_minutes": 4 * HOUR,
    },
    {
        "name": "Lof en trots",
        "words": '({namen} OR {accounts}) AND (complimenten OR compliment OR "trots op"'
        " OR hulde OR chapeau OR petje)",
        "sentiments": [Sentiment.POSITIVE],
        "team": "comms",
        "category": "compliment",
        "priority": Priority.LOW,
        "target_minutes": 2 * WORKDAY,
    },
    {
        "name": "Samenwerking en vacatures",
        "words": '"graag samenwerken" OR "samenwerking aangaan" OR "gastles geven"'
        ' OR "gastles verzorgen" OR "op mijn sollicitatie" OR "jullie vacature"',
        "sentiments": [Sentiment.NEUTRAL, Sentiment.POSITIVE],
        "team": "comms",
        "category": "bedrijven",
    },
)


def build() -> PolicyVersion:
    """Make the policy with one version in force; safe to run twice."""
    author = User.objects.get(email="marieke@demo.example")
    policy, is_new = Policy.objects.get_or_create(
        kind=Policy.Kind.WEBCARE,
        defaults={"title": "Webcarebeleid", "slug": "webcare", "owner": author},
    )
    if not is_new:
        return policy.versions.in_force().get()
    at = now()
    version = PolicyVersion.objects.create(
        policy=policy,
        number=1,
        state=PolicyVersion.State.IN_FORCE,
        author=author,
        approver=User.objects.get(email="anja@demo.example"),
        submitted_at=at,
        decided_at=at,
        in_force_from=at,
        fallback_team=Team.objects.get(code="info"),
        fallback_target_minutes=WORKDAY,
    )
    version.writers.add(author)
    sections = PolicySection.objects.bulk_create(_sections(version))
    routed_by = next(section for section in sections if section.title == ROUTED_BY)
    RoutingRule.objects.bulk_create(_rules(version, routed_by))
    review_dates.plan(policy, at=at)
    return version


def _sections(version: PolicyVersion) -> list[PolicySection]:
    return [
        PolicySection(version=version, position=position, title=title, what=what, why=why, tip=tip)
        for position, (title, what, why, tip) in enumerate(CLAUSES, start=1)
    ]


def _rules(version: PolicyVersion, section: PolicySection) -> list[RoutingRule]:
    teams: dict[str | None, Team | None] = {team.code: team for team in Team.objects.all()}
    return [
        RoutingRule(
            version=version,
            section=section,
            position=position,
            **{"target_minutes": WORKDAY, **rule, "team": teams.get(rule["team"])},
        )
        for position, rule in enumerate(RULES, start=1)
    ]
