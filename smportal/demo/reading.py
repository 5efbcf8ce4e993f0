"""The demo's protocol: who must confirm it, who did, and who is late."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import localdate

from core.clock import now
from governance.content.papers import Paper, Section, paper
from governance.domain import acknowledgements
from governance.models import (
    Acknowledgement,
    ClauseSetting,
    Policy,
    PolicySection,
    PolicyVersion,
    QuizQuestion,
    Readership,
)
from people.models import Role, Unit, User

SLUG = "gebruik-je-stem"
IN_FORCE_FOR = timedelta(days=40)
HIRED_FOR = timedelta(days=800)
DOMAIN = "@waterlanden.example"

# Colleagues without an account to try out: so that there is something to count.
UNITS: dict[str, str] = {
    "Onderwijs": "",
    "School voor Toerisme": "Onderwijs",
    "Reizen": "School voor Toerisme",
    "School voor Zorg": "Onderwijs",
    "School voor Techniek": "Onderwijs",
    "Redactie schoolblog": "Communicatie",
}
STAFF: dict[str, tuple[tuple[str, ...], int]] = {
    # unit: names of teachers, how many of them confirmed
    "Reizen": (("Joris Bos", "Karin de Wit", "Lies Vermeer", "Mo Haddad"), 3),
    "School voor Zorg": (
        ("Nadia Smit", "Olaf Prins", "Petra Kuiper", "Ruben Dekker", "Sanne Post", "Tim Hofman"),
        6,
    ),
    "School voor Techniek": (("Umit Kaya", "Vera Brand", "Wout Jonker", "Yara Bakker"), 1),
    "Redactie schoolblog": (("Fleur Blom", "Guus Kramer", "Hanna Vos"), 2),
}


def build() -> Policy:
    """Let teachers and managers confirm the protocol in force; safe to run twice."""
    User.objects.filter(email__endswith="@demo.example").update(date_joined=now() - HIRED_FOR)
    version = _in_force() or _protocol(paper("protocol-positive"))
    policy = version.policy
    if not policy.readerships.exists():
        Readership.objects.create(
            policy=policy,
            roles=[Role.TEACHER, Role.MANAGER],
            since_date=localdate(now() - IN_FORCE_FOR),
        )
    _units()
    for unit, (names, confirmed) in STAFF.items():
        _hire(names, unit, version, confirmed)
    anja = User.objects.filter(email="anja@demo.example").first()
    if anja is not None:
        _confirm(anja, version, days_ago=30)
    return policy


def _in_force() -> PolicyVersion | None:
    versions = PolicyVersion.objects.in_force().select_related("policy")
    return versions.filter(policy__kind=Policy.Kind.PROTOCOL).first()


def _protocol(template: Paper) -> PolicyVersion:
    """The protocol of a template, in force for some weeks."""
    marieke = User.objects.get(email="marieke@demo.example")
    policy, _ = Policy.objects.get_or_create(
        slug=SLUG,
        defaults={"kind": Policy.Kind.PROTOCOL, "title": template.title, "owner": marieke},
    )
    version = PolicyVersion.objects.create(
        policy=policy,
        number=policy.versions.count() + 1,
        state=PolicyVersion.State.IN_FORCE,
        author=marieke,
        approver=User.objects.get(email="anja@demo.example"),
        decided_at=now() - IN_FORCE_FOR,
        in_force_from=now() - IN_FORCE_FOR,
        button_text=template.button,
    )
    sections = [_section(version, place, one) for place, one in enumerate(template.sections, 1)]
    QuizQuestion.objects.bulk_create(
        QuizQuestion(
            version=version,
            position=position,
            section_key=sections[question.section].key,
            text=question.text,
            options=list(question.options),
            right=question.right,
        )
        for position, question in enumerate(template.questions, start=1)
    )
    return version


def _section(version: PolicyVersion, position: int, written: Section) -> PolicySection:
    section = PolicySection.objects.create(
        version=version,
        position=position,
        title=written.title,
        what=_filled_in(written.what),
        why=_filled_in(written.why),
        tip=written.tip,
    )
    for code, value in written.settings:
        ClauseSetting.objects.create(section=section, code=code, value=value)
    return section


def _filled_in(text: str) -> str:
    """The text with the names between [brackets] taken as they stand."""
    return text.replace("[", "").replace("]", "")


def _units() -> None:
    for name, parent in UNITS.items():
        unit, _ = Unit.objects.get_or_create(name=name)
        if parent:
            unit.parent = Unit.objects.get_or_create(name=parent)[0]
            unit.save(update_fields=["parent"])


def _hire(names: tuple[str, ...], unit: str, version: PolicyVersion, confirmed: int) -> None:
    for place, name in enumerate(names):
        slug = name.lower().replace(" ", ".")
        user, is_new = User.objects.get_or_create(
            email=f"{slug}{DOMAIN}",
            defaults={
                "name": name,
                "unit": Unit.objects.get(name=unit),
                "date_joined": now() - HIRED_FOR,
            },
        )
        if is_new:
            user.set_unusable_password()
            user.save(update_fields=["password"])
            user.grant([Role.TEACHER])
        if place < confirmed:
            _confirm(user, version, days_ago=35 - 2 * place)


def _confirm(user: User, version: PolicyVersion, *, days_ago: int) -> None:
    if acknowledgements.has_confirmed(user, version.policy):
        return
    given = acknowledgements.confirm(user, version, tries=1)
    Acknowledgement.objects.filter(pk=given.pk).update(at=now() - timedelta(days=days_ago))
