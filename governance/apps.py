from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = _("Governance")

    def ready(self) -> None:
        from governance.waiting import channels  # noqa: PLC0415 - models must be loaded
        from people.domain import waiting  # noqa: PLC0415

        waiting.register("channels", channels.waiting)
