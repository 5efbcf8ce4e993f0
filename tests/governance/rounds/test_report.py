"""What a report says: differences and spread before means, chance named as chance."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core import pdf
from core.spreadsheets import csv_text
from governance.domain.rounds import drawings, evidence, paper, report, words
from governance.domain.rounds.report import Report
from governance.models import Block, Group, Indicator, Measure, Policy, Reading, Round
from people.models import User
from tests.factories.governance import PolicyFactory, PolicyVersionFactory
from tests.factories.rounds import (
    MeasurementFactory,
    RoundInvitationFactory,
    RoundItemFactory,
    RoundLinkFactory,
    RoundResponseFactory,
    approved_goal,
    closed_round,
)

pytestmark = pytest.mark.django_db

APART = {"leaders": [5, 5, 5, 4, 5], "teachers": [1, 2, 1, 2, 1, 2]}
ALIKE = {"leaders": [3, 4, 3, 4, 3], "teachers": [3, 4, 3, 4, 3]}
SPLIT = {"teachers": [1, 1, 1, 5, 5, 5, 5]}


@pytest.fixture(autouse=True)
def english() -> Any:
    with override("en"):
        yield


def kinds(held: Round) -> list[str]:
    return [point.kind for point in report.make(held).points]


def test_a_difference_between_groups_is_the_first_thing_to_talk_about() -> None:
    point = report.make(closed_round(APART)).points[0]

    assert point.kind == "apart"
    assert point.finding.startswith("Leaders score 3.3 higher than teachers on “I can set")
    assert point.question == (
        "What can one group already do that the other group could learn from them?"
    )


def test_groups_that_agree_give_nothing_to_talk_about() -> None:
    assert kinds(closed_round(ALIKE)) == []


def test_a_group_that_disagrees_with_itself_is_named() -> None:
    [point] = report.make(closed_round(SPLIT)).points

    assert point.kind == "divided"
    assert "43 % chose a low level, 57 % a high one" in point.finding


def test_a_low_score_is_named_after_the_rest() -> None:
    assert kinds(closed_round({"teachers": [1, 1, 2, 2, 1], "leaders": [4, 4, 4, 4, 4]})) == [
        "apart"
    ]
    assert kinds(closed_round({"teachers": [1, 1, 2, 2, 1]})) == ["low"]


def test_a_difference_that_may_be_chance_is_nothing_to_talk_about() -> None:
    wide = {"leaders": [1, 3, 5, 5, 5], "teachers": [1, 1, 3, 5, 5]}

    assert "apart" not in kinds(closed_round(wide))


def test_a_block_compares_groups_on_the_questions_that_both_got() -> None:
    held = closed_round(ALIKE)
    extra = RoundItemFactory(round=held, position=9, code="expertise-04", groups=[Group.TEACHERS])
    for response in held.responses.filter(group=Group.TEACHERS):
        response.answers[str(extra.pk)] = 1
        response.save()

    block = report.make(held).blocks[1]

    assert block.means[Group.TEACHERS] < block.means[Group.LEADERS]
    assert block.difference is None


def compare(before: dict[str, list[int]], after: dict[str, list[int]]) -> Report:
    earlier = closed_round(before, closed_at=datetime(2025, 3, 20, tzinfo=UTC))
    return report.make(closed_round(after), earlier=earlier)


def test_a_large_change_is_a_change() -> None:
    made = compare({"teachers": [1, 2, 2, 1, 2, 1]}, {"teachers": [4, 4, 5, 5, 4, 4]})

    [change] = made.block_changes
    assert words.of_change(change.change) == "higher than before"
    assert words.signed(change.change.size) == "+2.8"
    assert made.item_changes[0].group == Group.TEACHERS


def test_a_small_change_among_few_may_be_chance() -> None:
    made = compare({"teachers": [3, 4, 2, 4, 3]}, {"teachers": [3, 4, 3, 4, 4]})

    assert [words.of_change(one.change) for one in made.block_changes] == ["may be chance"]


def test_five_who_all_say_the_same_are_no_proof() -> None:
    made = compare({"teachers": [3] * 5}, {"teachers": [3, 3, 3, 3, 5]})

    assert made.block_changes[0].change.is_noise


def test_what_was_hidden_in_one_round_is_not_compared() -> None:
    made = compare({"teachers": [3] * 4, "leaders": [3] * 5}, {"teachers": [3] * 9})

    assert made.block_changes == []
    assert made.item_changes == []


def test_another_question_is_not_compared() -> None:
    earlier = closed_round({"teachers": [3] * 5}, codes=["expertise-02"])

    assert report.make(closed_round({"teachers": [3] * 5}), earlier=earlier).item_changes == []


def test_no_change_has_no_sign() -> None:
    told = [words.signed(size) for size in (0.04, -0.04, 0.1, -0.1)]

    assert told == ["0.0", "0.0", "+0.1", "−0.1"]


def beside(held: Round, block: Block) -> evidence.Beside:
    return next(one for one in report.make(held).beside if one.block == block)


def measure(code: Measure, value: int, on: date = date(2026, 3, 18)) -> None:
    MeasurementFactory(measure=code, on_date=on, value=Decimal(value))


def test_a_good_figure_that_a_group_does_not_feel_is_told() -> None:
    measure(Measure.ACKNOWLEDGED, 92)

    one = beside(closed_round(APART), Block.EXPERTISE)

    assert one.differs
    assert one.words == (
        "A figure is good, but not everybody is positive: teachers (1.5). What do they miss that"
        " the figure does not show?"
    )


def test_a_poor_figure_that_a_group_does_not_see_is_told() -> None:
    measure(Measure.ACKNOWLEDGED, 20)

    assert (
        "these groups are positive: leaders (4.8)"
        in beside(closed_round(APART), Block.EXPERTISE).words
    )


def test_opinion_and_figure_may_agree() -> None:
    measure(Measure.ACKNOWLEDGED, 92)

    one = beside(closed_round({"teachers": [4, 4, 4, 5, 5]}), Block.EXPERTISE)

    assert one.words == "Opinion and figures point the same way."


def test_fewer_hours_are_better() -> None:
    measure(Measure.FIRST_ANSWER, 3)
    held = closed_round({"teachers": [1] * 5}, codes=["collaboration-01"])

    assert beside(held, Block.COLLABORATION).facts[0].verdict == 1
    assert beside(held, Block.COLLABORATION).differs


def test_the_figure_nearest_to_the_last_day_counts_and_an_old_one_does_not() -> None:
    measure(Measure.HEALTHY, 10, date(2026, 3, 1))
    measure(Measure.HEALTHY, 97, date(2026, 3, 19))
    measure(Measure.REVIEWED, 97, date(2025, 3, 19))
    held = closed_round(ALIKE)

    assert [fact.value for fact in beside(held, Block.INFRASTRUCTURE).facts] == ["97"]
    assert beside(held, Block.LEADERSHIP).words == (
        "Nothing was measured near the end of this round."
    )


def test_beside_vision_stand_the_visions_and_goals_of_that_day() -> None:
    vision = PolicyFactory(kind=Policy.Kind.VISION, domain="learning")
    PolicyVersionFactory(policy=vision, in_force=True)
    fresh, stale = approved_goal("Fresh"), approved_goal("Stale")
    for goal, on in ((fresh, date(2026, 3, 10)), (stale, date(2025, 12, 1))):
        indicator = Indicator.objects.create(goal=goal, name="Bereik", target=10)
        Reading.objects.create(indicator=indicator, on_date=on, value=3, source="telling")

    facts = beside(closed_round(ALIKE), Block.VISION).facts

    assert [(fact.name, fact.value) for fact in facts] == [
        ("domains with an approved vision", "1 of 3"),
        ("goals with a fresh figure", "1 of 2"),
    ]


def test_response_is_counted_of_codes_or_of_the_number_invited() -> None:
    held = closed_round({"teachers": [3] * 5, "leaders": [3] * 4})
    RoundLinkFactory(round=held, group=Group.TEACHERS, invited=20)
    RoundInvitationFactory.create_batch(8, round=held, group=Group.LEADERS)

    leaders, teachers = sorted(report.make(held).turnout, key=lambda one: one.group)

    assert (teachers.percent, words.answered(teachers)) == (25, "5")
    assert (leaders.invited, leaders.percent) == (8, None)
    assert words.answered(leaders) == "fewer than five"


def test_more_than_four_groups_are_two_radars() -> None:
    blocks = report.make(closed_round({group: [3] * 5 for group in Group})).blocks

    assert len(drawings.radars_of(blocks, list(Group))) == 2
    assert len(drawings.radars_of(blocks, list(Group)[:4])) == 1
    assert drawings.radars_of(blocks, []) == []


def test_a_remark_is_shown_from_five_forms_and_in_no_order_of_time() -> None:
    held = closed_round({"teachers": [3] * 5, "leaders": [3] * 4})
    held.responses.filter(group=Group.LEADERS).update(remark="Herkenbaar")
    for response, text in zip(held.responses.filter(group=Group.TEACHERS), "dbca ", strict=True):
        response.remark = text
        response.save()

    assert report.make(held).remarks == [(Group.TEACHERS, ("a", "b", "c", "d"))]


def test_the_file_holds_what_shows_and_no_answer_of_a_person() -> None:
    held = closed_round({"teachers": [1, 2, 3, 4, 5], "leaders": [2] * 4})

    head, row = paper.rows(report.make(held))

    assert head[:3] == ("Block", "Question", "Group")
    assert row[2:] == ("teachers", "5", "0", "1", "1", "1", "1", "1", "3.0")


def test_an_own_question_cannot_become_a_formula() -> None:
    held = closed_round({"teachers": [3] * 5})
    own = RoundItemFactory(
        round=held, position=9, kind="own", code="own-1", text="=HYPERLINK(1)", block="vision"
    )
    for response in held.responses.all():
        response.answers[str(own.pk)] = 3
        response.save()

    head, *rows = paper.rows(report.make(held))
    assert ";'=HYPERLINK(1);" in csv_text(head, rows)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_is_a_pdf(language: str) -> None:
    earlier = closed_round(ALIKE, closed_at=datetime(2025, 3, 20, tzinfo=UTC))
    held = closed_round(APART)
    held.responses.update(remark="*Geen* #kop, <b>")

    with override(language):
        made = pdf.render(paper.document(report.make(held, earlier=earlier)))

    assert made.startswith(b"%PDF")


def test_columns_of_groups_have_letters_because_figures_are_answers() -> None:
    parts = paper.document(report.make(closed_round(APART))).blocks
    heads = [part.head for part in parts if isinstance(part, pdf.Table)]

    assert any(head[1:3] == ("A", "B") for head in heads)
    assert any(isinstance(part, pdf.Markdown) and part.text.startswith("A = ") for part in parts)


def test_a_round_without_five_forms_has_a_pdf_too() -> None:
    made = paper.document(report.make(closed_round({"teachers": [3] * 4})))

    assert pdf.render(made).startswith(b"%PDF")


def test_the_page_compares_with_the_round_before_unless_told_otherwise(
    client: Client, dirk: User
) -> None:
    older = closed_round(ALIKE, closed_at=datetime(2024, 3, 20, tzinfo=UTC))
    before = closed_round(ALIKE, closed_at=datetime(2025, 3, 20, tzinfo=UTC))
    address = reverse("governance:round-report", args=[closed_round(APART).pk])
    client.force_login(dirk)

    def chosen(**query: str | int) -> Round | None:
        found: Round | None = client.get(address, query).context["report"].earlier
        return found

    assert chosen() == before
    assert chosen(compare=older.pk) == older
    assert chosen(compare="") is None
    assert chosen(compare="x") is None


def test_hidden_groups_are_on_no_page_of_the_report(client: Client, dirk: User) -> None:
    held = closed_round({"teachers": [3] * 5, "trainers": [1] * 4})
    RoundResponseFactory.create_batch(3, round=held, group="students", remark="Herkenbaar")
    client.force_login(dirk)

    page = client.get(reverse("governance:round-report", args=[held.pk])).content.decode()

    assert "Herkenbaar" not in page
    assert page.lower().count("in-company trainers") == 1  # who answered, without a number
