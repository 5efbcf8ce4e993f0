"""Is it alive, and can it do its work? For process managers and people in a hurry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from redis import Redis

from core.clock import now
from monitoring.models import Mention
from webcare.models import Reply

# A mention that waits longer than this for triage means that the workers do not run.
OLDEST_UNTRIAGED = timedelta(minutes=10)


@login_not_required
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers. Touches nothing else."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
def ready(request: HttpRequest) -> JsonResponse:
    """200 when pages can be served: the database is there and migrated.

    Broker and queue age are told beside it: without them work is late, but nothing is lost.
    """
    checks = {name: _try(check) for name, check in CHECKS.items()}
    is_ready = all(checks[name] == "ok" for name in REQUIRED)
    return JsonResponse({"ready": is_ready, "checks": checks}, status=200 if is_ready else 503)


def _try(check: Callable[[], str]) -> str:
    try:
        return check()
    except Exception as error:
        return f"failed: {type(error).__name__}"


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "ok"


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return "ok" if not waiting else f"{len(waiting)} waiting"


def _broker() -> str:
    Redis.from_url(settings.REDIS_URL, socket_timeout=1, socket_connect_timeout=1).ping()
    return "ok"


def _triage() -> str:
    late = Mention.objects.untriaged().filter(seen_at__lt=now() - OLDEST_UNTRIAGED)
    return "late" if late.exists() else "ok"


def _outbox() -> str:
    late = Reply.objects.filter(
        state=Reply.State.QUEUED, next_attempt_at__lt=now() - OLDEST_UNTRIAGED
    )
    return "late" if late.exists() else "ok"


CHECKS: dict[str, Callable[[], str]] = {
    "database": _database,
    "migrations": _migrations,
    "broker": _broker,
    "triage": _triage,
    "outbox": _outbox,
}
REQUIRED = ("database", "migrations")
