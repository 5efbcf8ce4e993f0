from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebcareConfig(AppConfig):
    name = "webcare"
    verbose_name = _("Webcare")
