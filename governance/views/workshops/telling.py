"""What a person hears when something cannot be done now, in a kind sentence."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from governance.domain.workshops import refusals

WORDS: dict[type[refusals.Refusal], Promise] = {
    refusals.Closed: _("This workshop is over; nothing can be changed any more."),
    refusals.AlreadyBegun: _("The workshop has begun: title and statements stay as they are."),
    refusals.WrongStep: _("The room is at another step now. This was not counted."),
    refusals.ChangedMeanwhile: _("Somebody else changed this in the meantime. Look and try again."),
    refusals.RoomFull: _("The room is full. Tell the facilitator."),
    refusals.TooManyProposals: _("You proposed ten goals already. Leave some for the others."),
}


def tell(request: HttpRequest, refusal: refusals.Refusal) -> None:
    if isinstance(refusal, refusals.NotReady):
        count = len(refusal.missing)
        text = ngettext(
            "%(count)d goal has no owner yet.", "%(count)d goals have no owner yet.", count
        ) % {"count": count}
        messages.warning(request, text if count else str(_("There is no top five yet.")))
        return
    messages.warning(request, str(WORDS[type(refusal)]))


def tell_phone(request: HttpRequest, refusal: refusals.Refusal) -> None:
    """The same for somebody in the room, about what they just did."""
    if isinstance(refusal, refusals.NoChoiceLeft):
        messages.warning(
            request, str(_("You gave all your choices. Take one back to choose something else."))
        )
    elif isinstance(refusal, refusals.WrongStep):
        messages.warning(
            request, str(_("Just too late: the room has gone on. This one was not counted."))
        )
    else:
        tell(request, refusal)
