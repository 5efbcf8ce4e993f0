"""The register of our own channels."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from connectors.errors import AuthExpired, ConnectorError, Rejected
from connectors.types import Identity
from core import audit
from monitoring import permissions
from monitoring.domain import channels, connections
from monitoring.forms import ChannelForm
from monitoring.models import Channel, Platform
from monitoring.views.access import allowed
from people.models import User

FIGURES_SHOWN = 30
HISTORY_SHOWN = 20


def channel_list(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_see_mentions)
    found = Channel.objects.select_related("unit").prefetch_related("owners", "sources")
    context = {
        "channels": found.order_by("-is_active", "platform", "name"),
        "can_create": permissions.can_manage_all(user),
    }
    return render(request, "monitoring/channel_list.html", context)


def channel_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, permissions.can_see_mentions)
    channel = get_object_or_404(Channel.objects.select_related("unit"), pk=pk)
    context = {
        "channel": channel,
        "owners": channel.owners.order_by("name"),
        "sources": channel.sources.order_by("name"),
        "keys": sorted(channel.credentials),
        "wanted_keys": channels.key_names(channel.platform),
        "statistics": channel.statistics.order_by("-date", "metric")[:FIGURES_SHOWN],
        "history": audit.history(channel)[:HISTORY_SHOWN],
        "can_manage": permissions.can_manage_channel(user, channel),
    }
    return render(request, "monitoring/channel_detail.html", context)


def channel_create(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_manage_all)
    platform = request.GET.get("platform", "")
    if not platform:
        choices = [(value, label) for value, label in Platform.choices if value != Platform.RSS]
        return render(request, "monitoring/channel_platform.html", {"platforms": choices})
    if platform not in Platform.values or platform == Platform.RSS:
        raise Http404
    return _edit(request, Channel(platform=platform), user)


def channel_edit(request: HttpRequest, pk: int) -> HttpResponse:
    channel = get_object_or_404(Channel, pk=pk)
    user = cast(User, request.user)
    if not permissions.can_manage_channel(user, channel):
        raise PermissionDenied
    return _edit(request, channel, user)


def _edit(request: HttpRequest, channel: Channel, user: User) -> HttpResponse:
    form = ChannelForm(request.POST or None, instance=channel)
    if not permissions.can_manage_all(user):
        del form.fields["owners"]
    if request.method == "POST" and form.is_valid():
        channels.with_keys(form.instance, form.keys)
        identity, is_refused = _tried(request, form)
        if not is_refused:
            saved = form.save(commit=False)
            channels.save(saved, by=user, identity=identity, new_keys=bool(form.keys))
            form.save_m2m()
            messages.success(request, _("Saved."))
            return redirect(saved)
    context = {"form": form, "platform": Platform(channel.platform)}
    return render(request, "monitoring/channel_edit.html", context)


def _tried(request: HttpRequest, form: ChannelForm) -> tuple[Identity | None, bool]:
    """Who the platform says we are, and whether it refuses the keys; only new keys are tried."""
    if not form.keys:
        return None, False
    try:
        identity = channels.try_keys(form.instance)
    except (AuthExpired, Rejected) as error:
        message = _("The platform does not accept these keys: %(error)s")
        form.add_error(None, message % {"error": connections.told(error)})
        return None, True
    except ConnectorError as error:
        message = _("Saved, but the keys could not be tested now: %(error)s") % {
            "error": connections.told(error)
        }
        messages.warning(request, message)
        return None, False
    if identity:
        name = identity.name or identity.handle
        messages.success(request, _("The keys work: we are %(name)s.") % {"name": name})
    return identity, False
