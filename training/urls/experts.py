"""Experts who want to be asked, and the questions to them."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import experts, questions

QUESTION = "questions/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("experts/", experts.expert_list, name="expert-list"),
    path("experts/me/", experts.expert_profile, name="expert-profile"),
    path("experts/me/leave/", experts.expert_leave, name="expert-leave"),
    path("questions/", questions.question_list, name="question-list"),
    path("questions/new/", questions.question_create, name="question-create"),
    path(QUESTION, questions.question_detail, name="question-detail"),
    path(f"{QUESTION}answer/", questions.question_answer, name="question-answer"),
    path(f"{QUESTION}pass/", questions.question_pass, name="question-pass"),
    path(f"{QUESTION}assign/", questions.question_assign, name="question-assign"),
    path(f"{QUESTION}<slug:name>/", questions.question_step, name="question-step"),
]
