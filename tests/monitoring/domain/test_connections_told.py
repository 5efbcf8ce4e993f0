from __future__ import annotations

import pytest
from django.utils import translation

from connectors import status
from connectors.errors import ConnectorError, Rejected
from monitoring.domain import connections


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (status.read_error(404), "Het platform antwoordde 404."),
        (
            Rejected("%(host)s does not lie on the public internet.", host="10.0.0.1"),
            "10.0.0.1 ligt niet op het openbare internet.",
        ),
        (
            Rejected("What the platform said itself: 100% no"),
            "What the platform said itself: 100% no",
        ),
    ],
)
def test_what_went_wrong_is_told_in_the_readers_language(
    error: ConnectorError, sentence: str
) -> None:
    with translation.override("nl"):
        assert connections.told(error) == sentence
