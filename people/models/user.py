from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from core import clock
from people.models.unit import Children, Unit

STAFF_NUMBER = RegexValidator(r"^[A-Za-z0-9][A-Za-z0-9._-]*\Z")


class Role(models.TextChoices):
    """What a person is here for; what may be done with it stands in each app's permissions."""

    MANAGER = "manager", _("manager")
    AGENT = "agent", _("webcare agent")
    SPOKESPERSON = "spokesperson", _("spokesperson")
    CHANNEL_OWNER = "channel_owner", _("channel owner")
    TEACHER = "teacher", _("teacher")
    TRAINER = "trainer", _("trainer")
    BOARD = "board", _("board")
    ADMINISTRATOR = "administrator", _("administrator")


class UserQuerySet(models.QuerySet["User"]):
    def with_role(self, *roles: Role) -> UserQuerySet:
        return self.filter(is_active=True, role_grants__role__in=roles).distinct()


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Users sign in with their e-mail address."""

    use_in_migrations = False

    def get_by_natural_key(self, username: str | None) -> User:
        user: User = self.get(email__iexact=username)
        return user

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user: User = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.create_user(email, password, is_staff=True, is_superuser=True, **fields)
        RoleGrant.objects.create(user=user, role=Role.ADMINISTRATOR)
        return user


class User(AbstractUser):
    """Someone who works with the portal."""

    class Language(models.TextChoices):
        DUTCH = "nl", _("Dutch")
        ENGLISH = "en", _("English")

    class Mailing(models.TextChoices):
        DAILY = "daily", _("every working day on which something is urgent or new")
        WEEKLY = "weekly", _("once a week")
        NEVER = "never", _("never")

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    staff_number = models.CharField(
        _("staff number"), max_length=30, blank=True, validators=[STAFF_NUMBER]
    )
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("unit"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )
    language = models.CharField(
        _("language"), max_length=2, choices=Language, default=Language.DUTCH
    )
    uses_shortcuts = models.BooleanField(
        _("single-key shortcuts"),
        default=True,
        help_text=_("Keys such as j, k and c in the inbox."),
    )
    wants_digest = models.CharField(
        _("mail about what waits for you"),
        max_length=6,
        choices=Mailing,
        default=Mailing.DAILY,
        help_text=_("What you must read and is late, we mail once a week in any case."),
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_user_per_email"),
            models.UniqueConstraint(
                fields=["staff_number"],
                condition=~Q(staff_number=""),
                name="one_user_per_staff_number",
                violation_error_message=_("Somebody else has this staff number."),
            ),
        ]
        indexes = [models.Index(fields=["name", "id"], name="user_by_name")]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0] if self.name else self.email

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles this person holds (one query, kept for the request)."""
        return frozenset(self.role_grants.values_list("role", flat=True))

    @cached_property
    def team_ids(self) -> frozenset[int]:
        """The teams this person works for today (one query, kept for the request).

        Their own, and those of colleagues who are away and chose this person as substitute.
        """
        own = self.memberships.values_list("team_id")
        stood_in_for = (
            self.substitutions.on(localdate(clock.now()))
            .filter(user__memberships__isnull=False)
            .values_list("user__memberships__team_id")
        )
        return frozenset(team_id for (team_id,) in own.union(stood_in_for))

    @cached_property
    def units_below(self) -> frozenset[int]:
        """The ids of the own unit and those below it."""
        return Unit.below(self._unit_tree, [self.unit_id]) if self.unit_id else frozenset()

    @cached_property
    def units_above(self) -> tuple[int, ...]:
        """The ids of the own unit and those above it, from here upwards."""
        if not self.unit_id:
            return ()
        parents = {pk: parent for parent, pks in self._unit_tree.items() for pk in pks}
        found: list[int] = []
        unit_id: int | None = self.unit_id
        while unit_id is not None and unit_id not in found:
            found.append(unit_id)
            unit_id = parents.get(unit_id)
        return tuple(found)

    @cached_property
    def _unit_tree(self) -> Children:
        """All units, read once for the request."""
        return Unit.objects.children()

    def has_role(self, *roles: Role) -> bool:
        return self.is_superuser or not self.roles.isdisjoint(roles)

    def grant(self, roles: Iterable[Role]) -> None:
        """Give these roles, beside what this person already holds."""
        RoleGrant.objects.bulk_create(
            [RoleGrant(user=self, role=role) for role in roles], ignore_conflicts=True
        )
        self.__dict__.pop("roles", None)


class RoleGrant(models.Model):
    """A role that a person holds, for the whole college."""

    user = models.ForeignKey(
        User,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="role_grants",
        db_index=False,
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], name="one_grant_per_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
