"""The API on what everybody may read. Reading only."""

from __future__ import annotations

from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, viewsets
from rest_framework.pagination import CursorPagination

from training.domain import knowledge, knowledge_search
from training.models import Article
from training.models.article import ArticleQuerySet


class ArticleSerializer(serializers.ModelSerializer[Article]):
    """An article of the knowledge base. `body` is Markdown; `url` is its public page."""

    url = serializers.SerializerMethodField()

    class Meta:
        model = Article
        fields = (
            "slug",
            "kind",
            "theme",
            "language",
            "title",
            "summary",
            "body",
            "url",
            "published_at",
            "updated_at",
        )

    @extend_schema_field(str)
    def get_url(self, article: Article) -> str:
        return knowledge.public_link(article)


class ArticleFilter(filters.FilterSet):  # type: ignore[misc]
    """`search` takes words, as the search of the page does."""

    search = filters.CharFilter(field_name="search", method="by_words")

    class Meta:
        model = Article
        fields = ("language", "theme", "kind")

    def by_words(self, found: ArticleQuerySet, name: str, value: str) -> ArticleQuerySet:
        return knowledge_search.with_words(found, value)


class NewestFirst(CursorPagination):
    ordering = ("-updated_at", "-id")
    page_size = 50


@extend_schema(tags=["training"])
class ArticleViewSet(viewsets.ReadOnlyModelViewSet[Article]):
    """The public articles, newest first."""

    queryset = Article.objects.none()  # names the model for the schema
    serializer_class = ArticleSerializer
    filterset_class = ArticleFilter
    pagination_class = NewestFirst
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet[Article]:
        return Article.objects.public().defer("search", "plain")
