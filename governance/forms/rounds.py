"""Well-formed input for those who hold a round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.formfields import TextField
from governance.content.questionnaire import BLOCKS, GROUPS, ITEMS, MOST_ITEMS
from governance.domain.rounds import composing
from governance.domain.rounds.composing import MOST_OWN, OwnQuestion, Plan
from governance.domain.rounds.inviting import MOST_CODES
from governance.forms.seen import SeenMoment
from governance.models import Block, Group, Round
from people.forms import DateInput


def group_choices() -> list[tuple[str, str]]:
    return [(code, str(name)) for code, name in GROUPS.items()]


def block_choices() -> list[tuple[str, str]]:
    return [(code, str(name)) for code, (name, _about) in BLOCKS.items()]


def optional_choices(block: str) -> list[tuple[str, str]]:
    some = [each for each in ITEMS if each.block == block and not each.is_fixed]
    return [(each.code, f"{each.text} ({_names(each.groups)})") for each in some]


def _names(groups: tuple[str, ...]) -> str:
    return ", ".join(str(GROUPS[group]) for group in groups)


class RoundForm(forms.Form):
    """A draft: who is asked, until when, and what beside the fixed questions."""

    seen = SeenMoment()
    title = forms.CharField(label=_("title"), max_length=150)
    groups = forms.MultipleChoiceField(
        label=_("Who is asked"),
        choices=group_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "A group shows in the report from five forms. Ask groups that are large enough."
        ),
    )
    closes_on = forms.DateField(
        label=_("open until"),
        required=False,
        widget=DateInput,
        help_text=_("The last day on which people can answer. Two to three weeks works well."),
    )
    introduction = TextField(
        label=_("introduction"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands above the questionnaire: why you ask, and what you do with it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for block in Block:
            self.fields[f"optional_{block}"] = forms.MultipleChoiceField(
                label=str(BLOCKS[block][0]),
                choices=optional_choices(block),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("seen", "title", "groups", "closes_on", "introduction")]

    @property
    def optional_fields(self) -> list[forms.BoundField]:
        return [self[f"optional_{block}"] for block in Block]

    def clean_closes_on(self) -> date | None:
        day: date | None = self.cleaned_data["closes_on"]
        if day and day < localdate(now()):
            raise forms.ValidationError(_("This day is over: choose a later one."))
        return day

    def plan(self, own: tuple[OwnQuestion, ...]) -> Plan:
        given = self.cleaned_data
        return Plan(
            title=given["title"],
            groups=tuple(given["groups"]),
            introduction=given["introduction"],
            closes_on=given["closes_on"],
            optional=tuple(code for block in Block for code in given[f"optional_{block}"]),
            own=own,
        )

    def check(self, plan: Plan) -> bool:
        """Whether no group is asked more than fits in ten minutes; says so at the groups."""
        for group, count in composing.too_many(plan).items():
            message = _(
                "%(group)s would get %(count)s questions. Leave some out: at most %(most)s fit in"
                " ten minutes."
            )
            values = {"group": GROUPS[Group(group)], "count": count, "most": MOST_ITEMS}
            self.add_error("groups", message % values)
        return not self.errors


class OwnQuestionForm(forms.Form):
    """A question of the college itself; an empty line counts for nothing."""

    text = forms.CharField(
        label=_("Statement"),
        max_length=300,
        required=False,
        help_text=_("People say how far this is true."),
    )
    block = forms.ChoiceField(label=_("building block"), choices=block_choices, required=False)
    groups = forms.MultipleChoiceField(
        label=_("Who is asked"),
        choices=group_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("text") and not cleaned.get("groups"):
            self.add_error("groups", _("Choose at least one group."))
        return cleaned


class OwnQuestionSet(forms.BaseFormSet[OwnQuestionForm]):
    def clean(self) -> None:
        texts = [own.text.strip().lower() for own in self.questions()]
        if len(texts) != len(set(texts)):
            raise forms.ValidationError(_("Two of your own questions are the same."))

    def questions(self) -> Iterator[OwnQuestion]:
        for form in self.forms:
            given = getattr(form, "cleaned_data", {})
            if given.get("text"):
                yield OwnQuestion(
                    given["text"], given.get("block", ""), tuple(given.get("groups", ()))
                )


_made = forms.formset_factory(
    OwnQuestionForm,
    formset=OwnQuestionSet,
    extra=2,
    max_num=MOST_OWN,
    absolute_max=MOST_OWN,
    validate_max=True,
)
OwnQuestions = cast(type[OwnQuestionSet], _made)


def initial(held: Round) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What stands in a round, as first values of the form and of the own questions."""
    plan = composing.plan_of(held)
    values: dict[str, Any] = {
        "seen": held.updated_at,
        "title": plan.title,
        "groups": plan.groups,
        "closes_on": plan.closes_on,
        "introduction": plan.introduction,
    }
    for block in Block:
        values[f"optional_{block}"] = [
            code for code in plan.optional if code.rpartition("-")[0] == block
        ]
    own = [{"text": one.text, "block": one.block, "groups": one.groups} for one in plan.own]
    return values, own


class InvitedForm(forms.Form):
    """How many people got the address of a group."""

    invited = forms.IntegerField(
        label=_("number invited"), required=False, min_value=1, max_value=100_000
    )


class CodesForm(forms.Form):
    """How many codes to make; `known` is how many there are already."""

    count = forms.IntegerField(label=_("Number of codes"), min_value=1, max_value=MOST_CODES)
    known = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
