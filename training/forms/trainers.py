"""Well-formed input about who trained whom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.formfields import ColleagueField
from people.forms import DateInput
from people.models import Role, User
from training.models import Course, Trainership


class TrainershipForm(forms.ModelForm[Trainership]):
    """Who was trained, and by whom: a colleague or somebody from outside."""

    class Meta:
        model = Trainership
        fields = ("person", "trained_by", "trained_by_name", "course", "since")
        field_classes = {"person": ColleagueField}
        labels = {"person": _("who was trained")}
        widgets = {"since": DateInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues: Any = self.fields["trained_by"]
        gives = Q(offerings__isnull=False) | Q(role_grants__role=Role.TRAINER)
        gives |= Q(trainerships__isnull=False) | Q(trained__isnull=False)
        trainers = User.objects.filter(gives, is_active=True).values("pk")
        colleagues.queryset = User.objects.filter(pk__in=trainers).order_by("name")
        colleagues.empty_label = _("nobody from here")
        course: Any = self.fields["course"]
        course.queryset = Course.objects.order_by("title")
        course.empty_label = _("no course")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        by, name = data.get("trained_by"), data.get("trained_by_name")
        if bool(by) == bool(name):
            self.add_error(
                "trained_by_name", _("Choose a colleague, or write a name from outside.")
            )
        elif by and by == data.get("person"):
            self.add_error("trained_by", _("Nobody trains themselves."))
        return data
