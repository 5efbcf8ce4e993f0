"""The API for HR: who works here, one person at a time, by staff number.

`PUT` makes or changes an account and can be repeated; `DELETE` lets somebody in no more and keeps
what they did. It is the same comparison and the same change as the file of the page.
"""

from __future__ import annotations

from typing import Any, cast

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import mixins, serializers, status, viewsets
from rest_framework.exceptions import APIException, NotFound, ValidationError
from rest_framework.pagination import CursorPagination
from rest_framework.parsers import JSONParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from people import permissions
from people.domain.staff import records, upserting
from people.domain.staff.comparing import Kind
from people.domain.staff.records import Fault, Problem
from people.models import Role, User

FIELDS = {
    Fault.NO_NAME: "name",
    Fault.LONG_NAME: "name",
    Fault.NO_EMAIL: "email",
    Fault.BAD_EMAIL: "email",
    Fault.EMAIL_TAKEN: "email",
    Fault.OTHER_NUMBER: "email",
    Fault.BAD_NUMBER: "staff_number",
    Fault.LONG_UNIT: "unit",
    Fault.UNKNOWN_UNIT: "unit",
    Fault.UNKNOWN_ROLE: "roles",
}
"""Beside which field a problem of a record is told; the others are about the record as a whole."""


class MayManageStaff(BasePermission):
    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.user, User) and permissions.can_manage_staff(request.user)


class Conflict(APIException):
    status_code = status.HTTP_409_CONFLICT
    default_code = "conflict"


class StaffSerializer(serializers.ModelSerializer[User]):
    """Somebody who works here. `unit` is the name of the unit."""

    unit = serializers.CharField(source="unit.name", default="", read_only=True)
    roles = serializers.SerializerMethodField()

    class Meta:
        model = User
        fields = ("staff_number", "name", "email", "unit", "roles", "is_active", "last_login")

    def get_roles(self, user: User) -> list[str]:
        return sorted(grant.role for grant in user.role_grants.all())


class StaffRecordSerializer(serializers.Serializer[Any]):
    """What HR says of a person. A `unit` or `roles` that is left out stays as it is."""

    name = serializers.CharField(max_length=150)
    email = serializers.EmailField(max_length=254)
    unit = serializers.CharField(max_length=120, required=False)
    roles = serializers.ListField(child=serializers.ChoiceField(Role.choices), required=False)
    is_active = serializers.BooleanField(default=True)
    make_unit = serializers.BooleanField(
        default=False, help_text="Make the unit when it does not exist yet."
    )


class StaffFilter(filters.FilterSet):  # type: ignore[misc]
    """`unit` is the name of a unit, `search` a part of name, address or number."""

    unit = filters.CharFilter(field_name="unit__name", lookup_expr="iexact")
    role = filters.ChoiceFilter(field_name="role_grants__role", choices=Role.choices)
    search = filters.CharFilter(field_name="name", method="by_words")

    class Meta:
        model = User
        fields = ("is_active",)

    def by_words(self, found: QuerySet[User], name: str, value: str) -> QuerySet[User]:
        return found.filter(
            Q(name__icontains=value)
            | Q(email__icontains=value)
            | Q(staff_number__istartswith=value)
        )


class ByNumber(CursorPagination):
    ordering = "staff_number"
    page_size = 100
    page_size_query_param = "page_size"
    max_page_size = 500


@extend_schema(tags=["staff"])
class StaffViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet[User]):
    """Everybody with a staff number. Only for administrators."""

    queryset = User.objects.none()  # names the model for the schema
    serializer_class = StaffSerializer
    permission_classes = [MayManageStaff]
    filterset_class = StaffFilter
    pagination_class = ByNumber
    parser_classes = [JSONParser]  # in a form, a tick that is left out would mean no
    lookup_field = "staff_number"
    lookup_value_regex = r"[A-Za-z0-9][A-Za-z0-9._-]{0,29}"

    def get_queryset(self) -> QuerySet[User]:
        known: QuerySet[User] = User.objects.exclude(staff_number="")
        return known.select_related("unit").prefetch_related("role_grants")

    @extend_schema(
        request=StaffRecordSerializer,
        responses={
            200: StaffSerializer,
            201: StaffSerializer,
            400: OpenApiResponse(description="What is wrong, for each field."),
            409: OpenApiResponse(description="Not now, or not this person; nothing was changed."),
        },
    )
    def update(self, request: Request, staff_number: str) -> Response:
        """Make or change the account of this person; repeating it changes nothing."""
        asked = StaffRecordSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        record = _record(staff_number, asked.validated_data)
        with _Told():
            user, kind = upserting.upsert(
                record,
                by=cast(User, request.user),
                makes_units=asked.validated_data["make_unit"],
            )
        shown = self.get_serializer(self.get_queryset().get(pk=user.pk)).data
        made = kind == Kind.NEW
        return Response(shown, status.HTTP_201_CREATED if made else status.HTTP_200_OK)

    @extend_schema(
        responses={
            204: None,
            409: OpenApiResponse(description="Yourself, or the last administrator."),
        }
    )
    def destroy(self, request: Request, staff_number: str) -> Response:
        """Deactivate: this person can sign in no more. What they did stays."""
        with _Told():
            upserting.deactivate(self.get_object(), by=cast(User, request.user))
        return Response(status=status.HTTP_204_NO_CONTENT)


class _Told:
    """Turns what the domain objects to into an answer of the API."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, upserting.Refused):
            raise _refusal(error.problem) from error
        if isinstance(error, upserting.NotHere):
            text = _("This person has no account and none is made for somebody who left.")
            raise NotFound(text) from error
        if isinstance(error, upserting.Busy):
            text = _("Somebody else changes this person at this moment. Ask again.")
            raise Conflict(text) from error


def _refusal(problem: Problem) -> APIException:
    """Beside its field; a record that would lock somebody out is a conflict."""
    if problem.fault in {Fault.YOURSELF, Fault.LAST}:
        return Conflict(str(problem))
    return ValidationError({FIELDS.get(problem.fault, "non_field_errors"): [str(problem)]})


def _record(staff_number: str, data: dict[str, Any]) -> records.Record:
    roles = data.get("roles")
    return records.Record(
        line=1,
        staff_number=staff_number,
        name=" ".join(data["name"].split()),
        email=data["email"],
        unit=" ".join(data.get("unit", "").split()) or None,
        roles=None if roles is None else tuple(sorted(set(roles))),
        is_active=data["is_active"],
    )
