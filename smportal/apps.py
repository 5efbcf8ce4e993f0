"""The portal itself as an app, and Django's admin behind the same sign-in as everything else."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class PortalConfig(AppConfig):
    name = "smportal"
    default = True


class AdminConfig(admin_apps.AdminConfig):
    default = False
    default_site = "smportal.admin_site.AdminSite"
