"""How many calls to the API one person may make."""

from __future__ import annotations

from django.core.cache import caches
from rest_framework import throttling


class UserRateThrottle(throttling.UserRateThrottle):
    """Counts in the process, not in the shared cache: a soft brake need not cost a query."""

    cache = caches["process"]
