from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.formfields import ColleagueField
from people.models import Absence, Role, Unit, User


class SignInForm(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The page itself links to "forgotten your password?".
        self.fields["password"].help_text = ""


class ProfileForm(forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ["name", "language", "wants_digest", "uses_shortcuts"]


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class AbsenceForm(forms.ModelForm[Absence]):
    """Someone's own absence; managers choose whose it is."""

    class Meta:
        model = Absence
        fields = ["user", "from_date", "until_date", "substitute"]
        field_classes = {"user": ColleagueField, "substitute": ColleagueField}
        widgets = {"from_date": DateInput(), "until_date": DateInput()}
        help_texts = {
            "until_date": _("The last day of the absence."),
            "substitute": _("Sees the same queues during these days."),
        }

    def __init__(self, *args: Any, person: User, may_choose: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if may_choose:
            self.initial["user"] = person
        else:
            del self.fields["user"]
            self.instance.user = person

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("from_date"), data.get("until_date")
        if first and last and last < first:
            self.add_error("until_date", _("The last day is before the first day."))
        elif first and last:
            self._check_overlap(data, first, last)
        return data

    def _check_overlap(self, data: dict[str, Any], first: date, last: date) -> None:
        others = Absence.objects.exclude(pk=self.instance.pk).overlapping(first, last)
        person = data.get("user") or getattr(self.instance, "user", None)
        substitute = data.get("substitute")
        if person and others.filter(user=person).exists():
            self.add_error("from_date", _("An absence in these days has been entered already."))
        if substitute and substitute == person:
            self.add_error("substitute", _("Choose somebody else: this is the absent person."))
        elif substitute and others.filter(user=substitute).exists():
            self.add_error("substitute", _("Choose somebody else: this colleague is away too."))


class LinesField(SimpleArrayField):
    """A list of values, one on each line."""

    widget = forms.Textarea

    def __init__(self, base_field: forms.Field, **kwargs: Any) -> None:
        kwargs["delimiter"] = "\n"
        kwargs["help_text"] = kwargs.get("help_text") or _("One on each line.")
        super().__init__(base_field, **kwargs)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = "\n".join(line for line in value.splitlines() if line.strip())
        return super().to_python(value)


class StaffFilterForm(forms.Form):
    """To what the list of staff is narrowed; nonsense narrows nothing."""

    q = forms.CharField(
        label=_("Name, e-mail or number"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    unit = forms.ModelChoiceField(
        label=_("Unit"), required=False, queryset=Unit.objects.none(), empty_label=_("all")
    )
    role = forms.ChoiceField(
        label=_("Role"), required=False, choices=[("", _("all")), *Role.choices]
    )
    active = forms.ChoiceField(
        label=_("Access"),
        required=False,
        choices=[("yes", _("active")), ("no", _("not active")), ("all", _("all"))],
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        field.queryset = units
        self.full_clean()

    @property
    def narrowing(self) -> dict[str, Any]:
        """For `listing.found`; without a choice only who is active."""
        data = self.cleaned_data
        active = data.get("active") or "yes"
        return {
            "words": data.get("q", ""),
            "unit": data.get("unit"),
            "role": data.get("role", ""),
            "active": "" if active == "all" else active,
        }

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("q", "unit", "role", "active"))


class StaffFileForm(forms.Form):
    """The file of HR, and what to do with it."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV (with semicolons or commas) or a workbook (.xlsx), at most 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )
    makes_units = forms.BooleanField(label=_("Make units that do not exist yet"), required=False)
    deactivates = forms.BooleanField(
        label=_("Deactivate who is not in the file"),
        required=False,
        help_text=_("Only for a file with everybody. You see who it is before anything changes."),
    )
    invites = forms.BooleanField(
        label=_("Invite new people by mail"),
        required=False,
        help_text=_("Each gets a link to choose a password."),
    )
