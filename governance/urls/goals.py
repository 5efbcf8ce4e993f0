"""Core strategy, vision and goals."""

from __future__ import annotations

from django.urls import URLPattern, path

from governance.views.goals import deciding, figures, indicators, reading, start, strategy, writing

GOAL = "goals/<int:pk>/"
INDICATOR = "indicators/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("strategy/", strategy.strategy_list, name="strategy-list"),
    path("strategy/new/", strategy.strategy_edit, name="strategy-create"),
    path("strategy/<int:pk>/", strategy.strategy_edit, name="strategy-edit"),
    path("strategy/<int:pk>/move/", strategy.strategy_move, name="strategy-move"),
    path("strategy/<int:pk>/retire/", strategy.strategy_retire, name="strategy-retire"),
    path("vision/start/", start.vision_start_page, name="vision-start"),
    path("vision/start/<slug:domain>/", start.vision_start_page, name="vision-start-domain"),
    path("vision/start/<slug:domain>/write/", start.vision_write, name="vision-write"),
    path("goals/", reading.goal_list, name="goal-list"),
    path("goals/new/", writing.goal_create, name="goal-create"),
    path("goals/library/", writing.goal_library, name="goal-library"),
    path("goals/library/<slug:code>/", writing.goal_preview, name="goal-preview"),
    path("goals/library/<slug:code>/take/", writing.goal_take, name="goal-take"),
    path(GOAL, reading.goal_detail, name="goal-detail"),
    path(f"{GOAL}edit/", writing.goal_edit, name="goal-edit"),
    path(f"{GOAL}submit/", deciding.goal_submit, name="goal-submit"),
    path(f"{GOAL}decide/", deciding.goal_decide, name="goal-decide"),
    path(f"{GOAL}take-back/", deciding.goal_take_back, name="goal-take-back"),
    path(f"{GOAL}end/", deciding.goal_end, name="goal-end"),
    path(f"{GOAL}reopen/", deciding.goal_reopen, name="goal-reopen"),
    path(f"{GOAL}indicators/new/", indicators.indicator_create, name="indicator-create"),
    path(INDICATOR, indicators.indicator_detail, name="indicator-detail"),
    path(f"{INDICATOR}edit/", indicators.indicator_edit, name="indicator-edit"),
    path(f"{INDICATOR}delete/", indicators.indicator_delete, name="indicator-delete"),
    path(f"{INDICATOR}readings/new/", figures.reading_create, name="reading-create"),
    path(f"{INDICATOR}readings/import/", figures.reading_import, name="reading-import"),
    path(f"{INDICATOR}readings.csv", figures.reading_export, name="reading-export"),
    path("readings/<int:pk>/", figures.reading_edit, name="reading-edit"),
    path("readings/<int:pk>/delete/", figures.reading_delete, name="reading-delete"),
]
