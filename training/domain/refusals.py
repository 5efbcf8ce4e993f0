"""The words with which training says no; each is a sentence that a person may read."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


class Refusal(Exception):
    """What was asked cannot be done now; nothing was changed. `str()` is for people."""

    sentence: StrOrPromise = _("This cannot be done now.")

    def __str__(self) -> str:
        return str(self.sentence)


class NotOpen(Refusal):
    sentence = _("You cannot enrol for this any more.")


class NotForAccounts(Refusal):
    sentence = _("This is for students or parents: they come without an account.")


class AlreadyThere(Refusal):
    sentence = _("Already on the list.")


class FinishOtherFirst(Refusal):
    """Some courses must be finished before."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__(titles)
        self.titles = titles

    def __str__(self) -> str:
        first = _("First finish: %(courses)s.")
        return str(first) % {"courses": ", ".join(self.titles)}


class DecidedAlready(Refusal):
    sentence = _("Somebody decided on this in the meantime.")


class OfferPassed(Refusal):
    sentence = _("This offer is over. The place went to the next person.")


class HasBegun(Refusal):
    sentence = _("It has begun already. Tell your trainer when you cannot come.")


class Full(Refusal):
    sentence = _("There is no free place. Raise the number of places first.")


class TooFewPlaces(Refusal):
    sentence = _("More people than this have a place already.")


class NothingPlanned(Refusal):
    sentence = _("Plan a session in the future first.")


class OnlySession(Refusal):
    sentence = _("This is the only session that goes on. Cancel the whole offering instead.")
