"""Which channels we choose, and closing one."""

from __future__ import annotations

from django.urls import path

from governance.views import channel_deciding, channels

urlpatterns = [
    path("channels/", channels.choice_list, name="choice-list"),
    path("channels/new/", channels.choice_create, name="choice-create"),
    path("channels/<int:pk>/", channels.choice_detail, name="choice-detail"),
    path("channels/<int:pk>/edit/", channels.choice_edit, name="choice-edit"),
    path("channels/<int:pk>/decide/", channel_deciding.choice_decide, name="choice-decide"),
    path(
        "channels/<int:pk>/reconsider/",
        channel_deciding.choice_reconsider,
        name="choice-reconsider",
    ),
    path("channels/<int:pk>/scores/<slug:code>/", channels.choice_score, name="choice-score"),
    path("channels/<int:pk>/close/", channel_deciding.closing_start, name="closing-start"),
    path(
        "channels/<int:pk>/close/<slug:code>/", channel_deciding.closing_step, name="closing-step"
    ),
    path("channels/<int:pk>/end/", channel_deciding.closing_end, name="closing-end"),
    path("our-channels/", channels.our_channels, name="our-channels"),
]
