"""Where everything stands: one line per app."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

from smportal import api, health, home

urlpatterns = [
    path("", home.home, name="home"),
    path("", include("webcare.urls")),
    path("monitoring/", include("monitoring.urls")),
    path("governance/", include("governance.urls")),
    path("training/", include("training.urls")),
    path("overview/", include("reporting.urls")),
    path("people/", include("people.urls")),
    path("account/", include("smportal.account_urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("api/v1/docs/", api.docs, name="api-docs"),
    path("api/v1/", include((api.router.urls, "api"))),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]

handler400 = "smportal.errors.bad_request"
handler403 = "smportal.errors.forbidden"
handler404 = "smportal.errors.not_found"
handler429 = "smportal.errors.too_many"  # asked for by allauth
handler500 = "smportal.errors.server_error"
