from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django_filters import rest_framework as filters
from rest_framework import serializers, viewsets
from rest_framework.pagination import CursorPagination

from core.clock import now
from monitoring.models import Mention
from people.models import User
from webcare.models import Reply, Ticket, TicketMessage
from webcare.models.ticket import TicketQuerySet


class MessageSerializer(serializers.ModelSerializer[Mention]):
    class Meta:
        model = Mention
        fields = (
            "id",
            "platform",
            "external_id",
            "author_handle",
            "author_name",
            "title",
            "text",
            "url",
            "in_reply_to",
            "published_at",
            "edited_at",
            "deleted_at",
            "lang",
            "sentiment",
            "threat",
        )


class ReplySerializer(serializers.ModelSerializer[Reply]):
    author = serializers.StringRelatedField[User]()

    class Meta:
        model = Reply
        fields = (
            "id",
            "mention",
            "author",
            "text",
            "state",
            "created_at",
            "sent_at",
            "external_id",
            "external_url",
            "error",
        )


class TicketSerializer(serializers.ModelSerializer[Ticket]):
    """A ticket in a list. `team` is the code of the queue."""

    team = serializers.SlugRelatedField(slug_field="code", read_only=True)  # type: ignore[var-annotated]
    owner = serializers.StringRelatedField[User]()
    policy_version = serializers.IntegerField(
        source="policy_version.number", default=None, read_only=True
    )

    class Meta:
        model = Ticket
        fields: tuple[str, ...] = (
            "id",
            "subject",
            "team",
            "platform",
            "author_handle",
            "author_name",
            "category",
            "priority",
            "threat",
            "is_unsure",
            "needs_approval",
            "state",
            "outcome",
            "owner",
            "opened_at",
            "due_at",
            "first_answered_at",
            "closed_at",
            "changed_at",
            "policy_version",
            "rule_name",
            "reasons",
        )


class TicketDetailSerializer(TicketSerializer):
    """A ticket with what was said in it."""

    messages = serializers.SerializerMethodField()
    replies = ReplySerializer(many=True, read_only=True)

    class Meta(TicketSerializer.Meta):
        fields = (*TicketSerializer.Meta.fields, "messages", "replies")

    def get_messages(self, ticket: Ticket) -> list[dict[str, Any]]:
        mentions = [message.mention for message in ticket.messages.all()]
        return [dict(MessageSerializer(mention).data) for mention in mentions]


class TicketFilter(filters.FilterSet):  # type: ignore[misc]
    """`changed_after` makes it cheap to follow what happens."""

    team = filters.CharFilter(field_name="team__code")
    changed_after = filters.IsoDateTimeFilter(field_name="changed_at", lookup_expr="gt")
    is_overdue = filters.BooleanFilter(method="only_overdue")

    class Meta:
        model = Ticket
        fields = ("state", "platform", "priority", "threat", "is_unsure")

    def only_overdue(self, tickets: TicketQuerySet, name: str, value: bool) -> TicketQuerySet:
        return tickets.overdue(at=now()) if value else tickets


class NewestFirst(CursorPagination):
    ordering = "-id"
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200


class TicketViewSet(viewsets.ReadOnlyModelViewSet[Ticket]):
    """The tickets that you may see, newest first."""

    queryset = Ticket.objects.none()  # names the model for the schema
    filterset_class = TicketFilter
    pagination_class = NewestFirst

    def get_serializer_class(self) -> type[TicketSerializer]:
        return TicketDetailSerializer if self.action == "retrieve" else TicketSerializer

    def get_queryset(self) -> QuerySet[Ticket]:
        user = self.request.user
        if not isinstance(user, User):  # while the schema is made
            return Ticket.objects.none()
        tickets = Ticket.objects.visible_to(user).select_related("team", "owner", "policy_version")
        if self.action != "retrieve":
            return tickets
        heard = TicketMessage.objects.select_related("mention")
        messages = Prefetch("messages", heard.defer("mention__raw", "mention__search"))
        replies = Prefetch("replies", Reply.objects.select_related("author"))
        return tickets.prefetch_related(messages, replies)
