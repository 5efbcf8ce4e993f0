"""The catalogue of courses."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import catalogue

urlpatterns: list[URLPattern] = [
    path("courses/", catalogue.course_list, name="course-list"),
    path("courses/new/", catalogue.course_create, name="course-create"),
    path("courses/ready/", catalogue.course_ready, name="course-ready"),
    path("courses/ready/<slug:code>/", catalogue.course_take, name="course-take"),
    path("courses/<slug:slug>/", catalogue.course_detail, name="course-detail"),
    path("courses/<slug:slug>/edit/", catalogue.course_edit, name="course-edit"),
    path("courses/<slug:slug>/publish/", catalogue.course_publish, name="course-publish"),
]
