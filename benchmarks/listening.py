"""Searches on the practice platform, set up and past their first run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox import Server


def trusts(server: Server) -> dict[str, str]:
    """The setting that lets a program poll an address of this machine."""
    return {"SMPORTAL_TRUSTED_HOSTS": server.url.partition("://")[2]}


@contextmanager
def trusted(server: Server) -> Iterator[None]:
    """The same for this process."""
    from django.test import override_settings  # noqa: PLC0415 - Django is set up by then

    with override_settings(TRUSTED_HOSTS=frozenset(trusts(server).values())):
        yield


def start(server: Server, *, searches: int, every: int, queries: Iterable[str]) -> None:
    """`searches` Mastodon tags (#les0, #les1, …), each polled `every` so many seconds, one after
    the other; and search terms."""
    from core.clock import now  # noqa: PLC0415
    from monitoring.domain import polling  # noqa: PLC0415
    from monitoring.models import SearchTerm, Source  # noqa: PLC0415
    from sandbox.identity import MASTODON_TOKEN  # noqa: PLC0415
    from tests.factories.monitoring import ChannelFactory, SourceFactory  # noqa: PLC0415

    SearchTerm.objects.bulk_create(
        SearchTerm(name=f"Term {place}", slug=f"term-{place}", query=query)
        for place, query in enumerate(queries)
    )
    channel = ChannelFactory(
        platform="mastodon",
        base_url=server.mastodon.url,
        credentials={"access_token": MASTODON_TOKEN},
    )
    for number in range(searches):
        server.mastodon.add_status(f"Was hier al. #les{number}")
        SourceFactory(
            platform="mastodon",
            kind=Source.Kind.SEARCH,
            channel=channel,
            query=f"#les{number}",
            interval_seconds=every,
        )
    if faults := [poll.error for poll in polling.poll_due() if poll.error]:
        raise RuntimeError(f"The practice platform cannot be polled: {faults[0]}")
    for number, source in enumerate(Source.objects.order_by("pk")):
        source.next_poll_at = now() + timedelta(seconds=number * every / searches)
        source.save(update_fields=["next_poll_at"])
