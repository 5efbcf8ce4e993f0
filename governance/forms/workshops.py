"""Well-formed input for a workshop: what is prepared, and what comes from the room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.content import statements as content
from governance.domain.workshops.spread import LABELS
from governance.forms.seen import FilledIn
from governance.models import Proposal, Statement, Workshop
from people.formfields import ColleagueField, ColleagueInput


class LinesField(TextField):
    """One text per line; empty lines do not count, and no text is too long for a statement."""

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return [line.strip() for line in super().to_python(value).splitlines() if line.strip()]

    def validate(self, value: Any) -> None:
        super().validate(value)
        longest = Statement._meta.get_field("text").max_length or 0
        for line in value:
            if len(line) > longest:
                raise forms.ValidationError(
                    _("“%(start)s…” is too long: a statement has at most %(most)s signs."),
                    params={"start": line[:30], "most": longest},
                )


def content_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The statements that come along, in groups by domain."""
    return [
        (
            str(label).capitalize(),
            [(one.code, str(one.text)) for one in content.statements_of(domain)],
        )
        for domain, label in content.DOMAINS.items()
    ]


class StatementsForm(forms.Form):
    """Statements from the content, and our own."""

    chosen = forms.MultipleChoiceField(
        label=_("Statements that come along"),
        help_text=_("Nine to twelve statements fit in a workshop of an hour and a half."),
        choices=content_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    own = LinesField(
        label=_("Own statements"),
        help_text=_("One on each line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FrameForm(FilledIn, forms.ModelForm[Workshop]):
    """Title, subject and scene. `seen` is the revision that was on the page."""

    scene_choice = forms.ChoiceField(
        label=_("Scene to begin with"),
        required=False,
        choices=lambda: [
            *((one.code, str(one.title)) for one in content.SCENES),
            ("own", _("a scene of our own, written below")),
        ],
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Workshop
        fields = ("title", "domain", "facilitator", "scene_choice", "scene", "dots")
        field_classes = {"scene": TextField, "facilitator": ColleagueField}
        labels = {"scene": _("Own scene")}
        widgets = {"scene": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.revision
        self.order_fields(["title", "domain", "facilitator", "scene_choice", "scene", "dots"])
        if self.instance.pk:
            del self.fields["scene_choice"]
            self.fields["scene"].label = _("Scene to begin with")
        leader = self.fields["facilitator"]
        leader.required = False
        if not self.instance.pk:
            leader.help_text = _("Empty: you yourself.")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        choice = cleaned.pop("scene_choice", "own") or "own"
        if choice != "own":
            scenes = {one.code: one for one in content.SCENES}
            cleaned["scene"] = str(scenes[choice].text)
        elif not cleaned.get("scene", "").strip():
            self.add_error("scene", _("Write a scene, or choose one that comes along."))
        return cleaned


class StatementForm(forms.ModelForm[Statement]):
    """Other words for a statement; `seen` are the words that were on the page."""

    seen = forms.CharField(widget=forms.HiddenInput)

    class Meta:
        model = Statement
        fields = ("text",)
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.text


class NoteForm(forms.Form):
    """What was said; `seen` is what stood there before."""

    seen = TextField(required=False, strip=False, widget=forms.HiddenInput)
    text = TextField(required=False, max_length=5000)


class ProposalForm(forms.ModelForm[Proposal]):
    """A goal in a sentence, from a phone or from the facilitator."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Proposal
        fields = ("text",)

    def clean_text(self) -> str:
        return " ".join(str(self.cleaned_data["text"]).split())


class OwnerForm(forms.Form):
    """Who takes a goal up; empty is nobody yet."""

    owner = ColleagueField(
        label=_("owner"),
        required=False,
        widget=ColleagueInput(attrs={"placeholder": _("Who takes it up?")}),
    )


class VoteForm(forms.Form):
    """A statement of this workshop, and how far somebody agrees."""

    statement = forms.ModelChoiceField(queryset=Statement.objects.none())
    value = forms.TypedChoiceField(coerce=int, choices=list(LABELS.items()))

    def __init__(self, *args: Any, workshop: Workshop, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["statement"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        field.queryset = workshop.statements.all()


class CodeForm(forms.Form):
    """The code on the screen, as it is typed on a phone."""

    code = forms.CharField(
        label=_("Code on the screen"),
        max_length=12,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "code-field",
            }
        ),
    )


def owner_forms(proposals: Iterable[Proposal]) -> list[tuple[Proposal, OwnerForm]]:
    """Each proposal with the field for who takes it up."""
    return [
        (one, OwnerForm(initial={"owner": one.owner}, auto_id=f"%s-{one.pk}")) for one in proposals
    ]
