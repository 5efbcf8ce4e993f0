"""What can go wrong between us and a platform, in four words that the domain can act upon."""

from __future__ import annotations

from datetime import datetime


class ConnectorError(Exception):
    """Base. `str()` is a plain English sentence that holds no token.

    The sentence may have places for `values` ("Port %(port)s …"). Written as a literal it is in the
    message catalogue, so that a page can show `gettext(error.template) % error.values`.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template % values if values else template)
        self.template = template
        self.values = values


class Temporary(ConnectorError):
    """Try again, not before `retry_at` (aware, UTC) where the platform names a time."""

    def __init__(self, template: str, retry_at: datetime | None = None, **values: object) -> None:
        super().__init__(template, **values)
        self.retry_at = retry_at


class TooManyCalls(Temporary):
    """We ask too often: also without a `retry_at`, asking sooner than usual makes it worse."""


class AuthExpired(ConnectorError):
    """The platform does not accept our keys: a person must connect the account again."""


class Rejected(ConnectorError):
    """The platform understood us and says no; asking again does not help."""


class BudgetSpent(Rejected):
    """The platform's paid allowance is used up: a stop, not a wait."""


class Gone(Rejected):
    """What we asked for does not exist any more (404, 410, object deleted)."""


class OutcomeUnknown(ConnectorError):
    """We sent something and do not know whether it arrived: never send again, look first."""
