from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebcareConfig(AppConfig):
    name = "webcare"
    verbose_name = _("Webcare")

    def ready(self) -> None:
        # Models are not ready before.
        from training.domain import approved_posts, needs  # noqa: PLC0415
        from webcare.domain import approved_replies, training_needs  # noqa: PLC0415

        approved_posts.register("webcare.replies", approved_replies.approved)
        needs.register("webcare", training_needs.counted)
