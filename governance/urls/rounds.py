"""Rounds of the questionnaire, and the questionnaire itself."""

from __future__ import annotations

from django.urls import URLPattern, path

from governance.views.rounds import answering, inviting, preparing, reporting

ONE = "rounds/<int:pk>/"
FORM = "questionnaire/<slug:token>/"
urlpatterns: list[URLPattern] = [
    path("rounds/", preparing.round_list, name="round-list"),
    path("rounds/new/", preparing.round_create, name="round-create"),
    path(ONE, preparing.round_detail, name="round-detail"),
    path(f"{ONE}edit/", preparing.round_edit, name="round-edit"),
    path(f"{ONE}open/", preparing.round_open, name="round-open"),
    path(f"{ONE}close/", preparing.round_close, name="round-close"),
    path(f"{ONE}delete/", preparing.round_delete, name="round-delete"),
    path(f"{ONE}again/", preparing.round_again, name="round-again"),
    path(f"{ONE}<slug:group>/invited/", inviting.round_invited, name="round-invited"),
    path(f"{ONE}<slug:group>/poster/", inviting.round_poster, name="round-poster"),
    path(f"{ONE}<slug:group>/codes/", inviting.round_codes, name="round-codes"),
    path(f"{ONE}report/", reporting.round_report, name="round-report"),
    path(f"{ONE}report.pdf", reporting.round_pdf, name="round-pdf"),
    path(f"{ONE}report.csv", reporting.round_csv, name="round-csv"),
    # public
    path("questionnaire/", answering.enter_code, name="questionnaire-code"),
    path(FORM, answering.welcome, name="questionnaire"),
    path(f"{FORM}continue/", answering.go_on, name="questionnaire-continue"),
    path(f"{FORM}later/", answering.later, name="questionnaire-later"),
    path(f"{FORM}finish/", answering.finish, name="questionnaire-finish"),
    path(f"{FORM}another/", answering.another, name="questionnaire-another"),
    path(f"{FORM}<int:number>/", answering.step, name="questionnaire-step"),
]
