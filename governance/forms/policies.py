"""Well-formed input for policies and their versions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.formfields import has_rows
from governance.content.papers import Paper
from governance.domain import clauses
from governance.domain.clause_settings import DEFAULT_TARGET
from governance.forms.rules import minutes_field, offer
from governance.forms.seen import FilledIn
from governance.models import Policy, PolicyVersion, Strategy
from people.models import Role, User

LONGEST_SLUG = 50
RESERVED = {"", "new"}


class DateInput(forms.DateInput):
    """The browser's own calendar, which sends and wants ISO dates."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class PolicyForm(forms.ModelForm[Policy]):
    """A new policy; its address follows from its title."""

    class Meta:
        model = Policy
        fields = ("kind", "domain", "title")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "domain" in self.fields:
            self.fields["domain"].help_text = _("Only a vision is about one domain.")

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        self.instance.slug = slugify(title)[:LONGEST_SLUG].strip("-")
        taken = Policy.objects.filter(slug=self.instance.slug).exists()
        if taken or self.instance.slug in RESERVED:
            raise forms.ValidationError(_("There is already a policy with this title."))
        return title

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        if kind == Policy.Kind.WEBCARE and Policy.objects.of_kind(kind).exists():
            raise forms.ValidationError(_("There is one webcare policy; start a change of it."))
        return kind

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("kind") != Policy.Kind.VISION:
            cleaned["domain"] = ""
        elif not cleaned.get("domain"):
            self.add_error("domain", _("Choose which domain this vision is about."))
        elif Policy.objects.filter(kind=Policy.Kind.VISION, domain=cleaned["domain"]).exists():
            self.add_error("domain", _("There is a vision for this domain; start a change of it."))
        return cleaned


class FromPaperForm(PolicyForm):
    """The same from a template, which knows its kind and its domain."""

    class Meta:
        model = Policy
        fields = ("title",)

    def __init__(self, *args: Any, paper: Paper, **kwargs: Any) -> None:
        super().__init__(*args, initial={"title": paper.title}, **kwargs)
        self.instance.kind, self.instance.domain = paper.kind, paper.domain

    def clean(self) -> dict[str, Any]:
        cleaned = dict(self.cleaned_data)
        kind, domain = self.instance.kind, self.instance.domain
        if kind == Policy.Kind.WEBCARE and Policy.objects.of_kind(kind).exists():
            self.add_error(None, _("There is one webcare policy; start a change of it."))
        if kind == Policy.Kind.VISION and Policy.objects.filter(kind=kind, domain=domain).exists():
            self.add_error(None, _("There is a vision for this domain; start a change of it."))
        return cleaned


class VersionForm(FilledIn, forms.ModelForm[PolicyVersion]):
    """What a version says about itself, beside its clauses. `edition` is what was seen."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    fallback_target_minutes = minutes_field(_("Answer what the rules leave open within"))

    class Meta:
        model = PolicyVersion
        fields = (
            "summary",
            "is_material",
            "button_text",
            "strategies",
            "fallback_team",
            "fallback_target_minutes",
        )
        widgets = {"strategies": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].initial = self.instance.edition
        offer(self.fields["fallback_target_minutes"], self.instance.fallback_target_minutes)
        self.fields["button_text"].widget.attrs["placeholder"] = gettext("Read and understood")
        if self.instance.policy.kind != Policy.Kind.WEBCARE:
            del self.fields["fallback_team"], self.fields["fallback_target_minutes"]
        elif clauses.states(self.instance, DEFAULT_TARGET):  # it is set there
            del self.fields["fallback_target_minutes"]
        if self.instance.policy.kind != Policy.Kind.VISION:
            del self.fields["strategies"]
        else:
            self._offer_strategies()

    def _offer_strategies(self) -> None:
        field = self.fields["strategies"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101
        offered = Strategy.objects.filter(Q(is_current=True) | Q(visions=self.instance))
        field.queryset = offered.distinct().order_by("position", "title")


class SubmitForm(forms.Form):
    """Who must decide, and by when: a named person, and none of the writers."""

    approver = forms.ModelChoiceField(label=_("Who decides"), queryset=User.objects.none())
    decide_by = forms.DateField(label=_("Decide by"), required=False, widget=DateInput)

    def __init__(self, *args: Any, version: PolicyVersion, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        approver = self.fields["approver"]
        assert isinstance(approver, forms.ModelChoiceField)  # noqa: S101
        deciders = User.objects.with_role(Role.MANAGER, Role.BOARD).exclude(
            pk__in=[by.pk, version.author_id or by.pk]
        )
        writers = version.writers.values("pk")
        approver.queryset = deciders.exclude(pk__in=writers).order_by("name")

    @property
    def has_deciders(self) -> bool:
        return has_rows(self.fields["approver"])

    def clean_decide_by(self) -> date | None:
        day: date | None = self.cleaned_data["decide_by"]
        if day and day < localdate(now()):
            raise forms.ValidationError(_("This day is over already."))
        return day


class DecisionForm(forms.Form):
    """The approver's word; asking for changes needs a reason."""

    approves = forms.BooleanField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Remark"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("approves") and not cleaned.get("note", "").strip():
            self.add_error("note", _("Say what has to change, so that the author can go on."))
        return cleaned


class OwnershipForm(forms.ModelForm[Policy]):
    """What the owner arranges about a policy: who owns it, its review, who may read it."""

    class Meta:
        model = Policy
        fields = ("owner", "review_months", "is_public")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ModelChoiceField)  # noqa: S101
        governors = User.objects.with_role(Role.MANAGER, Role.BOARD, Role.ADMINISTRATOR)
        owner.queryset = governors.order_by("name")


class CompareForm(forms.Form):
    """Two versions of one policy; only those that the reader may see are offered."""

    before = forms.TypedChoiceField(label=_("From version"), coerce=int)
    after = forms.TypedChoiceField(label=_("To version"), coerce=int)

    def __init__(self, *args: Any, versions: list[PolicyVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.number, f"{one.number} ({one.get_state_display()})") for one in versions]
        for name in ("before", "after"):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)  # noqa: S101
            field.choices = choices
