"""A QR code as a drawing, for an address that people scan from a poster or a screen."""

from __future__ import annotations

from io import BytesIO

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

QUIET_ZONE = 4  # modules of white round it, as the standard asks


def svg(url: str, title: str = "") -> SafeString:
    """An SVG that scales, black on white in any theme; `title` says where it leads.

    Raises ValueError when `url` is empty or longer than a QR code can hold.
    """
    if not url:
        raise ValueError("a QR code needs an address")
    made = BytesIO()
    segno.make(url, error="m", micro=False).save(
        made,
        kind="svg",
        border=QUIET_ZONE,
        dark="#000",
        light="#fff",
        title=title or _("QR code for %(url)s") % {"url": url},
        xmldecl=False,
        omitsize=True,
        svgclass="qr",
        lineclass=None,
        nl=False,
    )
    # segno escapes the title; the rest is numbers
    return mark_safe(made.getvalue().decode().replace("<svg ", '<svg role="img" ', 1))  # noqa: S308
