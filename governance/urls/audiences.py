"""Audiences and surveys among them."""

from __future__ import annotations

from django.urls import path

from governance.views import audiences, survey_public, surveys, use

urlpatterns = [
    path("audiences/", audiences.audience_list, name="audience-list"),
    path("audiences/new/", audiences.audience_create, name="audience-create"),
    path("audiences/examples/", use.examples, name="use-examples"),
    path("audiences/import/", use.use_import_page, name="use-import"),
    path("audiences/import/template/", use.use_template, name="use-template"),
    path("audiences/export/", use.use_export, name="use-export"),
    path("audiences/use/<int:pk>/delete/", use.use_delete, name="use-delete"),
    path("audiences/<slug:code>/", audiences.audience_detail, name="audience-detail"),
    path("audiences/<slug:code>/edit/", audiences.audience_edit, name="audience-edit"),
    path("audiences/<slug:code>/move/", audiences.audience_move, name="audience-move"),
    path("audiences/<slug:code>/use/", use.use_create, name="use-create"),
    path("surveys/", surveys.survey_list, name="survey-list"),
    path("surveys/new/", surveys.survey_create, name="survey-create"),
    path("surveys/<int:pk>/", surveys.survey_detail, name="survey-detail"),
    path("surveys/<int:pk>/edit/", surveys.survey_edit, name="survey-edit"),
    path("surveys/<int:pk>/step/", surveys.survey_step, name="survey-step"),
    path("surveys/<int:pk>/poster/", surveys.survey_poster, name="survey-poster"),
    path("surveys/<int:pk>/export/", surveys.survey_export, name="survey-export"),
    path("survey/<uuid:token>/", survey_public.survey_answer, name="survey-answer"),
    path("survey/<uuid:token>/thanks/", survey_public.survey_thanks, name="survey-thanks"),
]
