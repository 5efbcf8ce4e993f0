"""The knowledge base: for colleagues, and the pages that everybody may read."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import knowledge, knowledge_public, knowledge_writing

ARTICLE = "knowledge/articles/<slug:slug>/"
PUBLIC = "answers/<slug:slug>/"
urlpatterns: list[URLPattern] = [
    path("knowledge/", knowledge.article_list, name="article-list"),
    path("knowledge/stale/", knowledge.article_stale, name="article-stale"),
    path("knowledge/most-used/", knowledge.article_most_used, name="article-most-used"),
    path("knowledge/new/", knowledge_writing.article_create, name="article-create"),
    path("knowledge/start/", knowledge_writing.article_start, name="article-start"),
    path(ARTICLE, knowledge.article_detail, name="article-detail"),
    path(f"{ARTICLE}versions/", knowledge.article_versions, name="article-versions"),
    path(f"{ARTICLE}edit/", knowledge_writing.article_edit, name="article-edit"),
    path(f"{ARTICLE}move/", knowledge_writing.article_move, name="article-move"),
    path(f"{ARTICLE}reviewed/", knowledge_writing.article_reviewed, name="article-reviewed"),
    path(f"{ARTICLE}useful/", knowledge.article_vote, name="article-vote"),
    path("answers/", knowledge_public.public_articles, name="public-articles"),
    path(PUBLIC, knowledge_public.public_article, name="public-article"),
    path(f"{PUBLIC}useful/", knowledge_public.public_vote, name="public-vote"),
]
