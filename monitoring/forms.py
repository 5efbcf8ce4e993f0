"""Well-formed input for filters, search terms, sources and channels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from connectors.types import Kind
from core.clock import now
from core.searchquery import QuerySyntaxError, parse
from governance.models.routing import Sentiment, Threat
from monitoring import permissions
from monitoring.domain import channels, matching
from monitoring.domain.connections import MANY_SERVERS, ability
from monitoring.domain.queries import Filters
from monitoring.models import Channel, Platform, SearchTerm, Source
from people.formfields import ColleaguesField
from people.models import User

INTERVALS = {
    60: _("every minute"),
    120: _("every 2 minutes"),
    300: _("every 5 minutes"),
    900: _("every 15 minutes"),
    3600: _("every hour"),
}
PERIODS = {
    "1": _("last 24 hours"),
    "7": _("last 7 days"),
    "30": _("last 30 days"),
    "90": _("last 90 days"),
}
KEY_LABELS = {
    "access_token": _("access token"),
    "access_token_secret": _("access token secret"),
    "app_secret": _("app secret"),
    "bearer_token": _("bearer token"),
    "consumer_key": _("API key"),
    "consumer_secret": _("API key secret"),
}


class MentionFilterForm(forms.Form):
    """What a list of mentions is narrowed to; a value that makes no sense narrows nothing."""

    q = forms.CharField(label=_("search"), required=False, max_length=200)
    term = forms.ModelChoiceField(
        label=_("search term"),
        queryset=SearchTerm.objects.order_by("name"),
        required=False,
        empty_label=_("all search terms"),
    )
    platform = forms.ChoiceField(
        label=_("platform"), required=False, choices=[("", _("all platforms")), *Platform.choices]
    )
    source = forms.ModelChoiceField(
        label=_("source"),
        queryset=Source.objects.order_by("name"),
        required=False,
        empty_label=_("all sources"),
    )
    tone = forms.ChoiceField(
        label=_("tone"), required=False, choices=[("", _("every tone")), *Sentiment.choices]
    )
    threat = forms.ChoiceField(
        label=_("threat"),
        required=False,
        choices=[("", _("with or without threat")), *Threat.choices],
    )
    days = forms.ChoiceField(
        label=_("period"), required=False, choices=[("", _("all time")), *PERIODS.items()]
    )
    all = forms.BooleanField(label=_("also what no search term finds"), required=False)

    @property
    def filters(self) -> Filters:
        self.is_valid()
        chosen = self.cleaned_data
        days = chosen.get("days")
        source = chosen.get("source")
        return Filters(
            text=chosen.get("q", ""),
            term=chosen.get("term"),
            platform=chosen.get("platform", ""),
            source_id=source.pk if source else None,
            tone=chosen.get("tone", ""),
            threat=chosen.get("threat", ""),
            since=now() - timedelta(days=int(days)) if days else None,
            shows_all=bool(chosen.get("all")),
        )


@dataclass(frozen=True, slots=True)
class QueryFault:
    """Where a query goes wrong: the text before, the wrong part and the text after."""

    message: str
    before: str
    wrong: str
    after: str


def query_fault(text: str) -> QueryFault | None:
    """What is wrong with a query in the user's language, None when nothing is."""
    try:
        query = parse(text)
    except QuerySyntaxError as error:
        message = gettext(error.template) % error.params
        start, end = error.position, error.position + error.length
        return QueryFault(message, text[:start], text[start:end] or "‸", text[end:])
    unknown = sorted(query.lists() - matching.institution_lists().keys())
    if not unknown:
        return None
    name = f"{{{unknown[0]}}}"
    start = max(text.lower().find(name), 0)
    message = gettext("There is no list %(name)s.") % {"name": name}
    return QueryFault(
        message, text[:start], text[start : start + len(name)], text[start + len(name) :]
    )


class TermForm(forms.ModelForm[SearchTerm]):
    """What we listen for, why, and until when."""

    fault: QueryFault | None = None

    class Meta:
        model = SearchTerm
        fields = ("name", "query", "purpose", "end_date")
        widgets = {
            "query": forms.Textarea({"rows": 3, "spellcheck": "false"}),
            "end_date": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "query": _(
                "Words next to each other must all occur. OR gives a choice, a minus leaves out, "
                "quotation marks keep words together, stage* finds every word that begins so."
            ),
            "end_date": _("Empty: until someone stops it."),
        }

    def clean_query(self) -> str:
        text: str = self.cleaned_data["query"]
        self.fault = query_fault(text)
        if self.fault:
            raise forms.ValidationError(self.fault.message)
        return text


