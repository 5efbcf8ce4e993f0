"""Three tools that were talked about, a privacy assessment, and four incidents."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate

from core.clock import now
from governance.content.privacy_assessment import ASSESSMENT_QUESTIONS
from governance.models import Incident, IncidentStep, PrivacyAssessment, ToolTalk
from people.models import User
from smportal.demo.college import person

Outcome = ToolTalk.Outcome
Kind = Incident.Kind

TALKS: tuple[dict[str, Any], ...] = (
    {
        "tool": "Padlet in de les",
        "purpose": "Samen ideeën verzamelen zonder dat iedereen een account nodig heeft.",
        "with_whom": "twee docenten en een klas",
        "to_hide": 1,
        "trust": 4,
        "outcome": Outcome.USE,
        "agreements": "Alleen voornamen. Het bord gaat na het blok weg.",
        "answers": {
            "learning_goal": "Studenten leren samen een plan maken.",
            "who_sees": "Alleen wie de link heeft.",
            "free_choice": "Ja, op papier kan ook.",
        },
    },
    {
        "tool": "Groepsapp van de klas",
        "purpose": "Snel laten weten dat een les uitvalt.",
        "with_whom": "team Toerisme en studentenraad",
        "to_hide": 3,
        "trust": 2,
        "outcome": Outcome.WITH_AGREEMENTS,
        "agreements": "Geen cijfers en geen ziekmeldingen in de app. Niets na 20.00 uur.",
        "answers": {"what_we_give": "Telefoonnummers van iedereen.", "minors": "Ja, een paar."},
    },
    {
        "tool": "AI-feedback op stageverslagen",
        "purpose": "Studenten krijgen eerder een eerste reactie.",
        "with_whom": "stagebegeleiders en ict",
        "to_hide": 4,
        "trust": 2,
        "outcome": Outcome.ASSESS,
        "agreements": "",
        "answers": {"what_we_give": "Hele verslagen, met namen van stagebedrijven."},
    },
)
RISKS = {
    "outside_eu": "Alleen anonieme verslagen, zonder namen van mensen en bedrijven.",
    "agreement": "Inkoop vraagt een verwerkersovereenkomst voordat we beginnen.",
    "removable": "De aanbieder wist alles na dertig dagen; dat staat in de afspraken.",
}


def build() -> None:
    """Talks, an assessment and incidents; safe to run twice."""
    if not ToolTalk.objects.exists():
        _talks()
    if not Incident.objects.exists():
        _incidents()


def _talks() -> None:
    day, eva = localdate(now()), person("eva")
    for number, talk in enumerate(TALKS):
        held_on = day - timedelta(days=60 - 20 * number)
        last = ToolTalk.objects.create(
            **talk, held_on=held_on, owner=eva, review_date=held_on + timedelta(days=365)
        )
    PrivacyAssessment.objects.create(
        title=last.tool,
        talk=last,
        owner=eva,
        answers=_answers(),
        measures="We beginnen met één klas.",
        conclusion=PrivacyAssessment.Conclusion.MEASURES,
        state=PrivacyAssessment.State.DECIDED,
        decided_by=person("marieke"),
        decided_at=now() - timedelta(days=10),
        review_date=day + timedelta(days=170),
    )


def _answers() -> dict[str, dict[str, str]]:
    safe = {"yes": "no", "no": "yes"}
    return {
        question.code: {
            "answer": question.risk_if if question.code in RISKS else safe[question.risk_if],
            "measure": RISKS.get(question.code, ""),
        }
        for question in ASSESSMENT_QUESTIONS
    }


def _incidents() -> None:
    marieke, eva, carla = person("marieke"), person("eva"), person("carla")
    leak = _incident(
        "Klassenlijst stond op een openbare pagina", Kind.DATA_LEAK, 40, by=eva, owner=marieke
    )
    leak.is_data_leak = True
    leak.authority_told_at = leak.created_at + timedelta(hours=26)
    _close(leak, "Lijsten delen we alleen nog via de elektronische leeromgeving.")
    fake = _incident("Nepaccount met ons logo", Kind.IMPERSONATION, 25, by=carla, owner=carla)
    _close(fake, "Onze echte accounts staan nu op de website.")
    group = _incident(
        "Pesten in de groepsapp van een klas", Kind.BULLYING, 3, by=eva, owner=marieke
    )
    step = {"incident": group, "owner": eva, "due_date": localdate(now()) + timedelta(days=2)}
    IncidentStep.objects.create(text="Met de klas de afspraken opnieuw bespreken.", **step)
    IncidentStep.objects.create(
        incident=group,
        text="Gesprek met wie het overkwam.",
        owner=marieke,
        done_at=now() - timedelta(days=1),
        done_by=marieke,
    )
    _incident("Filmpje van een docent zonder toestemming", Kind.IMAGE, 1, by=eva, owner=None)


def _incident(title: str, kind: str, days: int, *, by: User, owner: User | None) -> Incident:
    at = now() - timedelta(days=days)
    made = Incident.objects.create(
        title=title,
        kind=kind,
        happened_at=at - timedelta(hours=3),
        platform="WhatsApp" if kind == Kind.BULLYING else "Instagram",
        description="Een collega zag het en heeft het vastgelegd.",
        reported_by=by,
        owner=owner,
    )
    Incident.objects.filter(pk=made.pk).update(created_at=at)
    made.created_at = at
    return made


def _close(incident: Incident, lessons: str) -> None:
    incident.lessons = lessons
    incident.closed_at = incident.created_at + timedelta(days=5)
    incident.delete_on = localdate(incident.closed_at) + timedelta(days=730)
    incident.save()
