"""The tree of trainers, and who took part."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import participation, trainers

export = participation.participation_export
urlpatterns: list[URLPattern] = [
    path("trainers/", trainers.trainer_tree, name="trainer-tree"),
    path("trainers/new/", trainers.trainership_create, name="trainership-create"),
    path("trainers/<int:pk>/end/", trainers.trainership_end, name="trainership-end"),
    path("participation/", participation.participation, name="participation"),
    path("participation.csv", export, {"form": "csv"}, name="participation-csv"),
    path("participation.xlsx", export, {"form": "xlsx"}, name="participation-xlsx"),
]
