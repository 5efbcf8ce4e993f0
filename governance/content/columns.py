"""The columns of a file with figures of use, and the words that people write for their values."""

from __future__ import annotations

COLUMNS = (
    "audience",
    "platform",
    "frequency",
    "percent",
    "users",
    "respondents",
    "year",
    "source",
    "address",
)
REQUIRED = ("audience", "platform", "year", "source")

DUTCH_COLUMNS = {
    "doelgroep": "audience",
    "platform": "platform",
    "frequentie": "frequency",
    "hoe vaak": "frequency",
    "percentage": "percent",
    "gebruikers": "users",
    "ondervraagden": "respondents",
    "jaar": "year",
    "bron": "source",
    "adres": "address",
}

FREQUENCIES = {
    "daily": "daily",
    "dagelijks": "daily",
    "elke dag": "daily",
    "weekly": "weekly",
    "wekelijks": "weekly",
    "elke week": "weekly",
    "ever": "ever",
    "at all": "ever",
    "ooit": "ever",
    "wel eens": "ever",
}

EXAMPLE_LINES = (
    ("students", "instagram", "daily", "71,5", "", "240", "2026", "Eigen vragenlijst", ""),
    ("parents", "facebook", "weekly", "", "96", "150", "2026", "Belronde ouderraad", ""),
)
