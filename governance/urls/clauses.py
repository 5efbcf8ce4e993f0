"""What a clause makes the portal do."""

from __future__ import annotations

from django.urls import URLPattern, path

from governance.views import clauses

CLAUSE = "policies/<slug:slug>/<int:number>/clauses/<int:pk>/settings/"
urlpatterns: list[URLPattern] = [
    path("practice/", clauses.settings_in_force, name="settings-in-force"),
    path(CLAUSE, clauses.setting_choose, name="setting-choose"),
    path(f"{CLAUSE}<str:code>/", clauses.setting_edit, name="setting-edit"),
    path(f"{CLAUSE}<str:code>/remove/", clauses.setting_remove, name="setting-remove"),
]
