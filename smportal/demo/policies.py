"""The demo's other policies: a public protocol in force, and a crisis plan in consultation."""

from __future__ import annotations

from datetime import timedelta

from core.clock import now
from governance.content.papers import paper
from governance.domain import consultations, policies
from governance.domain.clause_settings import APPROVED_POSTS, NEEDS_COURSE
from governance.models import ClauseSetting, HouseRule, Policy, PolicyVersion
from people.models import User
from smportal.demo.college import person

HOUSE_RULES = (
    ("Integriteitscode", "Hoe we met geschenken, belangen en informatie omgaan."),
    ("Pestprotocol", "Wat we doen als een student of collega wordt gepest."),
    ("Privacyreglement", "Welke gegevens we bewaren en wie erbij mag."),
)
PROTOCOL = {"title": "Protocol sociale media", "slug": "protocol-sociale-media"}
CRISIS = {"title": "Crisisplan sociale media", "slug": "crisisplan-sociale-media"}

OURS = {
    "[functionaris gegevensbescherming]": "de functionaris gegevensbescherming "
    "(privacy@waterlanden.example)",
    "[vertrouwenspersoon]": "de vertrouwenspersoon",
    "[communicatie]": "communicatie",
    "Een cursus is niet verplicht, wel een aanrader. Bij je eerste drie berichten kijkt een "
    "ervaren collega mee en geeft akkoord. Daarna": "Rond ook de instapcursus af: daar oefen je in "
    "een besloten groep. Daarna",
    "Meekijken is geen wantrouwen maar een zachte landing. Zo leer je van elkaar wat werkt.": (
        "Wie rustig heeft geoefend, durft meer en weet wat werkt."
    ),
}
"""Blanks and sentences of the template, and what this college made of them."""


def build() -> None:
    """Make them; safe to run twice."""
    for title, note in HOUSE_RULES:
        HouseRule.objects.get_or_create(title=title, defaults={"note": note})
    if not Policy.objects.filter(slug=PROTOCOL["slug"]).exists():
        _protocol()
    if not Policy.objects.filter(slug=CRISIS["slug"]).exists():
        _crisis_plan()


def _protocol() -> None:
    """Approved after a consultation in which somebody was heard, and public."""
    marieke, anja = person("marieke"), person("anja")
    policy = Policy(kind=Policy.Kind.PROTOCOL, is_public=True, **PROTOCOL)
    version = policies.create_from(paper("protocol-positive"), policy, by=marieke)
    _made_ours(version)
    first = version.sections.earliest("position")
    first.house_rules.set(HouseRule.objects.filter(title="Integriteitscode"))
    _heard(version, by=marieke)
    policies.submit(version, by=marieke, approver=anja)
    policies.approve(version, by=anja, note="Mooi dat docenten hebben meegedacht.")


def _made_ours(version: PolicyVersion) -> None:
    """The blanks of the template filled in; and a course instead of three first messages, because
    who has no account to answer with, cannot show any."""
    for section in version.sections.all():
        for blank, ours in OURS.items():
            section.what, section.why = (
                text.replace(blank, ours) for text in (section.what, section.why)
            )
        section.save()
    settings = ClauseSetting.objects.filter(section__version=version)
    settings.filter(code=APPROVED_POSTS).delete()
    settings.filter(code=NEEDS_COURSE).update(value=True)


def _heard(version: PolicyVersion, *, by: User) -> None:
    consultation = consultations.start(
        version,
        by=by,
        question="Kun je hiermee werken in de les? Wat mis je?",
        ends_at=now() + timedelta(days=14),
        roles=["teacher", "trainer"],
    )
    remark = consultations.leave_remark(
        consultation,
        by=person("eva"),
        section=version.sections.earliest("position"),
        text="Zet er graag bij dat het ook voor stagiairs geldt.",
    )
    consultations.close(consultation, by=by)
    consultations.answer(
        remark, by=by, outcome="taken", text="Goed punt: stagiairs horen er gewoon bij."
    )


def _crisis_plan() -> None:
    """Colleagues are reading it now."""
    pieter, marieke = person("pieter"), person("marieke")
    version = policies.create_from(
        paper("crisis"), Policy(kind=Policy.Kind.CRISIS, **CRISIS), by=marieke
    )
    consultation = consultations.start(
        version,
        by=marieke,
        question="Klopt de volgorde van bellen? Wie missen we?",
        ends_at=now() + timedelta(days=10),
        roles=["manager", "spokesperson", "board"],
        people=[person("eva")],
    )
    consultations.leave_remark(
        consultation,
        by=pieter,
        on_behalf_of="communicatie",
        text="Laat de woordvoerder ook ’s nachts als eerste bellen met het crisisteam.",
    )
