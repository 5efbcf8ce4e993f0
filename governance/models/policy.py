from __future__ import annotations

from typing import Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from governance.models.domains import Domain
from governance.models.strategy import Strategy
from people.models import Team, User


class PolicyQuerySet(models.QuerySet["Policy"]):
    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)


class Policy(Timestamped):
    """A document by which the college lives; what it says stands in its versions."""

    class Kind(models.TextChoices):
        WEBCARE = "webcare", _("webcare policy")
        PROTOCOL = "protocol", _("protocol")
        CRISIS = "crisis", _("crisis plan")
        PRIVACY = "privacy", _("privacy")
        ACCOUNTS = "accounts", _("account rules")
        NEARNESS = "nearness", _("nearness and distance")
        VISION = "vision", _("vision")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("name in the address"), unique=True)
    domain = models.CharField(_("domain"), max_length=14, choices=Domain, blank=True)
    is_public = models.BooleanField(
        _("may be read without signing in"),
        default=False,
        help_text=_("By everybody who has the address, a poster's QR code for one."),
    )
    review_months = models.PositiveSmallIntegerField(
        _("look at it again every (months)"), default=12, validators=[MinValueValidator(1)]
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="owned_policies",
    )

    objects = PolicyQuerySet.as_manager()

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=Q(kind="webcare"), name="one_webcare_policy"
            ),
            models.UniqueConstraint(
                fields=["domain"], condition=Q(kind="vision"), name="one_vision_per_domain"
            ),
            models.CheckConstraint(
                condition=~Q(kind="vision") | ~Q(domain=""), name="a_vision_has_a_domain"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:policy-detail", args=[self.slug])


class PolicyVersionQuerySet(models.QuerySet["PolicyVersion"]):
    def in_force(self) -> Self:
        return self.filter(state=PolicyVersion.State.IN_FORCE)

    def open(self) -> Self:
        return self.filter(state__in=PolicyVersion.OPEN_STATES)

    def public(self) -> Self:
        """What may be read without signing in: was published, of a policy that is public."""
        published = [PolicyVersion.State.IN_FORCE, PolicyVersion.State.HISTORIC]
        return self.filter(policy__is_public=True, state__in=published).select_related(
            "policy", "approver", "fallback_team"
        )


class PolicyVersion(Timestamped):
    """One edition of a policy, readable for ever as it was.

    A webcare version carries the routing table (`rules`) and the fallback for what the rules leave
    open. `edition` counts saves, so that two people editing at once lose nothing.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        CONSULTED = "consulted", _("in consultation")
        SUBMITTED = "submitted", _("waiting for approval")
        IN_FORCE = "in_force", _("in force")
        HISTORIC = "historic", _("historic")
        REJECTED = "rejected", _("changes asked")

    OPEN_STATES = (State.DRAFT, State.CONSULTED, State.SUBMITTED, State.REJECTED)

    policy = models.ForeignKey(
        Policy,
        verbose_name=_("policy"),
        on_delete=models.PROTECT,
        related_name="versions",
        db_index=False,
    )
    number = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    summary = models.CharField(_("what changed"), max_length=300, blank=True)
    is_material = models.BooleanField(
        _("changes what is asked of people"),
        default=True,
        help_text=_("Who confirmed the previous version is asked to read this one too."),
    )
    button_text = models.CharField(_("text of the confirmation button"), max_length=60, blank=True)
    strategies = models.ManyToManyField(
        Strategy, verbose_name=_("core strategy that it serves"), blank=True, related_name="visions"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approver"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="policies_to_approve",
    )
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("writers"), blank=True, related_name="+"
    )
    decide_by = models.DateField(_("decide by"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decision_note = models.TextField(_("remark of the approver"), blank=True)
    in_force_from = models.DateTimeField(_("in force from"), null=True, blank=True)
    in_force_until = models.DateTimeField(_("in force until"), null=True, blank=True)
    edition = models.PositiveIntegerField(default=1, editable=False)
    fallback_team = models.ForeignKey(
        Team,
        verbose_name=_("team for what the rules leave open"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    fallback_target_minutes = models.PositiveIntegerField(
        _("response target for what the rules leave open (minutes)"), default=24 * 60
    )

    objects = PolicyVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("policy version")
        verbose_name_plural = _("policy versions")
        constraints = [
            models.UniqueConstraint(fields=["policy", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["policy"], condition=Q(state="in_force"), name="one_version_in_force"
            ),
            models.UniqueConstraint(
                fields=["policy"],
                condition=Q(state__in=["draft", "consulted", "submitted", "rejected"]),
                name="one_open_version",
            ),
            models.CheckConstraint(
                condition=~Q(state="in_force") | Q(in_force_from__isnull=False),
                name="in_force_since_some_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="in_force")
                | Q(approver__isnull=True)
                | Q(author__isnull=True)
                | ~Q(approver=F("author")),
                name="nobody_approves_their_own_policy",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.policy} v{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("governance:version-detail", args=[self.policy.slug, self.number])

    def is_written_by(self, user: User) -> bool:
        """Whether this person wrote any of it; who did, does not approve it."""
        return user.pk == self.author_id or self.writers.filter(pk=user.pk).exists()

    @property
    def is_editable(self) -> bool:
        return self.state in {self.State.DRAFT, self.State.REJECTED}
