"""The mandate to post."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import mandates

urlpatterns: list[URLPattern] = [
    path("mandate/", mandates.my_mandate, name="my-mandate"),
    path("mandate/team/", mandates.mandate_team_list, name="mandate-team"),
    path("mandate/channels/<int:pk>/", mandates.channel_rights, name="channel-rights"),
    path(
        "mandate/channel-rights/<int:pk>/end/", mandates.channel_right_end, name="channel-right-end"
    ),
]
