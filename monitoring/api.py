"""The API on what came in and on whether every source works. Reading only."""

from __future__ import annotations

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, viewsets
from rest_framework.pagination import CursorPagination
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from core.clock import now
from monitoring import permissions
from monitoring.models import Mention, SearchTerm, Source
from monitoring.models.mention import MentionQuerySet
from people.models import User


class MaySeeMentions(BasePermission):
    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.user, User) and permissions.can_see_mentions(request.user)


class MentionSerializer(serializers.ModelSerializer[Mention]):
    """A mention. `terms` are the slugs of the search terms that find it."""

    terms = serializers.ListField(child=serializers.SlugField(), read_only=True)

    class Meta:
        model = Mention
        fields = (
            "id",
            "platform",
            "external_id",
            "source",
            "author_handle",
            "author_name",
            "title",
            "text",
            "url",
            "in_reply_to",
            "conversation",
            "published_at",
            "seen_at",
            "edited_at",
            "deleted_at",
            "lang",
            "sentiment",
            "sentiment_certainty",
            "threat",
            "threat_words",
            "is_relevant",
            "is_history",
            "is_own",
            "is_repost",
            "triaged_at",
            "terms",
        )


class MentionFilter(filters.FilterSet):  # type: ignore[misc]
    """`search` takes words as a search engine does; `term` is the slug of a search term."""

    search = filters.CharFilter(field_name="search", method="by_words")
    term = filters.CharFilter(field_name="matches__term__slug")
    published_after = filters.IsoDateTimeFilter(field_name="published_at", lookup_expr="gt")
    seen_after = filters.IsoDateTimeFilter(field_name="seen_at", lookup_expr="gt")

    class Meta:
        model = Mention
        fields = ("platform", "source", "sentiment", "threat", "lang", "is_relevant", "is_history")

    def by_words(self, found: MentionQuerySet, name: str, value: str) -> MentionQuerySet:
        return found.with_words(value)


class NewestFirst(CursorPagination):
    ordering = ("-published_at", "-id")
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200


class OldestSourceFirst(CursorPagination):
    ordering = "id"
    page_size = 100


@extend_schema(tags=["monitoring"])
class MentionViewSet(viewsets.ReadOnlyModelViewSet[Mention]):
    """What came in, newest first, whether a search term finds it or not."""

    queryset = Mention.objects.none()  # names the model for the schema
    serializer_class = MentionSerializer
    permission_classes = [MaySeeMentions]
    filterset_class = MentionFilter
    pagination_class = NewestFirst

    def get_queryset(self) -> QuerySet[Mention]:
        terms = SearchTerm.objects.filter(matches__mention=OuterRef("pk")).order_by("slug")
        return Mention.objects.defer("raw", "search").annotate(
            terms=ArraySubquery(terms.values("slug"))
        )


class SourceSerializer(serializers.ModelSerializer[Source]):
    """A source and how it does. `problem` is the fault in the language of the asker."""

    problem = serializers.SerializerMethodField()
    is_late = serializers.SerializerMethodField()

    class Meta:
        model = Source
        fields = (
            "id",
            "platform",
            "kind",
            "name",
            "channel",
            "address",
            "query",
            "is_active",
            "interval_seconds",
            "health",
            "fault",
            "problem",
            "failures",
            "is_late",
            "last_success_at",
            "last_item_at",
            "last_error_at",
            "next_poll_at",
            "unparsed_count",
            "rate_remaining",
            "rate_reset_at",
        )

    def get_problem(self, source: Source) -> str:
        return str(Source.Fault(source.fault).label) if source.fault else ""

    @extend_schema_field(bool)
    def get_is_late(self, source: Source) -> bool:
        return source.is_late(at=now())


@extend_schema(tags=["monitoring"])
class SourceViewSet(viewsets.ReadOnlyModelViewSet[Source]):
    """Where we listen, and whether it works."""

    queryset = Source.objects.all()
    serializer_class = SourceSerializer
    permission_classes = [MaySeeMentions]
    filterset_fields = ("platform", "kind", "health", "is_active", "channel")
    pagination_class = OldestSourceFirst
