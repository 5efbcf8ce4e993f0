"""Walking through pages of a server that we can only see through its answers."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.mastodon import paging


def page(*numbers: int) -> list[Any]:
    return [{"id": str(number)} for number in numbers]


def test_the_first_page_is_where_a_timeline_begins() -> None:
    assert paging.forward(page(12, 11), {}) == paging.Step({"min_id": "12"}, more=False)


def test_an_empty_account_will_be_read_from_its_very_first_item() -> None:
    assert paging.forward([], {}) == paging.Step({"min_id": "0"}, more=False)
    assert paging.forward(page(3, 2), {"min_id": "0"}) == paging.Step({"min_id": "3"}, more=True)


def test_ids_are_compared_as_numbers() -> None:
    assert paging.forward(page(100, 99), {"min_id": "98"}).cursor == {"min_id": "100"}


@pytest.mark.parametrize("items", [[], page(98), [None, "x", {}, {"id": 99}]])
def test_a_page_without_anything_newer_ends_the_walk(items: list[Any]) -> None:
    assert paging.forward(items, {"min_id": "98"}) == paging.Step({"min_id": "98"}, more=False)


def test_a_first_search_is_one_page() -> None:
    assert paging.backward(page(9, 8), {}) == paging.Step({"high": "9"}, more=False)
    assert paging.backward([], {}) == paging.Step({}, more=False)


def test_a_later_search_walks_back_to_what_was_known() -> None:
    first = paging.backward(page(30, 25), {"high": "9"})
    assert first == paging.Step({"high": "9", "walk": "25", "top": "30"}, more=True)
    second = paging.backward(page(20, 15), first.cursor)
    assert second == paging.Step({"high": "9", "walk": "15", "top": "30"}, more=True)
    assert paging.backward(page(10, 9), second.cursor) == paging.Step({"high": "30"}, more=False)


def test_a_search_that_ends_before_the_known_one_is_complete() -> None:
    walking = {"high": "9", "walk": "15", "top": "30"}
    assert paging.backward([], walking) == paging.Step({"high": "30"}, more=False)


def test_a_server_that_ignores_the_bound_does_not_keep_us_walking() -> None:
    walking = {"high": "9", "walk": "25", "top": "30"}
    assert paging.backward(page(30, 25), walking) == paging.Step({"high": "30"}, more=False)
