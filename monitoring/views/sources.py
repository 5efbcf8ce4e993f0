"""Sources: whether they work, and what they look at."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from connectors import registry
from connectors.errors import ConnectorError
from core import audit
from core.clock import now
from monitoring import permissions
from monitoring.domain import connections, pacing, sources
from monitoring.forms import SourceForm
from monitoring.models import Platform, Source
from monitoring.views.access import allowed
from people.models import User

SHOWN = 20


def source_list(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_see_mentions)
    at = now()
    found = Source.objects.select_related("channel").defer("channel__credentials")
    rows = [
        (source, source.is_late(at=at), pacing.is_open(source.failures))
        for source in found.order_by("-is_active", "name")
    ]
    context = {"rows": rows, "can_create": permissions.can_create_source(user)}
    return render(request, "monitoring/source_list.html", context)


def source_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, permissions.can_see_mentions)
    source = get_object_or_404(Source.objects.select_related("channel"), pk=pk)
    can_manage = permissions.can_manage_source(user, source)
    context = {
        "source": source,
        "is_late": source.is_late(at=now()),
        "is_spared": pacing.is_open(source.failures),
        "gaps": source.gaps.order_by("-to_at")[:SHOWN],
        "unparsed": source.unparsed.order_by("-seen_at")[:SHOWN] if can_manage else [],
        "history": audit.history(source)[:SHOWN],
        "can_manage": can_manage,
    }
    return render(request, "monitoring/source_detail.html", context)


def source_create(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_create_source)
    platform = request.GET.get("platform", "")
    if not platform:
        offered = {"platforms": _platforms(user)}
        return render(request, "monitoring/source_platform.html", offered)
    if platform not in registry.PLATFORMS:
        raise Http404
    if platform == Platform.RSS and not permissions.can_manage_all(user):
        raise PermissionDenied
    form = SourceForm(request.POST or None, instance=Source(platform=platform), user=user)
    if request.method == "POST" and form.is_valid() and _is_readable(request, form):
        source = sources.create(form.save(commit=False), by=user)
        messages.success(request, _("Saved. What it finds first is history: no tickets from it."))
        return redirect(source)
    return _edit_page(request, form)


def source_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user, source = _managed(request, pk)
    form = SourceForm(request.POST or None, instance=source, user=user)
    if request.method == "POST" and form.is_valid() and _is_readable(request, form):
        sources.change(form.save(commit=False), by=user, fields=form.changed_data)
        messages.success(request, _("Saved."))
        return redirect(source)
    return _edit_page(request, form)


def feed_preview(request: HttpRequest) -> HttpResponse:
    """What stands at the address of a feed, before it is saved."""
    allowed(request, permissions.can_manage_all)
    context: dict[str, object] = {}
    try:
        context["preview"] = sources.look_at_feed(request.GET.get("address", "").strip())
    except ConnectorError as error:
        context["error"] = connections.told(error)
    return render(request, "monitoring/_feed_preview.html", context)


@require_POST
def source_pause(request: HttpRequest, pk: int) -> HttpResponse:
    user, source = _managed(request, pk)
    sources.pause(source, by=user)
    messages.success(request, _("Paused: nothing comes in from here until you resume it."))
    return redirect(source)


@require_POST
def source_resume(request: HttpRequest, pk: int) -> HttpResponse:
    user, source = _managed(request, pk)
    sources.resume(source, by=user)
    messages.success(request, _("We listen here again."))
    return redirect(source)


@require_POST
def source_poll(request: HttpRequest, pk: int) -> HttpResponse:
    user, source = _managed(request, pk)
    sources.poll_now(source, by=user)
    messages.success(request, _("It is polled within a few seconds."))
    return redirect(source)


def _managed(request: HttpRequest, pk: int) -> tuple[User, Source]:
    source = get_object_or_404(Source.objects.select_related("channel"), pk=pk)
    user = cast(User, request.user)
    if not permissions.can_manage_source(user, source):
        raise PermissionDenied
    return user, source


def _is_readable(request: HttpRequest, form: SourceForm) -> bool:
    """Whether a feed can be read at its address; its title becomes the name when there is none."""
    if form.instance.platform != Platform.RSS or "address" not in form.changed_data:
        return True
    try:
        preview = sources.look_at_feed(form.cleaned_data["address"])
    except ConnectorError as error:
        form.add_error("address", connections.told(error))
        return False
    form.instance.name = form.instance.name or preview.title[:120] or form.instance.address[:120]
    if preview.newest:
        messages.info(
            request,
            _("%(feed)s: the newest item is “%(item)s”.")
            % {"feed": preview.title, "item": preview.newest.title or preview.newest.text[:80]},
        )
    return True


def _platforms(user: User) -> list[tuple[str, str]]:
    """Where this person may listen: a feed stands apart from every channel."""
    known = [
        (value, str(label)) for value, label in Platform.choices if value in registry.PLATFORMS
    ]
    if permissions.can_manage_all(user):
        return known
    return [(value, label) for value, label in known if value != Platform.RSS]


def _edit_page(request: HttpRequest, form: SourceForm) -> HttpResponse:
    context = {
        "form": form,
        "platform": Platform(form.instance.platform),
        "source": form.instance if form.instance.pk else None,
    }
    return render(request, "monitoring/source_edit.html", context)
