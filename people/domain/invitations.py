"""Inviting people: nobody makes their own account, an administrator does, and this tells them.

The letter carries the link of a password reset, which works once and runs out
(`PASSWORD_RESET_TIMEOUT`).
"""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core import audit
from people.models import Institution, User


def invite(user: User, *, by: User) -> None:
    """Send `user` a letter with a link to choose a password, in their own language."""
    path = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(user),
            "key": default_token_generator.make_token(user),
        },
    )
    context = {
        "user": user,
        "by": by,
        "college": Institution.objects.current().name,
        "link": settings.SITE_URL.rstrip("/") + path,
        "days": settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60),
    }
    with translation.override(user.language):
        subject = _("Your account for SMPortal")
        letter = render_to_string("people/mail/invitation.txt", context)
    send_mail(subject, letter, None, [user.email])
    audit.record(gettext_noop("invited"), user, by=by)