class SourceForm(forms.ModelForm[Source]):
    """Something to listen to on one platform; what the platform cannot give is not offered."""

    interval_seconds = forms.TypedChoiceField(label=_("how often"), coerce=int)

    class Meta:
        model = Source
        fields = (
            "kind", "name", "channel", "address", "query", "purpose", "interval_seconds",
            "silent_after_hours",
        )  # fmt: skip

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self._offer_kinds()
        self._offer_channels()
        self._offer_intervals()

    def _offer_kinds(self) -> None:
        allows = ability(self.instance.platform)
        kinds = sorted(allows.kinds) if allows else []
        labels = dict(Source.Kind.choices)
        self.fields["kind"].choices = [(kind.value, labels[kind.value]) for kind in kinds]  # type: ignore[attr-defined]
        if len(kinds) == 1:
            self.instance.kind = kinds[0].value
            del self.fields["kind"]
        if Kind.FEED in kinds:
            self.fields["name"].required = False
            self.fields["name"].help_text = gettext("Empty: the title of the feed.")
        if Kind.SEARCH not in kinds:
            del self.fields["query"]

    def _offer_channels(self) -> None:
        """Only a feed has an address of its own; the others are read through a channel."""
        if self.instance.platform == Platform.RSS:
            del self.fields["channel"]
            self.fields["address"].required = True
            return
        del self.fields["address"]
        own = permissions.manageable_channels(self.user).filter(platform=self.instance.platform)
        self.fields["channel"].queryset = own.order_by("name")  # type: ignore[attr-defined]
        self.fields["channel"].required = True

    def _offer_intervals(self) -> None:
        now_set = self.instance.interval_seconds
        offered = {seconds: str(label) for seconds, label in INTERVALS.items()}
        if now_set not in offered:
            offered[now_set] = gettext("every %(seconds)s seconds") % {"seconds": now_set}
        self.fields["interval_seconds"].choices = sorted(offered.items())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("kind") == Source.Kind.SEARCH and not str(found.get("query", "")).strip():
            self.add_error("query", gettext("Type what to search for on the platform."))
        return found

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"].strip()
        if not address.startswith(("https://", "http://")):
            raise forms.ValidationError(gettext("An address starts with https:// or http://."))
        others = Source.objects.filter(platform=Platform.RSS, address=address)
        if others.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(gettext("We listen to this feed already."))
        return address


class ChannelForm(forms.ModelForm[Channel]):
    """One of our accounts. Keys are typed in and never shown again."""

    base_url = forms.URLField(label=_("server"), assume_scheme="https", required=False)
    page_url = forms.URLField(label=_("address of the page"), assume_scheme="https", required=False)

    class Meta:
        model = Channel
        fields = (
            "name", "handle", "base_url", "external_id", "page_url", "choice", "unit", "owners",
            "is_active",
        )  # fmt: skip
        field_classes = {"owners": ColleaguesField}
        help_texts = {
            "handle": _("As the platform writes it, without @."),
            "external_id": _("Empty: we ask the platform, when there are keys."),
            "choice": _("The channel choice that says for whom and for which goals."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.platform in MANY_SERVERS:
            self.fields["base_url"].required = True
        else:
            del self.fields["base_url"]
        for name in channels.key_names(self.instance.platform):
            self.fields[f"key_{name}"] = self._key_field(name)

    def _key_field(self, name: str) -> forms.CharField:
        is_saved = bool(self.instance.credentials.get(name))
        return forms.CharField(
            label=KEY_LABELS.get(name, name),
            required=False,
            strip=True,
            max_length=2000,
            widget=forms.PasswordInput({"autocomplete": "off"}),
            help_text=gettext("Saved. Type a new one to replace it.") if is_saved else "",
        )

    @property
    def keys(self) -> dict[str, str]:
        """The keys that were typed in."""
        return {
            name.removeprefix("key_"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("key_") and value
        }

    def clean_handle(self) -> str:
        handle: str = self.cleaned_data["handle"].strip().removeprefix("@")
        others = Channel.objects.filter(
            platform=self.instance.platform,
            handle__iexact=handle,
            base_url=self.data.get("base_url", "").strip(),
        )
        if others.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(gettext("This account is in the register already."))
        return handle
