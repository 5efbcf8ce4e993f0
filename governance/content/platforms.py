"""Names of platforms: how a code reads, what people type for it, and which networks have gone."""

from __future__ import annotations

from governance.content.platform_facts import PLATFORM_FACTS, PlatformFact, fact_about
from governance.content.survey import SURVEY_PLATFORMS

#: The year in which a network stopped. Its figures and accounts stay readable and countable.
GONE: dict[str, int] = {
    "Hyves": 2013,
    "MSN": 2013,
    "Vine": 2017,
    "Google+": 2019,
    "Periscope": 2021,
    "Skype": 2025,
}

_FORMER_NAMES = {
    "twitter": "x",
    "x (twitter)": "x",
    "insta": "instagram",
    "rss/atom": "rss",
    "windows live messenger": "MSN",
    "msn messenger": "MSN",
    "google plus": "Google+",
}
_NAMES = {fact.code: fact.name for fact in PLATFORM_FACTS}
_CODES = {fact.name.casefold(): fact.code for fact in PLATFORM_FACTS} | {
    fact.code: fact.code for fact in PLATFORM_FACTS
}
#: What a field for a platform offers; any other name may be typed.
SUGGESTED = (*dict.fromkeys(_NAMES.get(one, one) for one in SURVEY_PLATFORMS), *GONE)
_GONE = {name.casefold(): year for name, year in GONE.items()}


def name_of(platform: str) -> str:
    """A platform as people write it: "x" is X; a name that we do not know stays as it is."""
    return _NAMES.get(platform, platform)


def code_of(typed: str) -> str:
    """What people typed, as we keep it: "Twitter" and "X" are x; an unknown name stays."""
    words = " ".join(typed.split())
    known = words.casefold()
    return _CODES.get(known) or _FORMER_NAMES.get(known) or words


def gone_since(platform: str) -> int | None:
    """The year in which a network stopped; None for one that lives, as far as we know."""
    return _GONE.get(platform.casefold())


def fact_of(platform: str) -> PlatformFact | None:
    """What we know of a platform, by its code or name."""
    return fact_about(code_of(platform))
