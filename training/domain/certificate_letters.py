"""What is mailed after a course: how was it, your certificate, and when one expires."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.clock import now
from training.domain import certificates, evaluations
from training.domain.letter_texts import Told, site, tells
from training.models import Certificate, Letter


@tells(Letter.Kind.EVALUATE)
def _evaluate(letter: Letter) -> Told | None:
    row = letter.enrolment
    if row is None or not evaluations.asked(letter.user).filter(pk=row.pk).exists():
        return None
    url = site(reverse("training:evaluation-create", args=[row.offering_id]))
    return Told(
        _("How was it? %(course)s") % {"course": row.offering},
        [
            _("You were there. Tell us in two minutes what works and what does not."),
            _("It is anonymous: nobody can see that these are your answers."),
        ],
        actions=[(_("Say how it was"), url)],
    )


@tells(Letter.Kind.CERTIFICATE)
def _certificate(letter: Letter) -> Told | None:
    one = _of(letter)
    if one is None or one.revoked_at:
        return None
    lines = [_("You finished %(course)s. It counts from today.") % {"course": one.course_title}]
    if one.prior_learning:
        told = {"course": one.course_title, "why": one.prior_learning}
        lines = [_("You know %(course)s already, and that counts: %(why)s") % told]
    if one.valid_until:
        lines.append(_("It is valid until %(day)s.") % {"day": date_format(one.valid_until)})
    subject = _("Your certificate: %(course)s") % {"course": one.course_title}
    return Told(subject, lines, actions=[(_("See your certificate"), site(one.get_absolute_url()))])


@tells(Letter.Kind.EXPIRING)
def _expiring(letter: Letter) -> Told | None:
    one = _of(letter)
    if one is None or not certificates.expiring(localdate(now())).filter(pk=one.pk).exists():
        return None
    facts = {
        "course": one.course_title,
        "day": date_format(one.valid_until) if one.valid_until else "",
    }
    return Told(
        _("Your certificate expires: %(course)s") % facts,
        [
            _("It is valid until %(day)s. A mandate to post can end with it.") % facts,
            _("Enrol for the course again in time; the new certificate replaces this one."),
        ],
        actions=[(_("See the course"), site(one.course.get_absolute_url()))],
    )


def _of(letter: Letter) -> Certificate | None:
    found = Certificate.objects.filter(pk=letter.detail.get("certificate"))
    return found.select_related("course").first()
