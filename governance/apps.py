from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = _("Governance")

    def ready(self) -> None:
        # Models are not ready before.
        from governance.waiting import SOURCES  # noqa: PLC0415
        from people.domain import waiting  # noqa: PLC0415

        waiting.register_all(SOURCES)
