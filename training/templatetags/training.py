"""When and where a session is, and whether a certificate ends soon, in the words of the reader."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils.timezone import localdate

from core.clock import now
from training.domain import certificates, moments
from training.models import Certificate, Session

register = template.Library()


@register.filter
def span(session: Session) -> str:
    """ "Tuesday 1 December 2026, 14:00–16:00"."""
    return moments.span(session)


@register.filter
def how_long(minutes: int) -> str:
    return moments.how_long(minutes)


@register.filter
def where(session: Session) -> str:
    return moments.where(session)


@register.filter
def day_and_time(at: datetime | None) -> str:
    return moments.day_and_time(at) if at else ""


@register.filter
def ends_soon(certificate: Certificate) -> bool:
    return certificates.ends_soon(certificate, localdate(now()))
