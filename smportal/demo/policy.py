"""The demo's webcare policy, with the division of work of the publication (chapter 5)."""

from __future__ import annotations

from core.clock import now
from governance.content.papers.rules import (
    COMPLAINTS,
    PRACTICAL,
    PRAISE,
    PRESS,
    THREATS,
    WORKDAY,
)
from governance.domain import review_dates
from governance.models import Policy, PolicySection, PolicyVersion, RoutingRule
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

LEFT_OUT = {"Aanbod van opleidingen"}
"""In the demo the judge may show what it makes of such a question."""

RULES = tuple(
    rule
    for rule in (*THREATS, *PRESS, *PRACTICAL, *COMPLAINTS, *PRAISE)
    if rule["name"] not in LEFT_OUT
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
            **{**rule, "team": teams.get(rule["team"])},
        )
        for position, rule in enumerate(RULES, start=1)
    ]
