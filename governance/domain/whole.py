"""A version with all that it says: its clauses, what they arrange and follow from, and its rules.

Who compares, prints or judges a version asks for it here, and reads `sections` and `rules` in their
order from memory. Asking again costs no query, so each function may ask for itself.
"""

from __future__ import annotations

from django.db.models import Prefetch, prefetch_related_objects

from governance.models import ClauseSetting, PolicySection, PolicyVersion, RoutingRule


def load(*versions: PolicyVersion) -> None:
    """All of it, for one version or for several: four queries at most."""
    load_settings(*versions)
    rules = RoutingRule.objects.select_related("team").order_by("position")
    prefetch_related_objects(list(versions), "sections__house_rules", Prefetch("rules", rules))


def load_settings(*versions: PolicyVersion) -> None:
    """The clauses and what they arrange: two queries at most."""
    clauses = PolicySection.objects.order_by("position")
    settings = ClauseSetting.objects.order_by("pk")
    prefetch_related_objects(
        list(versions), Prefetch("sections", clauses), Prefetch("sections__settings", settings)
    )
