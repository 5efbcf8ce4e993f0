"""At the door: the list, the screen with the code, and checking in."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import attendance as views

SESSION = "sessions/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("attendance/", views.attendance_overview, name="attendance-overview"),
    path(f"{SESSION}attendance/", views.attendance_list, name="attendance-list"),
    path(f"{SESSION}attendance/rest/", views.attendance_rest, name="attendance-rest"),
    path(f"{SESSION}attendance/guests/", views.attendance_guests, name="attendance-guests"),
    path(f"{SESSION}attendance/<int:enrolment>/", views.attendance_note, name="attendance-note"),
    path(f"{SESSION}screen/", views.check_in_screen, name="check-in-screen"),
    path(f"{SESSION}check-in/", views.check_in, name="check-in"),
]
