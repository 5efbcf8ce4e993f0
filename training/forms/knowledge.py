"""Well-formed input for the knowledge base."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.formfields import TextField
from governance.domain.wording import Piece, around, words
from governance.forms.seen import SeenForm
from people.formfields import ColleagueField
from people.forms import DateInput
from training.models import Article, ArticleRevision
from training.permissions import knowledge as permissions

EVERY = "all"
NOTHING = ("", None, EVERY)
LONG = ("title", "summary", "body")


class ArticleFilterForm(forms.Form):
    """What stands in the address of the list; nonsense filters nothing."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    theme = forms.ChoiceField(
        label=_("Theme"), required=False, choices=[("", _("all themes")), *Article.Theme.choices]
    )
    audience = forms.ChoiceField(
        label=_("For"), required=False, choices=[("", _("all")), *Article.Audience.choices]
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[(EVERY, _("all languages")), *Article.Language.choices],
    )
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *Article.Kind.choices]
    )
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("all states")), *Article.State.choices]
    )

    def __init__(self, *args: Any, shown: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - {"q", *shown}:
            del self.fields[name]
        self.is_valid()

    @property
    def words(self) -> str:
        return str(self.cleaned_data.get("q") or "").strip()

    @property
    def lookups(self) -> Q:
        chosen = self.cleaned_data.items()
        return Q(**{name: value for name, value in chosen if name != "q" and value not in NOTHING})

    @property
    def is_filtered(self) -> bool:
        """Whether somebody searches or chooses; the language stands there by itself."""
        chosen = self.cleaned_data.items()
        return any(value for name, value in chosen if name != "language")


class ArticleForm(SeenForm):
    """An article; a second writer sees what the first one wrote, word for word."""

    note = forms.CharField(
        label=_("What did you change?"),
        required=False,
        max_length=200,
        help_text=_("Others read this beside the version."),
    )

    class Meta:
        model = Article
        fields = (
            "kind",
            "title",
            "summary",
            "body",
            "language",
            "audience",
            "theme",
            "policy_kind",
            "owner",
            "review_date",
        )
        field_classes = {"body": TextField, "owner": ColleagueField}
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3}),
            "body": forms.Textarea(attrs={"rows": 16}),
            "review_date": DateInput(),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rewritten: list[tuple[str, list[Piece]]] = []
        self.fields["review_date"].required = True
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        owner.queryset = permissions.owners_for(self.instance)
        if not self.instance.pk:
            del self.fields["note"]

    def clean_summary(self) -> str:
        """One paragraph: these words go into a reply as they are."""
        return " ".join(str(self.cleaned_data["summary"]).split())

    def meet(self, current: Model) -> None:
        """Also which words differ, for the fields that hold many."""
        mine = {name: str(self[name].data or "").replace("\r\n", "\n") for name in LONG}
        super().meet(current)
        labels = {str(self[name].label) for name in LONG}
        self.differences = [one for one in self.differences if one.label not in labels]
        compared = [
            (str(self[name].label), around(words(getattr(current, name), text)))
            for name, text in mine.items()
        ]
        self.rewritten = [(label, pieces) for label, pieces in compared if pieces]


class ReviewedForm(forms.Form):
    """Still right: when to look again."""

    again_on = forms.DateField(label=_("Look again on"), widget=DateInput())


class RevisionField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the versions of an article, which all have about the same title."""

    def label_from_instance(self, revision: ArticleRevision) -> str:
        return gettext("Version %(number)s") % {"number": revision.number}


class VersionsForm(forms.Form):
    """Which two versions to lay beside each other."""

    before = RevisionField(
        label=_("From"), queryset=ArticleRevision.objects.none(), to_field_name="number"
    )
    after = RevisionField(
        label=_("To"), queryset=ArticleRevision.objects.none(), to_field_name="number"
    )

    def __init__(self, article: Article, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type checker
            field.queryset = article.revisions.order_by("-number")
