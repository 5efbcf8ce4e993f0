from __future__ import annotations

from django.urls import path

from people import views
from people.views import colleagues, staff, staff_imports

app_name = "people"
urlpatterns = [
    path("me/", views.profile, name="profile"),
    path("waiting/", views.waiting_list, name="waiting"),
    path("language/", views.language, name="language"),
    path("absence/", views.absence_list, name="absence-list"),
    path("absence/new/", views.absence_create, name="absence-create"),
    path("absence/<int:pk>/", views.absence_edit, name="absence-edit"),
    path("absence/<int:pk>/delete/", views.absence_delete, name="absence-delete"),
    path("colleagues/", colleagues.suggestions, name="colleagues"),
    path("staff/", staff.staff_list, name="staff-list"),
    path("staff.csv", staff.staff_export, {"form": "csv"}, name="staff-csv"),
    path("staff.xlsx", staff.staff_export, {"form": "xlsx"}, name="staff-xlsx"),
    path("staff/import/", staff_imports.import_start, name="staff-import"),
    path("staff/import/template.csv", staff_imports.import_template, name="staff-template"),
    path("staff/import/<int:pk>/", staff_imports.import_detail, name="staff-import-detail"),
    path("staff/import/<int:pk>/apply/", staff_imports.import_apply, name="staff-import-apply"),
    path(
        "staff/import/<int:pk>/discard/",
        staff_imports.import_discard,
        name="staff-import-discard",
    ),
]
