"""Five answers or nothing, and nothing by subtraction either."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from governance.domain.rounds import change, figures, talking, veil
from governance.domain.rounds.veil import LEAST, Seen
from governance.models import Group, RoundItem

LEADERS, TEACHERS, STUDENTS = Group.LEADERS, Group.TEACHERS, Group.STUDENTS
Form = tuple[str, dict[str, Any], str]

ITEMS = [
    RoundItem(
        pk=number,
        position=number,
        code=f"expertise-0{number}",
        block="expertise",
        kind=RoundItem.Kind.FIXED,
        groups=[LEADERS, TEACHERS, STUDENTS] if number < 3 else [TEACHERS],
    )
    for number in (1, 2, 3)
]


def forms(group: str, *levels: int, item: str = "1", remark: str = "") -> list[Form]:
    return [(group, {item: level}, remark) for level in levels]


def test_four_forms_show_nothing_of_a_group() -> None:
    seen = veil.draw(ITEMS, forms(LEADERS, 1, 1, 1, 1, remark="Herkenbaar"))

    assert seen == Seen(tuple(ITEMS), {}, {}, {})


def test_five_forms_show() -> None:
    seen = veil.draw(ITEMS, forms(LEADERS, 1, 2, 3, 4, 5, remark="Meer tijd"))

    cell = seen.cells[("expertise-01", LEADERS)]
    assert (cell.counts, cell.mean) == ((1, 1, 1, 1, 1), 3.0)
    assert seen.remarks[LEADERS] == ("Meer tijd",) * 5


def test_an_item_with_four_real_answers_is_hidden_though_its_group_shows() -> None:
    answered = [(LEADERS, {"1": 3, "2": level}, "") for level in (0, 0, 0, 1, 2, 3, 4)]

    seen = veil.draw(ITEMS, answered)

    assert set(seen.cells) == {("expertise-01", LEADERS)}


def test_an_item_with_five_real_answers_shows_beside_many_not_applicable() -> None:
    seen = veil.draw(ITEMS, forms(LEADERS, 0, 0, 0, 5, 5, 5, 5, 5))

    assert (seen.cells[("expertise-01", LEADERS)].skipped) == 3


def test_an_unanswered_item_counts_neither_as_answer_nor_as_not_applicable() -> None:
    answered = [*forms(LEADERS, 4, 4, 4, 4), *forms(LEADERS, 4, item="2")]

    assert veil.draw(ITEMS, answered).cells == {}


def test_the_mean_of_a_block_leaves_a_hidden_item_out() -> None:
    answered = [(LEADERS, {"1": 4, "2": level}, "") for level in (0, 1, 1, 1, 1)]
    block = figures.blocks(veil.draw(ITEMS, answered))[1]

    assert block.means == {LEADERS: 4.0}


def test_the_mean_of_all_leaves_a_hidden_group_out() -> None:
    answered = [*forms(TEACHERS, 4, 4, 4, 4, 4), *forms(LEADERS, 1, 1, 1, 1)]
    block = figures.blocks(veil.draw(ITEMS, answered))[1]

    assert (block.mean, block.items[0].mean) == (4.0, 4.0)


def levels() -> st.SearchStrategy[int | None]:
    return st.sampled_from([None, 0, 1, 2, 3, 4, 5])


def answered() -> st.SearchStrategy[list[Form]]:
    one = st.fixed_dictionaries({str(item.pk): levels() for item in ITEMS})
    form = st.tuples(st.sampled_from([LEADERS, TEACHERS, STUDENTS]), one, st.just(""))
    return st.lists(form, max_size=24)


def everything(seen: Seen, before: Seen) -> str:
    """All that a report makes of the answers, as one text."""
    blocks = figures.blocks(seen)
    numbers = [
        (block.mean, block.means, block.difference, [block.spread(group) for group in block.groups])
        for block in blocks
    ]
    items = [
        (item.mean, item.cells, item.difference, item.spread, item.divided)
        for block in blocks
        for item in block.items
    ]
    changes = (change.of_blocks(before, seen), change.of_items(before, seen))
    return repr((seen.forms, seen.remarks, numbers, items, talking.points(blocks), changes))


@settings(max_examples=150, deadline=None)
@given(answered(), st.data())
def test_what_is_hidden_changes_nothing_in_the_report(given: list[Form], data: Any) -> None:
    """Whatever four people say, the report is the same: so it cannot tell what they said."""
    seen = veil.draw(ITEMS, given)
    secret = [_with_other_secrets(form, seen, data) for form in given]

    other = veil.draw(ITEMS, secret)

    assert everything(other, seen) == everything(seen, seen)


def _with_other_secrets(form: Form, seen: Seen, data: Any) -> Form:
    """The same form, with other levels where the veil hides them; "not applicable" stays."""
    group, answers, _remark = form
    changed = {
        str(item.pk): data.draw(st.integers(1, 5))
        for item in ITEMS
        if (item.code, group) not in seen.cells and answers[str(item.pk)]
    }
    remark = "" if group in seen.forms else data.draw(st.text(max_size=5))
    return group, {**answers, **changed}, remark


@settings(max_examples=150, deadline=None)
@given(answered())
def test_whatever_shows_rests_on_five_people(given: list[Form]) -> None:
    seen = veil.draw(ITEMS, given)

    assert all(cell.answers >= LEAST for cell in seen.cells.values())
    assert all(count >= LEAST for count in seen.forms.values())
    assert {group for _, group in seen.cells} <= set(seen.forms)
    assert set(seen.remarks) == set(seen.forms)


@settings(max_examples=100, deadline=None)
@given(answered(), st.lists(levels(), min_size=1, max_size=4))
def test_the_form_of_few_leaves_no_trace_in_the_totals(
    given: list[Form], few: list[int | None]
) -> None:
    """A group of at most four that joins changes no number: no subtraction can find it."""
    without = [form for form in given if form[0] != STUDENTS]
    joined = [*without, *[(STUDENTS, {"1": level, "2": level}, "") for level in few]]

    seen = veil.draw(ITEMS, without)

    assert everything(veil.draw(ITEMS, joined), seen) == everything(seen, seen)
