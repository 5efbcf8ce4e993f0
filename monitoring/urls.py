from __future__ import annotations

from django.urls import path

from monitoring.views import channels, mentions, retention, sources, terms

app_name = "monitoring"
urlpatterns = [
    path("", mentions.mention_list, name="mention-list"),
    path("mentions/<int:pk>/", mentions.mention_detail, name="mention-detail"),
    path("terms/", terms.term_list, name="term-list"),
    path("terms/new/", terms.term_create, name="term-create"),
    path("terms/try/", terms.term_try, name="term-try"),
    path("terms/<int:pk>/", terms.term_detail, name="term-detail"),
    path("terms/<int:pk>/edit/", terms.term_edit, name="term-edit"),
    path("terms/<int:pk>/stop/", terms.term_stop, name="term-stop"),
    path("terms/<int:pk>/resume/", terms.term_resume, name="term-resume"),
    path("terms/<int:pk>/delete/", terms.term_delete, name="term-delete"),
    path("sources/", sources.source_list, name="source-list"),
    path("sources/new/", sources.source_create, name="source-create"),
    path("sources/feed-preview/", sources.feed_preview, name="feed-preview"),
    path("sources/<int:pk>/", sources.source_detail, name="source-detail"),
    path("sources/<int:pk>/edit/", sources.source_edit, name="source-edit"),
    path("sources/<int:pk>/pause/", sources.source_pause, name="source-pause"),
    path("sources/<int:pk>/resume/", sources.source_resume, name="source-resume"),
    path("sources/<int:pk>/poll/", sources.source_poll, name="source-poll"),
    path("retention/<int:pk>/", retention.retention_preview, name="retention-preview"),
    path("channels/", channels.channel_list, name="channel-list"),
    path("channels/new/", channels.channel_create, name="channel-create"),
    path("channels/<int:pk>/", channels.channel_detail, name="channel-detail"),
    path("channels/<int:pk>/edit/", channels.channel_edit, name="channel-edit"),
]
