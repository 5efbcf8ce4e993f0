"""Enrolments, what is mine, and the addresses in mails and calendars."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import enrolment

urlpatterns: list[URLPattern] = [
    path("mine/", enrolment.my_training, name="my-training"),
    path("mine/new-address/", enrolment.feed_renew, name="feed-renew"),
    path("requests/", enrolment.request_list, name="request-list"),
    path("offerings/<int:pk>/ask/", enrolment.enrolment_ask, name="enrolment-ask"),
    path("offerings/<int:pk>/enrol/", enrolment.enrolment_by_hand, name="enrolment-by-hand"),
    path("enrolments/<int:pk>/decide/", enrolment.enrolment_decide, name="enrolment-decide"),
    path("enrolments/<int:pk>/<slug:step>/", enrolment.enrolment_step, name="enrolment-step"),
    path("answer/<str:token>/", enrolment.enrolment_answer, name="enrolment-answer"),
    path("calendar/<str:key>.ics", enrolment.calendar_feed, name="calendar-feed"),
]
