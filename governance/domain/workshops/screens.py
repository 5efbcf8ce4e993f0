"""What stands on the screens: that of the facilitator, and that of each phone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count

from governance.content import statements as content
from governance.content.statements import Step as Guide
from governance.domain.workshops import spread, steps, topfive
from governance.domain.workshops.spread import Spread
from governance.models import Participant, Proposal, Statement, StatementVote, Workshop


@dataclass(frozen=True, slots=True)
class Question:
    """A statement on a phone, with what this phone voted so far."""

    statement: Statement
    value: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A proposal on a phone, and whether this phone chose it."""

    proposal: Proposal
    is_chosen: bool


class Phone:
    """What one participant sees; each list is asked only at the step that shows it."""

    def __init__(self, workshop: Workshop, participant: Participant) -> None:
        self.workshop = workshop
        self.participant = participant

    @cached_property
    def questions(self) -> list[Question]:
        statements = self.workshop.statements.order_by("position")
        if self.workshop.statement_on_screen_id:
            statements = statements.filter(pk=self.workshop.statement_on_screen_id)
        votes = dict(self.participant.votes.values_list("statement_id", "value"))
        return [Question(one, votes.get(one.pk)) for one in statements]

    @property
    def answered(self) -> int:
        return sum(question.value is not None for question in self.questions)

    @cached_property
    def own_proposals(self) -> list[Proposal]:
        return list(self.workshop.proposals.filter(participant=self.participant).order_by("pk"))

    @cached_property
    def choices(self) -> list[Choice]:
        given = set(self.participant.proposal_votes.values_list("proposal_id", flat=True))
        standing = self.workshop.proposals.standing().order_by("pk")
        return [Choice(one, one.pk in given) for one in standing]

    @property
    def left(self) -> int:
        return max(0, self.workshop.dots - sum(choice.is_chosen for choice in self.choices))

    @cached_property
    def top_five(self) -> list[Proposal]:
        return topfive.ranked(self.workshop)


class Stage:
    """What the facilitator shows; each list is asked only at the step that shows it."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop

    @cached_property
    def guide(self) -> Guide | None:
        """What the facilitator may say at this step."""
        code = steps.CONTENT_CODES.get(Workshop.Step(self.workshop.step), "")
        return next((each for each in content.STEPS if each.code == code), None)

    @cached_property
    def phones(self) -> int:
        return self.workshop.participants.count()

    @cached_property
    def statements(self) -> list[Statement]:
        """In their order, each with `voted`: how many did; what they voted stays hidden."""
        counted = self.workshop.statements.annotate(voted=Count("votes"))
        return list(counted.order_by("position"))

    @cached_property
    def spreads(self) -> list[Spread]:
        return spread.widest_first(spread.of(self.workshop))

    @cached_property
    def done(self) -> int:
        """How many phones voted on everything that they are asked now."""
        shown = self.workshop.statement_on_screen_id
        if shown:
            return StatementVote.objects.filter(statement=shown).count()
        votes = StatementVote.objects.filter(statement__workshop=self.workshop)
        counted = votes.values("participant").annotate(number=Count("pk"))
        return counted.filter(number=len(self.statements)).count()

    @property
    def shown(self) -> Statement | None:
        """The statement that is talked about: the one on the screen, else what divides most."""
        order = self.order
        chosen = [one for one in order if one.pk == self.workshop.statement_on_screen_id]
        if chosen:
            return chosen[0]
        return order[0] if order and self.workshop.step == Workshop.Step.DISCUSS else None

    @property
    def shown_spread(self) -> Spread | None:
        shown = self.shown
        return next((one for one in self.spreads if shown and one.statement.pk == shown.pk), None)

    @property
    def order(self) -> list[Statement]:
        """The statements as this step goes through them."""
        if self.workshop.step == Workshop.Step.DISCUSS:
            return [one.statement for one in self.spreads]
        return self.statements

    @property
    def place(self) -> int:
        """Where the statement on the screen stands among them, from 1; 0 for all at once."""
        shown = self.shown
        return self.order.index(shown) + 1 if shown else 0

    @property
    def following(self) -> Statement | None:
        return self.order[self.place] if 0 < self.place < len(self.order) else None

    @property
    def preceding(self) -> Statement | None:
        return self.order[self.place - 2] if self.place > 1 else None

    @property
    def why(self) -> str:
        """What the statement brings up, when it came along with the portal."""
        code = self.shown.code if self.shown else ""
        return str(content.statement(code).why) if code else ""

    @cached_property
    def standing(self) -> list[Proposal]:
        return list(self.workshop.proposals.standing().order_by("pk"))

    @cached_property
    def gone(self) -> list[Proposal]:
        """Hidden or taken together: what may come back."""
        gone = self.workshop.proposals.exclude(is_hidden=False, merged_into=None)
        return list(gone.select_related("merged_into").order_by("pk"))

    @cached_property
    def dots_given(self) -> int:
        found = self.workshop.participants.aggregate(number=Count("proposal_votes"))
        return int(found["number"])

    @property
    def dots_to_give(self) -> int:
        return self.phones * min(self.workshop.dots, len(self.standing))

    @cached_property
    def top_five(self) -> list[Proposal]:
        return topfive.ranked(self.workshop)

    @cached_property
    def others(self) -> list[Proposal]:
        return topfive.not_ranked(self.workshop)

    @property
    def is_top_five_ready(self) -> bool:
        return bool(self.top_five) and all(one.owner_id for one in self.top_five)

    @property
    def has_goals_to_make(self) -> bool:
        return any(one.goal_id is None for one in self.top_five)
