"""A version with all that it says: its clauses, what they arrange and follow from, and its rules.

Who compares, prints or judges a version asks for it here, and reads `sections` and `rules` in their
order from memory. Asking again costs no query, so each function may ask for itself.
"""

from __future__ import annotations

from django.db.models import Prefetch, prefetch_related_objects

from governance.models import ClauseSetting, PolicySection, PolicyVersion, RoutingRule

_CLAUSES = Prefetch("sections", PolicySection.objects.order_by("position"))
_SETTINGS = Prefetch("sections__settings", ClauseSetting.objects.order_by("pk"))
_RULES = Prefetch("rules", RoutingRule.objects.select_related("team").order_by("position"))


def load(*versions: PolicyVersion) -> None:
    """All of it, for one version or for several: four queries at most."""
    load_text(*versions)
    load_settings(*versions)
    load_rules(*versions)


def load_text(*versions: PolicyVersion) -> None:
    """The clauses and the house rules that they follow from."""
    prefetch_related_objects(list(versions), _CLAUSES, "sections__house_rules")


def load_settings(*versions: PolicyVersion) -> None:
    """The clauses and what they arrange."""
    prefetch_related_objects(list(versions), _CLAUSES, _SETTINGS)


def load_rules(*versions: PolicyVersion) -> None:
    """The routing table."""
    prefetch_related_objects(list(versions), _RULES)
