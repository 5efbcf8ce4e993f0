from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = _("Governance")

    def ready(self) -> None:
        from governance.waiting import safety, teams  # noqa: PLC0415 - models must be loaded
        from people.domain import waiting  # noqa: PLC0415

        waiting.register("governance.teams.mandates", teams.mandates)
        waiting.register("governance.teams.promises", teams.promises)
        waiting.register("governance.safety.steps", safety.steps)
        waiting.register("governance.safety.leaks", safety.leaks)
        waiting.register("governance.safety.unowned", safety.unowned)
        waiting.register("governance.safety.to_decide", safety.to_decide)
        waiting.register("governance.safety.to_look_again", safety.to_look_again)
