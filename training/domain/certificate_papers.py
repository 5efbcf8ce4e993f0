"""The certificate on paper: who, what, when, and a code by which anybody can check it."""

from __future__ import annotations

from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import pdf, qr
from people.models import Institution
from training.models import Certificate

LINES = ("\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~")


def certificate(one: Certificate, check_url: str, language: Literal["nl", "en"]) -> pdf.Document:
    """One A4. `check_url` is the public page where the code is checked."""
    college = str(Institution.objects.current())
    with override(language):
        return pdf.Document(
            title=_("Certificate"),
            subtitle=college,
            language=language,
            meta=(_("Check code"), one.code),
            blocks=tuple(_blocks(one, college)),
            footer=_("%(college)s. Real? Look at %(url)s") % {"college": college, "url": check_url},
            qr=qr.svg(check_url),
            qr_caption=_("Scan to check this certificate"),
            layout="certificate",
        )


def _blocks(one: Certificate, college: str) -> list[pdf.Block]:
    said = _("%(college)s declares that this person has this knowledge.")
    if not one.prior_learning:
        said = _("%(college)s declares that this person has finished the course.")
    blocks: list[pdf.Block] = [
        pdf.Heading(1, one.name),
        pdf.Markdown(_plain(said % {"college": college})),
        pdf.Heading(1, one.course_title),
        pdf.KeyValues(tuple(_dates(one))),
    ]
    if goals := one.course.learning_goals.strip():
        blocks += [pdf.Heading(2, _("What you can do now")), pdf.Markdown(goals, 3)]
    return blocks


def _dates(one: Certificate) -> list[tuple[str, str]]:
    facts = [(_("Awarded on"), date_format(one.awarded_on))]
    until = date_format(one.valid_until) if one.valid_until else _("without an end date")
    facts.append((_("Valid until"), until))
    if one.prior_learning:
        facts.append((_("Recognised because"), one.prior_learning))
    facts.append((_("Level"), str(one.course.get_level_display())))
    return facts


def _plain(text: str) -> str:
    """What somebody wrote, without becoming markup of ours."""
    return "".join(f"\\{sign}" if sign in LINES else sign for sign in text)
