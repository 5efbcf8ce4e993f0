"""Who may answer a survey how often: wide enough for a whole college behind one address."""

from __future__ import annotations

from core import tallies
from governance.models import PlatformSurvey

MOST = 400  # fifteen classes at once, on the network of one building
WINDOW_SECONDS = 600


def lets_in(survey: PlatformSurvey, address: str) -> bool:
    """Count an answer from this address; whether it is still within reason."""
    return tallies.add(f"survey {survey.token}", address, seconds=WINDOW_SECONDS) <= MOST
