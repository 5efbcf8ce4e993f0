"""Clauses are compared by who they are: new, gone, changed, renamed, moved."""

from __future__ import annotations

import random
import uuid
from time import process_time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.domain import comparison, policies, wording
from governance.models import HouseRule, Policy, PolicySection, PolicyVersion
from people.models import User
from tests.factories.governance import PolicyFactory, PolicySectionFactory, PolicyVersionFactory

pytestmark = pytest.mark.django_db

WORDS = ("het", "college", "dat", "een", "docent", "of", "student", "sociale", "media", "eerlijk")


@pytest.fixture
def pair(dirk: User) -> tuple[PolicyVersion, PolicyVersion]:
    """A version in force with four clauses, and a draft that is a copy of it."""
    policy = PolicyFactory(kind="protocol")
    old: PolicyVersion = PolicyVersionFactory(policy=policy, number=1, in_force=True, text="")
    for title in "ABCD":
        PolicySectionFactory(version=old, title=title, what=f"Clause {title} says one thing.")
    return old, policies.start_draft(policy, by=dirk)


def told(old: PolicyVersion, new: PolicyVersion) -> list[tuple[str, str, bool, bool]]:
    changes = comparison.sections(old, new)
    return [(one.kind, one.section.title, one.is_renamed, one.is_moved) for one in changes]


def test_a_copy_changes_nothing(pair: tuple[PolicyVersion, PolicyVersion]) -> None:
    assert told(*pair) == []


def test_words_are_compared_within_a_clause(pair: tuple[PolicyVersion, PolicyVersion]) -> None:
    old, new = pair
    new.sections.filter(title="B").update(what="Clause B says two things.")

    (change,) = comparison.sections(old, new)

    pieces = [(piece.kind, piece.text) for piece in change.what if piece.kind != "same"]
    assert pieces == [("gone", "one"), ("new", "two"), ("gone", "thing"), ("new", "things")]
    assert (change.kind, change.why, change.title) == ("changed", (), ())


def test_a_clause_that_is_renamed_and_moved_is_still_the_same(
    pair: tuple[PolicyVersion, PolicyVersion], dirk: User
) -> None:
    old, new = pair
    last = new.sections.get(title="D")
    policies.write_section(new, by=dirk, section=last, edition=1, fields={"title": "Delta"})
    for _ in range(3):
        policies.move_section(last, by=dirk, step=-1)

    assert told(old, new) == [("changed", "Delta", True, True)]


def test_a_new_clause_on_top_moves_none_of_the_others(
    pair: tuple[PolicyVersion, PolicyVersion], dirk: User
) -> None:
    old, new = pair
    added = policies.write_section(new, by=dirk, fields={"title": "Nieuw", "what": "Iets."})
    for _ in range(4):
        policies.move_section(added, by=dirk, step=-1)

    assert told(old, new) == [("new", "Nieuw", False, False)]


def test_what_went_stands_last(pair: tuple[PolicyVersion, PolicyVersion], dirk: User) -> None:
    old, new = pair
    policies.remove_section(new.sections.get(title="A"), by=dirk, edition=1)
    new.sections.filter(title="D").update(tip="Zeg het.")

    assert told(old, new) == [("changed", "D", False, False), ("gone", "A", False, False)]


def test_another_house_rule_is_a_change(pair: tuple[PolicyVersion, PolicyVersion]) -> None:
    old, new = pair
    new.sections.get(title="C").house_rules.add(HouseRule.objects.create(title="Code"))

    (change,) = comparison.sections(old, new)

    assert change.house_rules == (wording.Piece("new", "Code"),)


def prose(chance: random.Random, sentences: int) -> str:
    """Sentences of twelve words out of a small vocabulary, which is the hardest to compare."""
    return " ".join(
        " ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(sentences)
    )


def big(policy: Policy, number: int, keys: list[uuid.UUID], *, in_force: bool) -> PolicyVersion:
    """Two hundred clauses of three hundred words; a few words differ by number."""
    state: dict[str, object] = {"in_force": True} if in_force else {"state": "historic"}
    version: PolicyVersion = PolicyVersionFactory(policy=policy, number=number, text="", **state)
    chance = random.Random(7)
    PolicySection.objects.bulk_create(
        PolicySection(
            version=version,
            key=key,
            position=place,
            title=f"Clause {place}",
            what=f"{prose(chance, 12)} Dit is versie {number}.\n\n{prose(chance, 12)}"
            f" Zo is het sinds {2000 + number} afgesproken.",
        )
        for place, key in enumerate(keys, start=1)
    )
    return version


def test_two_hundred_clauses_with_small_changes_are_compared_within_a_second() -> None:
    policy = PolicyFactory(kind="protocol")
    keys = [uuid.uuid4() for _ in range(200)]
    old = big(policy, 1, keys, in_force=False)
    new = big(policy, 2, keys, in_force=True)

    began = process_time()
    changes = comparison.sections(old, new)
    took = process_time() - began

    assert len(changes) == 200
    assert took < 1.0


@pytest.mark.parametrize("path", ["policy-detail", "policy-compare"])
def test_fifty_versions_ask_no_more_of_the_database_than_two(
    client: Client, dirk: User, path: str
) -> None:
    policy = PolicyFactory(kind="protocol")
    PolicyVersionFactory(policy=policy, number=100, in_force=True)
    PolicyVersionFactory(policy=policy, number=1, state="historic")
    client.force_login(dirk)
    where = reverse(f"governance:{path}", args=[policy.slug])
    client.get(where)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(where).status_code == 200
        return len(captured)

    few = queries()
    for number in range(2, 50):
        PolicyVersionFactory(policy=policy, number=number, state="historic")

    assert queries() == few


def test_any_two_versions_are_compared_at_an_address(
    client: Client, dirk: User, eva: User, pair: tuple[PolicyVersion, PolicyVersion]
) -> None:
    old, new = pair
    new.sections.filter(title="B").update(what="Clause B says two things.")
    where = reverse("governance:policy-compare", args=[old.policy.slug])
    client.force_login(dirk)

    page = client.get(where, {"before": 1, "after": 2}).content.decode()
    back = client.get(where, {"before": 2, "after": 1}).content.decode()

    assert "<del>one</del><ins>two</ins>" in page
    assert "<del>two</del><ins>one</ins>" in back
    client.force_login(eva)
    hidden = client.get(where, {"before": 1, "after": 2}).content.decode()
    assert "<ins>" not in hidden
    assert "Select a valid choice" in hidden
