"""Choosing colleagues in a form: one types, and the portal suggests (docs/decisions/0032).

Without JavaScript the whole name or the e-mail address does as well.
"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.domain import colleagues
from people.models import User

LONGEST_KEY: Final = 10


class ColleagueInput(forms.TextInput):
    """A text field with suggestions from `people:colleagues`."""

    template_name = "people/controls/colleague.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        controls = context["widget"]["attrs"]
        listed = f"{controls.get('id', name)}-people"
        controls |= {
            "list": listed,
            "autocomplete": "off",
            "hx-get": f"{reverse('people:colleagues')}?of={name}",
            "hx-trigger": "focus once, input changed delay:150ms",
            "hx-target": f"#{listed}",
            "hx-sync": "this:queue last",
        }
        return context


class ColleaguesInput(ColleagueInput):
    """Who is chosen already as ticked boxes, and a text field for one more."""

    template_name = "people/controls/colleagues.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [part for value in data.getlist(name) for part in value.split(";") if part.strip()]

    def format_value(self, value: Any) -> Any:
        return None  # the text field is for one more

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        people, unread = _read(value or [])
        context = super().get_context(name, None, attrs)
        context["chosen"] = people
        context["widget"]["value"] = "; ".join(unread) or None
        return context


def _read(values: list[Any]) -> tuple[list[User], list[str]]:
    """The people in a list of people, keys and names; and the words that are nobody."""
    people, unread = [], []
    for value in values:
        words = str(value).strip()
        found = [value] if isinstance(value, User) else _meant(words, _everybody())
        people += found if len(found) == 1 else []
        unread += [] if len(found) == 1 else [words]
    return list(dict.fromkeys(people)), unread


ERRORS = {
    "unknown": _("Nobody is called “%(words)s”. Write the whole name or the e-mail address."),
    "near": _("Nobody is called exactly “%(words)s”. Do you mean %(people)s?"),
    "unclear": _("Several colleagues are called like that. Choose one: %(people)s."),
    "elsewhere": _("%(people)s cannot be chosen here."),
}


def find(words: str, among: Any) -> User:
    """The one colleague out of `among` who is meant, by the key or by what was typed.

    Raises `ValidationError`, which names who could be meant.
    """
    found = _meant(words, among)
    if len(found) == 1:
        return found[0]
    if found:
        raise _refused("unclear", words, found)
    if elsewhere := _meant(words, _everybody()):
        raise _refused("elsewhere", words, elsewhere)
    near = list(colleagues.suggested(words)[:3])
    raise _refused("near" if near else "unknown", words, near)


def _meant(words: str, among: Any) -> list[User]:
    if words.isdecimal():
        return list(among.filter(pk=int(words))) if len(words) < LONGEST_KEY else []
    return colleagues.named(words, among)


def _refused(code: str, words: str, people: list[User]) -> forms.ValidationError:
    named = ", ".join(colleagues.written(person) for person in people)
    return forms.ValidationError(ERRORS[code], code, {"words": words, "people": named})


def _everybody() -> Any:
    return User.objects.filter(is_active=True)


def _active(among: Any) -> Any:
    """A form made from a model offers all accounts, also those of who left."""
    return _everybody() if among is None else among.filter(is_active=True)


class ColleagueField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One active colleague, out of `queryset` where that is narrower.

    In: a name, an address or both (`colleagues.written`). Out: a `User`, or None when empty.
    """

    widget = ColleagueInput

    def __init__(self, queryset: Any = None, **options: Any) -> None:
        super().__init__(_active(queryset), **options)
        self.widget.attrs.setdefault("placeholder", _("Name or e-mail address"))

    def prepare_value(self, value: Any) -> Any:
        """As it is written; who can be chosen no more stands there no more, as in a list."""
        if isinstance(value, int):
            offered: Any = self.queryset
            person = offered.filter(pk=value).first()
            return colleagues.written(person) if person else ""
        if not isinstance(value, User):
            return value
        return colleagues.written(value) if value.is_active else ""

    def to_python(self, value: Any) -> User | None:
        words = str(value or "").strip()
        return find(words, self.queryset) if words else None


class ColleaguesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Any number of active colleagues. Out: a list of `User`."""

    widget = ColleaguesInput

    def __init__(self, queryset: Any = None, **options: Any) -> None:
        super().__init__(_active(queryset), **options)
        self.widget.attrs.setdefault("placeholder", _("Name or e-mail address"))

    def prepare_value(self, value: Any) -> Any:
        return [one for one in value or () if not isinstance(one, User) or one.is_active]

    def clean(self, value: Any) -> Any:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], "required")
        people, errors = [], []
        for words in value or ():
            try:
                people.append(find(str(words).strip(), self.queryset))
            except forms.ValidationError as error:
                errors.append(error)
        if errors:
            raise forms.ValidationError(errors)
        return list(dict.fromkeys(people))
