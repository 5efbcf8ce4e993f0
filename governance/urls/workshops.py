"""Live vision workshops: preparing, leading, looking back; and the pages of the phones."""

from __future__ import annotations

from django.urls import path

from governance.views.workshops import choosing, leading, looking_back, preparing, taking_part

ONE = "workshops/<int:pk>/"
STATEMENT = f"{ONE}statements/<int:statement>/"
PROPOSAL = f"{ONE}proposals/<int:proposal>/"
ROOM = "join/<str:code>/"
urlpatterns = [
    path("workshops/", preparing.workshop_list, name="workshop-list"),
    path("workshops/new/", preparing.workshop_create, name="workshop-create"),
    path(ONE, preparing.workshop_detail, name="workshop-detail"),
    path(f"{ONE}edit/", preparing.workshop_edit, name="workshop-edit"),
    path(f"{ONE}statements/", preparing.statement_add, name="statement-add"),
    path(STATEMENT, preparing.statement_edit, name="statement-edit"),
    path(f"{STATEMENT}move/", preparing.statement_move, name="statement-move"),
    path(f"{STATEMENT}delete/", preparing.statement_delete, name="statement-delete"),
    path(f"{ONE}run/", leading.workshop_run, name="workshop-run"),
    path(f"{ONE}step/", leading.workshop_step, name="workshop-step"),
    path(f"{ONE}show/", leading.workshop_show, name="workshop-show"),
    path(f"{STATEMENT}notes/", leading.workshop_note, name="workshop-note"),
    path(f"{ONE}close/", leading.workshop_close, name="workshop-close"),
    path(f"{ONE}proposals/", choosing.proposal_add, name="proposal-add"),
    path(f"{PROPOSAL}reword/", choosing.proposal_reword, name="proposal-reword"),
    path(f"{PROPOSAL}merge/", choosing.proposal_merge, name="proposal-merge"),
    path(f"{PROPOSAL}hide/", choosing.proposal_hide, name="proposal-hide"),
    path(f"{PROPOSAL}place/", choosing.proposal_place, name="proposal-place"),
    path(f"{PROPOSAL}owner/", choosing.proposal_owner, name="proposal-owner"),
    path(f"{ONE}goals/", choosing.goals_make, name="workshop-goals"),
    path(f"{ONE}replay/", looking_back.workshop_replay, name="workshop-replay"),
    path(f"{ONE}export.csv", looking_back.workshop_export, name="workshop-export"),
    path(f"{ONE}minutes.pdf", looking_back.workshop_minutes, name="workshop-minutes"),
    path("join/", taking_part.room_join, name="room-join"),
    path("join/news/<str:token>/", taking_part.room_news, name="room-news"),
    path(ROOM, taking_part.room, name="room"),
    path(f"{ROOM}enter/", taking_part.room_enter, name="room-enter"),
    path(f"{ROOM}vote/", taking_part.room_vote, name="room-vote"),
    path(f"{ROOM}propose/", taking_part.room_propose, name="room-propose"),
    path(f"{ROOM}choose/", taking_part.room_choose, name="room-choose"),
]
