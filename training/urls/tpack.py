"""The self-assessment after TPACK."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import tpack

urlpatterns: list[URLPattern] = [
    path("self-assessment/", tpack.tpack_list, name="tpack-list"),
    path("self-assessment/shared/", tpack.tpack_shared, name="tpack-shared"),
    path("self-assessment/<int:pk>/", tpack.tpack_detail, name="tpack-detail"),
    path("self-assessment/<int:pk>/<int:page>/", tpack.tpack_step, name="tpack-step"),
    path("self-assessment/<int:pk>/share/", tpack.tpack_share, name="tpack-share"),
    path("self-assessment/<int:pk>/delete/", tpack.tpack_delete, name="tpack-delete"),
]
