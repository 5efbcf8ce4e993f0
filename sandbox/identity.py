"""Who and what the practice platform knows from the start: fixed names, ids and keys for the demo.

The keys open this practice platform and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

COLLEGE = "ROC De Waterlanden"
HANDLE = "rocdewaterlanden"

X_USER_ID = "1580000000000000001"
X_BEARER = "sandbox-bearer"
X_OAUTH1_TOKEN = "sandbox-x-token"  # noqa: S105 (a practice key)

FACEBOOK_PAGE_ID = "100200300400500"
FACEBOOK_TOKEN = "sandbox-page-token"  # noqa: S105 (a practice key)
FACEBOOK_APP_SECRET = "sandbox-app-secret"  # noqa: S105 (a practice key)

MASTODON_ACCOUNT_ID = "1"
MASTODON_TOKEN = "sandbox-mastodon-token"  # noqa: S105 (a practice key)

PLATFORMS = ("x", "facebook", "mastodon", "feeds")


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: its name in the URL and what it says about itself."""

    name: str
    title: str
    about: str


FEEDS = {
    feed.name: feed
    for feed in (
        Feed("nieuws", "Waterlands Nieuwsblad", "Nieuws uit Purmerend, Zaandam, Hoorn en de regio"),
        Feed("onderwijsblog", "Krijt en Klik", "Blog over het mbo"),
    )
}
