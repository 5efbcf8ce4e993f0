"""The line of sight of the demo: visions in force, and what hangs on them."""

from __future__ import annotations

from governance.domain import policies, visions
from governance.models import ChannelChoice, Domain, Goal, Policy
from monitoring.models import Channel
from people.models import User

WRITTEN = (Domain.COMMUNICATION, Domain.LEARNING)
"""Keeping up to date has no vision yet: a loose end to see."""


def build() -> None:
    """Write two visions and tie what is there together; safe to run twice."""
    for domain in WRITTEN:
        vision = visions.vision_of(domain) or _approved(domain)
        Goal.objects.filter(domain=domain, vision__isnull=True).update(vision=vision)
    _serve_goals()
    _say_why()


def _approved(domain: Domain) -> Policy:
    marieke, anja = (User.objects.get(email=f"{who}@demo.example") for who in ("marieke", "anja"))
    draft = visions.write_from_template(domain, by=marieke)
    policies.submit(draft, by=marieke, approver=anja)
    return policies.approve(draft, by=anja, note="Dit is waar we voor staan.").policy


def _serve_goals() -> None:
    """The channels that are asked things serve the goals about answering."""
    asked = ChannelChoice.objects.filter(
        state=ChannelChoice.State.CHOSEN, platform__in=["x", "facebook", "instagram", "mastodon"]
    )
    answering = Goal.objects.in_force().filter(domain=Domain.COMMUNICATION)
    for choice in asked:
        choice.goals.add(*answering)


def _say_why() -> None:
    """Each account of the college points at the choice for its platform."""
    for choice in ChannelChoice.objects.filter(state=ChannelChoice.State.CHOSEN):
        Channel.objects.filter(platform=choice.platform, choice__isnull=True).update(choice=choice)
