from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    name = "training"
    verbose_name = _("Training")

    def ready(self) -> None:
        # Models are not ready before; letters about certificates add their texts by being there.
        from governance.domain import acknowledgements  # noqa: PLC0415
        from people.domain import waiting  # noqa: PLC0415
        from training.domain import certificate_letters, mandate_states  # noqa: F401, PLC0415
        from training.waiting import SOURCES  # noqa: PLC0415

        waiting.register_all(SOURCES)
        acknowledgements.follow("training.mandates", mandate_states.follow)
