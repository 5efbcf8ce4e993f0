"""The inbox: the queues, and the call that asks whether anything changed."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache

from core.clock import now
from people.models import Team, User
from webcare import permissions
from webcare.domain import desk, queries
from webcare.forms import InboxForm
from webcare.models import Ticket

PULSE_SALT = "webcare.pulse"
# A page that is open longer than a working day asks to be loaded again.
PULSE_AGE = 12 * 60 * 60


def inbox(request: HttpRequest, code: str = "") -> HttpResponse:
    """The queue of one team (`code`), or of all teams of this person."""
    user = cast(User, request.user)
    if not permissions.can_use_webcare(user):
        raise PermissionDenied
    teams = _teams(user)
    team = get_object_or_404(Team, code=code) if code else None
    if team and team not in teams:
        raise PermissionDenied
    form = InboxForm(request.GET)
    form.is_valid()
    at = now()
    page = queries.queue(user, _filters(user, team, form), after=form.value("after"))
    context = {
        "team": team,
        "form": form,
        "view": form.value("view"),
        "tickets": page.tickets,
        "next": page.next,
        "present": desk.present([ticket.pk for ticket in page.tickets], at, besides=user),
        "at": at,
    }
    if request.headers.get("HX-Request") and not request.headers.get("HX-History-Restore-Request"):
        return render(request, "webcare/inbox.html#list", context)
    return render(request, "webcare/inbox.html", {**context, **_frame(user, teams)})


def _frame(user: User, teams: list[Team]) -> dict[str, Any]:
    """What stands around the list: the queues with their counts, and how to ask for news."""
    counts = queries.counts(user)
    team_ids = [team.pk for team in teams]
    token = signing.dumps({"teams": team_ids, "user": user.pk}, salt=PULSE_SALT)
    return {
        "queues": [(team, counts.get(team.pk, queries.Counts())) for team in teams],
        "total": counts[None],
        "most": queries.MOST_COUNTED,
        "pulse_token": token,
        "views": InboxForm.VIEWS,
    }


def _teams(user: User) -> list[Team]:
    """The queues that this person may open."""
    teams = queries.queue_teams()
    if user.has_role(*permissions.OVERSEERS):
        return list(teams)
    return [team for team in teams if team.pk in user.team_ids or team.leader_id == user.pk]


def _filters(user: User, team: Team | None, form: InboxForm) -> queries.Filters:
    view, only = form.value("view"), form.value("only")
    states = {"waiting": Ticket.State.WAITING, "closed": Ticket.State.CLOSED}
    return queries.Filters(
        teams=[team.pk] if team else None,
        mine=user if view == "mine" else None,
        unclaimed=view == "free",
        state="" if view == "mine" else states.get(view, Ticket.State.OPEN),
        search=form.value("q"),
        unsure=only == "unsure",
        noise=only == "noise",
        overdue=only == "overdue",
        threat=only == "threat",
        awaiting=only == "approval",
        platform=form.value("platform"),
    )


@never_cache
@login_not_required
def pulse(request: HttpRequest, token: str) -> HttpResponse:
    """Ticket numbers that changed since `since`: one query, and no session to look up.

    The signed token says for which queues; the answer holds no word of anybody.
    """
    try:
        allowed = signing.loads(token, salt=PULSE_SALT, max_age=PULSE_AGE)
        since = parse_datetime(request.GET.get("since", ""))
    except (signing.BadSignature, ValueError):
        since = None
    if since is None or since.tzinfo is None:
        return JsonResponse({"reload": True}, status=403)
    found = queries.pulse(allowed["teams"], since)
    return JsonResponse(
        {
            "at": found.at.isoformat(),
            "changes": [
                {
                    "ticket": change.ticket_id,
                    "revision": change.revision,
                    "state": change.state,
                    "isNew": change.is_new,
                }
                for change in found.changes
            ],
        }
    )
