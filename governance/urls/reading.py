"""Who must read a policy, confirming it, its quiz, and how far everybody is."""

from __future__ import annotations

from django.urls import path

from governance.views import confirming, progress, quizzes, readerships

POLICY = "policies/<slug:slug>/"
QUIZ = "policies/<slug:slug>/<int:number>/quiz/"
urlpatterns = [
    path("confirmations/", confirming.confirmation_list, name="confirmation-list"),
    path(f"{POLICY}confirm/", confirming.policy_confirm, name="policy-confirm"),
    path(f"{POLICY}confirmed/", confirming.policy_confirmed, name="policy-confirmed"),
    path(f"{POLICY}readers/new/", readerships.readership_edit, name="readership-create"),
    path(f"{POLICY}readers/count/", readerships.readership_count, name="readership-count"),
    path(f"{POLICY}readers/<int:pk>/", readerships.readership_edit, name="readership-edit"),
    path(
        f"{POLICY}readers/<int:pk>/delete/",
        readerships.readership_delete,
        name="readership-delete",
    ),
    path(f"{POLICY}progress/", progress.policy_progress, name="policy-progress"),
    path(f"{POLICY}progress/summary/", progress.progress_summary, name="progress-summary"),
    path(f"{POLICY}progress/names/", progress.progress_names, name="progress-names"),
    path(f"{POLICY}progress/export/", progress.progress_export, name="progress-export"),
    path(f"{POLICY}progress/remind/", progress.progress_remind, name="progress-remind"),
    path(QUIZ, quizzes.quiz_edit, name="quiz-edit"),
    path(f"{QUIZ}new/", quizzes.question_edit, name="question-create"),
    path(f"{QUIZ}<int:pk>/", quizzes.question_edit, name="question-edit"),
    path(f"{QUIZ}<int:pk>/move/", quizzes.question_move, name="question-move"),
    path(f"{QUIZ}<int:pk>/delete/", quizzes.question_delete, name="question-delete"),
]
