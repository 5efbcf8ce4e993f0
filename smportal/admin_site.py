"""The admin of the portal: signing in goes through allauth, so a second factor counts here too."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.db.models.base import ModelBase
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

# What packages would show here but nobody may see or change by hand: secrets, and rights that we
# arrange with roles.
HIDDEN = {"auth.group", "account.emailaddress", "mfa.authenticator", "authtoken.tokenproxy"}


class AdminSite(admin.AdminSite):
    site_header = _("SMPortal administration")
    site_title = _("SMPortal administration")
    index_title = _("Administration")

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response: HttpResponse = secure_admin_login(super().login)(request, extra_context)
        return response

    def logout(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("account_logout")

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        is_one = isinstance(model_or_iterable, ModelBase)
        models: list[Any] = [model_or_iterable] if is_one else list(model_or_iterable)
        shown = [model for model in models if model._meta.label_lower not in HIDDEN]
        super().register(shown, admin_class, **options)
