"""The demo's webcare policy, with the division of work of the publication (chapter 5)."""

from __future__ import annotations

from typing import Any

from core.clock import now
from governance.models import Policy, PolicyVersion, RoutingRule
from governance.models.routing import Clock, Priority, Sentiment, Threat
from people.models import Team, User

BODY = """\
# Webcarebeleid

## Waarom
Studenten, ouders en bedrijven stellen hun vraag waar zij zijn: op sociale media. Wij reageren op
elke vraag en elke klacht één keer, op tijd, en door de juiste collega.

## Wie doet wat
- **Informatiecentrum** beantwoordt praktische vragen: waar staat het vakantierooster, hebben jullie
  deze opleiding, wat is het rekeningnummer.
- **Marketing & Communicatie** reageert op wat de naam van het college raakt: klachten, kritiek en
  complimenten in het openbaar.
- **De perswoordvoerder** beantwoordt journalisten. Niemand anders doet dat.
- **Het crisisteam** kijkt meteen naar alles wat een bedreiging of noodkreet kan zijn, dag en nacht.

## Binnen welke tijd
Een vraag krijgt binnen één werkdag antwoord, een klacht binnen vier werkuren, een journalist binnen
twee uur. Een bedreiging krijgt binnen twintig minuten aandacht, ook 's nachts.

## Vier ogen
Een antwoord aan de pers of over een bedreiging gaat pas uit als een tweede persoon akkoord is.
"""

HOUR = 60
WORKDAY = 8 * HOUR  # in office hours: an answer before the same hour of the next working day

# In this order; what is not said is: normal priority, within a working day, no approval.
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
        "name": "Mogelijk een bedreiging",
        "threats": [Threat.POSSIBLE],
        "team": "crisis",
        "category": "mogelijke bedreiging",
        "priority": Priority.HIGH,
        "target_minutes": HOUR,
        "clock": Clock.WATCH,
        "needs_approval": True,
    },
    {
        "name": "Vraag van de pers",
        "words": "verslaggever OR journalist* OR redactie OR redacteur OR persvraag OR citeer*"
        ' OR woordvoerder OR interview OR "graag een reactie" OR "voor mijn artikel"'
        ' OR "aan een stuk" OR "aan een artikel"',
        "team": "press",
        "category": "persvraag",
        "priority": Priority.HIGH,
        "target_minutes": 2 * HOUR,
        "clock": Clock.WATCH,
        "needs_approval": True,
    },
    {
        "name": "In het nieuws",
        "words": "{namen} OR {personen}",
        "platforms": ["rss"],
        "team": "press",
        "category": "nieuwsbericht",
        "needs_approval": True,
    },
    {
        "name": "Reclame en verkoop",
        "words": '"te koop" OR kortingscode OR korting OR studentenkorting OR giveaway',
        "team": None,
        "category": "reclame",
        "priority": Priority.LOW,
    },
    {
        "name": "Roosters en vakanties",
        "words": "vakantierooster OR rooster* OR schoolvakantie*"
        " OR herfstvakantie OR kerstvakantie",
        "team": "info",
        "category": "rooster",
    },
    {
        "name": "Betalen",
        "words": "bankrekening* OR rekeningnummer OR iban OR factuur OR lesgeld OR schoolgeld"
        " OR overmaken OR betalen OR studiefinanciering OR vergoeding OR reiskosten",
        "team": "info",
        "category": "betalen",
    },
    {
        "name": "Opleidingen en aanmelden",
        "words": "aanmeld* OR inschrijv* OR toelating* OR vooropleiding OR instroom* OR proefles"
        ' OR "open dag" OR opendag OR (opleiding AND (welke OR hebben OR bieden))'
        " OR (niveau AND (2 OR 3 OR 4)) OR ({opleidingen} AND (hebben OR kan OR kun OR start))"
        ' OR "do you offer" OR enrol* OR "open day"',
        "team": "info",
        "category": "opleidingen",
    },
    {
        "name": "Ziekmelden en aanwezigheid",
        "words": "ziekmeld* OR absentie OR presentie OR verzuim*",
        "team": "info",
        "category": "aanwezigheid",
    },
    {
        "name": "Inloggen en systemen",
        "words": "inlog* OR wachtwoord OR wifi OR teams OR portaal OR storing",
        "team": "info",
        "category": "ict",
    },
    {
        "name": "Klacht of kritiek over ons",
        "words": "{namen} OR {accounts} OR {personen}",
        "sentiments": [Sentiment.NEGATIVE],
        "team": "comms",
        "category": "klacht",
        "priority": Priority.HIGH,
        "target_minutes": 4 * HOUR,
    },
    {
        "name": "Klacht, in woorden",
        "words": "klacht OR lesuitval OR schandalig OR schande OR belachelijk OR teleurgesteld"
        " OR onacceptabel OR (docent* AND (ziek OR afwezig OR slecht))",
        "team": "comms",
        "category": "klacht",
        "priority": Priority.HIGH,
        "target_minutes": 4 * HOUR,
    },
    {
        "name": "Lof en trots",
        "words": "{namen} OR {accounts} OR complimenten OR trots",
        "sentiments": [Sentiment.POSITIVE],
        "team": "comms",
        "category": "compliment",
        "priority": Priority.LOW,
        "target_minutes": 2 * WORKDAY,
    },
    {
        "name": "Samenwerking en vacatures",
        "words": "vacature* OR sollicit* OR samenwerk* OR stageplek* OR leerbedrijf OR sponsor*",
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
        body=BODY,
        author=author,
        approver=User.objects.get(email="anja@demo.example"),
        submitted_at=at,
        decided_at=at,
        in_force_from=at,
        fallback_team=Team.objects.get(code="info"),
        fallback_target_minutes=WORKDAY,
    )
    RoutingRule.objects.bulk_create(_rules(version))
    return version


def _rules(version: PolicyVersion) -> list[RoutingRule]:
    teams: dict[str | None, Team | None] = {team.code: team for team in Team.objects.all()}
    return [
        RoutingRule(
            version=version,
            position=position,
            **{"target_minutes": WORKDAY, **rule, "team": teams.get(rule["team"])},
        )
        for position, rule in enumerate(RULES, start=1)
    ]
