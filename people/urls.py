from __future__ import annotations

from django.urls import path

from people import views

app_name = "people"
urlpatterns = [
    path("me/", views.profile, name="profile"),
    path("waiting/", views.waiting_list, name="waiting"),
    path("language/", views.language, name="language"),
    path("absence/", views.absence_list, name="absence-list"),
    path("absence/new/", views.absence_create, name="absence-create"),
    path("absence/<int:pk>/", views.absence_edit, name="absence-edit"),
    path("absence/<int:pk>/delete/", views.absence_delete, name="absence-delete"),
]
