"""Growing in the demo: competences, a mandate that was earned, a plan, a profile, a proposal."""

from __future__ import annotations

from datetime import timedelta

from django.utils import translation

from core.clock import now
from governance.models import ChannelChoice
from people.models import Team, User
from smportal.demo.college import person
from training.content.tpack import ITEMS
from training.domain import channel_mandates, competences, mandate_states
from training.models import (
    Competence,
    CompetenceEvidence,
    Course,
    LessonPlan,
    NeedProposal,
    TpackProfile,
    WayTick,
)

SHOWN_BY_COURSE = ("safe-start", "answering")
SCORES = {"tk": 2, "ck": 5, "pk": 4, "pck": 4, "tck": 3, "tpk": 3, "tpack": 2}
TICKS = {
    "explore": "Werkaccount op LinkedIn gemaakt.",
    "ask": "TO3B: vooral Snapchat en TikTok, liever geen school op Snapchat.",
}


def build() -> None:
    """Safe to run twice."""
    eva, thea, marieke = (person(slug) for slug in ("eva", "thea", "marieke"))
    if not Competence.objects.exists():
        with translation.override("nl"):
            competences.bring_along(by=thea)
    for course in Course.objects.for_mandate():
        course.competences.add(*Competence.objects.filter(code__in=SHOWN_BY_COURSE))
    if not LessonPlan.objects.exists():
        _plan(eva, thea)
    if not TpackProfile.objects.exists():
        answers = {one.code: SCORES[one.block] for one in ITEMS}
        TpackProfile.objects.create(
            user=eva, subject="toerisme", answers=answers, finished_at=now() - timedelta(days=20)
        )
    for code, note in TICKS.items():
        WayTick.objects.get_or_create(user=eva, code=code, defaults={"is_done": True, "note": note})
    _work(eva, thea, marieke)
    mandate_states.compare_all(at=now())


def _plan(eva: User, thea: User) -> None:
    LessonPlan.objects.create(
        owner=eva,
        title="Een gast interviewen en erover bloggen",
        goal="Studenten stellen open vragen en schrijven op wat een gast belangrijk vindt.",
        activity="In tweetallen een medewerker van een hotel interviewen. Daarna samen een stuk "
        "schrijven en elkaars stuk verbeteren.",
        medium="Schoolblog, alleen te lezen met een link",
        content="Voorbeeld van een goed interview, lijst met open vragen, schrijfkaart.",
        group="TO3B",
        privacy={"other_way": "yes", "who_reads": "yes", "no_persons": "yes", "goes_away": "no"},
        reflection="Het elkaar verbeteren werkte beter dan mijn feedback achteraf.",
        done_at=now() - timedelta(days=12),
        shared_at=now() - timedelta(days=10),
    )
    LessonPlan.objects.create(
        owner=thea,
        title="Nep of niet? Bronnen controleren met een filmpje",
        goal="Studenten kunnen uitleggen waarom een bericht wel of niet klopt.",
        activity="Elke groep onderzoekt één bericht en maakt een filmpje van een minuut.",
        medium="Telefoon van school, film blijft in de leeromgeving",
        shared_at=now() - timedelta(days=30),
    )


def _work(eva: User, thea: User, marieke: User) -> None:
    lesson = Competence.objects.filter(code="lesson").first()
    plan = LessonPlan.objects.filter(owner=eva).first()
    if lesson and plan and not CompetenceEvidence.objects.exists():
        CompetenceEvidence.objects.create(
            user=eva, competence=lesson, text=plan.title, link=plan.get_absolute_url()
        )
    choice = ChannelChoice.objects.costing_time().order_by("pk").first()
    if choice:
        channel_mandates.grant(choice, eva, by=choice.owner or marieke)
    info = Team.objects.filter(code="info").first()
    if info and not NeedProposal.objects.exists():
        NeedProposal.objects.create(
            team=info,
            theme="klacht",
            text="Een half uur samen oefenen met klachten: eerst begrip, dan de weg ernaartoe.",
            proposed_by=thea,
        )
