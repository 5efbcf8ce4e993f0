"""The demo's channels, sources and search terms, all on the sandbox platforms."""

from __future__ import annotations

from django.conf import settings

from core.clock import now
from monitoring.models import Channel, SearchTerm, Source
from people.models import Unit, User

HANDLE = "rocdewaterlanden"

FEEDS = {"Streeknieuws": "/feeds/nieuws.rss", "Onderwijsblog": "/feeds/onderwijsblog.atom"}

TERMS = (
    ("Over ons", "over-ons", "{namen} OR {accounts}", "Weten wat er over het college gezegd wordt"),
    (
        "Onze opleidingen",
        "opleidingen",
        "({opleidingen}) AND (mbo OR roc OR opleiding OR {vestigingen})",
        "Vragen over opleidingen vinden die ons niet noemen",
    ),
    ("De Smaakmakerij", "smaakmakerij", '"de smaakmakerij"', "Gasten van ons schoolrestaurant"),
    ("College van bestuur", "bestuur", "{personen}", "Wat over ons bestuur geschreven wordt"),
)


def build() -> None:
    """Make channels with sandbox keys, their sources and the search terms; safe to run twice."""
    owner = User.objects.get(email="chris@demo.example")
    _terms(owner)
    sandbox = settings.SANDBOX_URL
    if not sandbox:
        return
    if Channel.objects.exists():
        _follow(sandbox)
        return
    unit = Unit.objects.get(name="Communicatie")
    x = Channel.objects.create(
        platform="x",
        name="X van het college",
        handle=HANDLE,
        external_id="1580000000000000001",
        page_url=sandbox,
        unit=unit,
        credentials={
            "bearer_token": "sandbox-bearer",
            "consumer_key": "sandbox-x-consumer",
            "consumer_secret": "sandbox-x-consumer-secret",
            "access_token": "sandbox-x-token",
            "access_token_secret": "sandbox-x-token-secret",
        },
    )
    facebook = Channel.objects.create(
        platform="facebook",
        name="Facebookpagina",
        handle="ROC De Waterlanden",
        external_id="100200300400500",
        page_url=sandbox,
        unit=unit,
        credentials={"access_token": "sandbox-page-token", "app_secret": "sandbox-app-secret"},
    )
    mastodon = Channel.objects.create(
        platform="mastodon",
        name="Mastodon",
        handle=HANDLE,
        external_id="1",
        base_url=f"{sandbox}/mastodon",
        page_url=sandbox,
        unit=unit,
        credentials={"access_token": "sandbox-mastodon-token"},
    )
    for channel in (x, facebook, mastodon):
        channel.owners.add(owner)
    _source(x, Source.Kind.MENTIONS, "X: wie ons noemt")
    _source(x, Source.Kind.SEARCH, "X: zoeken op onze naam", query="waterlanden OR rocdw")
    _source(facebook, Source.Kind.MENTIONS, "Facebook: wie ons noemt")
    _source(facebook, Source.Kind.COMMENTS, "Facebook: reacties op onze pagina")
    _source(mastodon, Source.Kind.MENTIONS, "Mastodon: wie ons noemt")
    for name, feed in FEEDS.items():
        _feed(name, sandbox + feed)


def _follow(sandbox: str) -> None:
    """The sandbox may stand on another port today: point what is read from it there."""
    Channel.objects.filter(base_url__endswith="/mastodon").exclude(
        base_url=f"{sandbox}/mastodon"
    ).update(base_url=f"{sandbox}/mastodon")
    Channel.objects.exclude(page_url=sandbox).update(page_url=sandbox)
    for feed in FEEDS.values():
        moved = Source.objects.filter(address__endswith=feed).exclude(address=sandbox + feed)
        moved.update(address=sandbox + feed, cursor={}, next_poll_at=now())
    Source.objects.exclude(health=Source.Health.OK).update(next_poll_at=now(), failures=0)


def _source(channel: Channel, kind: Source.Kind, name: str, query: str = "") -> None:
    Source.objects.create(
        platform=channel.platform,
        kind=kind,
        name=name,
        channel=channel,
        query=query,
        purpose="Vragen en klachten beantwoorden",
        interval_seconds=5,
        next_poll_at=now(),
    )


def _feed(name: str, address: str) -> None:
    Source.objects.create(
        platform="rss",
        kind=Source.Kind.FEED,
        name=name,
        address=address,
        purpose="Weten wat er over ons geschreven wordt",
        interval_seconds=10,
        next_poll_at=now(),
    )


def _terms(owner: User) -> None:
    for name, slug, query, purpose in TERMS:
        SearchTerm.objects.get_or_create(
            slug=slug,
            defaults={"name": name, "query": query, "purpose": purpose, "owner": owner},
        )
