"""ROC De Waterlanden and the people who work there (fictional)."""

from __future__ import annotations

from dataclasses import dataclass

from people.models import Institution, Membership, Role, Team, Unit, User

PASSWORD = "waterlanden-demo"  # noqa: S105 - printed on the sign-in page of the demo

TEAMS = {
    "info": ("Informatiecentrum", Team.Kind.WEBCARE, "Vragen van studenten en ouders."),
    "comms": ("Marketing & Communicatie", Team.Kind.WEBCARE, "Wat de naam van het college raakt."),
    "press": ("Perswoordvoerder", Team.Kind.WEBCARE, "Vragen van journalisten."),
    "crisis": ("Crisisteam", Team.Kind.CRISIS, "Dreiging en gevaar: dag en nacht."),
}


@dataclass(frozen=True, slots=True)
class Person:
    """An account of the demo; `role` is told on the sign-in page."""

    slug: str
    name: str
    unit: str
    roles: tuple[Role, ...]
    teams: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.slug}@demo.example"


PEOPLE = (
    Person("anna", "Anna de Boer", "Informatiecentrum", (Role.AGENT,), ("info",)),
    Person("bas", "Bas Visser", "Informatiecentrum", (Role.AGENT,), ("info",)),
    Person("carla", "Carla Mol", "Communicatie", (Role.AGENT,), ("comms", "crisis")),
    Person("pieter", "Pieter Schouten", "Communicatie", (Role.SPOKESPERSON,), ("press", "crisis")),
    Person("marieke", "Marieke Kok", "Communicatie", (Role.MANAGER,), ("comms",)),
    Person("anja", "Anja Terpstra", "College van bestuur", (Role.MANAGER, Role.BOARD)),
    Person("chris", "Chris Groot", "Communicatie", (Role.CHANNEL_OWNER,)),
    Person("eva", "Eva Jansen", "School voor Toerisme", (Role.TEACHER,)),
    Person("thea", "Thea Bakker", "HR", (Role.TRAINER,)),
    Person("admin", "Ali Beheer", "ICT", (Role.ADMINISTRATOR,)),
)


def person(slug: str) -> User:
    """Somebody of the demo who was hired before."""
    found: User = User.objects.get(email=f"{slug}@demo.example")
    return found


def build() -> Institution:
    """Make the college with its units, teams and people; safe to run twice."""
    institution = _institution()
    teams = {
        code: Team.objects.get_or_create(
            code=code, defaults={"name": name, "kind": kind, "description": about}
        )[0]
        for code, (name, kind, about) in TEAMS.items()
    }
    for person in PEOPLE:
        _hire(person, teams)
    Team.objects.filter(code="info").update(leader=User.objects.get(email="bas@demo.example"))
    Team.objects.filter(code="comms").update(leader=User.objects.get(email="marieke@demo.example"))
    return institution


def _institution() -> Institution:
    institution, _ = Institution.objects.get_or_create(
        singleton=True,
        defaults={
            "name": "ROC De Waterlanden",
            "aliases": ["De Waterlanden", "Waterlanden", "ROCDW"],
            "handles": ["rocdewaterlanden", "rocdw"],
            "places": ["Purmerend", "Zaandam", "Hoorn"],
            "courses": [
                "Toerisme",
                "Verpleegkunde",
                "Kok",
                "Autotechniek",
                "ICT",
                "Kapper",
                "Pedagogisch werk",
                "Beveiliger",
                "Mediavormgever",
                "Sport en bewegen",
                "Logistiek",
            ],
            "public_figures": ["Anja Terpstra"],
            "is_demo": True,
        },
    )
    return institution


def _hire(person: Person, teams: dict[str, Team]) -> None:
    if User.objects.filter(email=person.email).exists():
        return
    unit, _ = Unit.objects.get_or_create(name=person.unit)
    is_admin = Role.ADMINISTRATOR in person.roles
    user = User.objects.create_user(
        person.email,
        PASSWORD,
        name=person.name,
        unit=unit,
        is_staff=is_admin,
        is_superuser=is_admin,
    )
    user.grant(person.roles)
    Membership.objects.bulk_create(Membership(user=user, team=teams[code]) for code in person.teams)
