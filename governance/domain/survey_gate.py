"""Who may answer a survey how often: wide enough for a whole college behind one address.

Counted is how often an address answers one survey in ten minutes, and forgotten after that. The
address itself is not kept: only a keyed hash, in the cache, beside nothing else.
"""

from __future__ import annotations

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from core.clock import now
from governance.models import PlatformSurvey

MOST = 400  # fifteen classes at once, on the network of one building
WINDOW_SECONDS = 600


def lets_in(survey: PlatformSurvey, address: str) -> bool:
    """Count an answer from this address; whether it is still within reason."""
    window = int(now().timestamp() // WINDOW_SECONDS)
    hidden = salted_hmac(str(survey.token), f"{address} {window}", algorithm="sha256").hexdigest()
    key = f"survey:{hidden}"  # another one every ten minutes, so that counting starts anew
    if cache.add(key, 1, WINDOW_SECONDS):
        return True
    try:
        return cache.incr(key) <= MOST
    except ValueError:  # it ran out between the two
        return True
