from __future__ import annotations

import pytest

from core import audit
from governance.domain import clause_writing, policies
from governance.domain.clause_settings import DEFAULT_TARGET, SETTINGS, UNMATCHED
from governance.domain.meantime import ChangedMeanwhile
from governance.models import ClauseSetting, Policy, PolicyVersion
from people.models import User
from tests.factories.clauses import clause, document, says

pytestmark = pytest.mark.django_db

KEPT = SETTINGS[UNMATCHED]


def values(version: PolicyVersion) -> list[object]:
    rows = ClauseSetting.objects.filter(section__version=version)
    return list(rows.values_list("value", flat=True))


def test_a_clause_of_a_draft_can_arrange_something_and_it_is_written_down(dirk: User) -> None:
    draft = document()
    section = clause(draft, "What we keep")

    clause_writing.put(section, KEPT, 14, edition=1, by=dirk)

    draft.refresh_from_db()
    assert (values(draft), draft.edition) == ([14], 2)
    entry = audit.history(draft)[0]
    assert entry.actor == dirk
    assert entry.detail == {
        "setting": UNMATCHED, "was": None, "becomes": 14, "clause": "What we keep",
    }  # fmt: skip


def test_setting_it_again_changes_it(dirk: User) -> None:
    section = clause(document())

    clause_writing.put(section, KEPT, 14, edition=1, by=dirk)
    clause_writing.put(section, KEPT, 20, edition=2, by=dirk)

    assert values(section.version) == [20]


def test_the_second_of_two_writers_is_told_and_changes_nothing(dirk: User) -> None:
    section = clause(document())
    clause_writing.put(section, KEPT, 14, edition=1, by=dirk)

    with pytest.raises(ChangedMeanwhile):
        clause_writing.put(section, KEPT, 20, edition=1, by=dirk)

    assert values(section.version) == [14]


def test_what_is_in_force_cannot_be_changed(dirk: User) -> None:
    section = says(document(month=1), (UNMATCHED, 14))

    with pytest.raises(policies.WrongState):
        clause_writing.put(section, KEPT, 20, edition=1, by=dirk)
    with pytest.raises(policies.WrongState):
        clause_writing.remove(section.settings.get(), edition=1, by=dirk)


@pytest.mark.parametrize("value", [0, 366, True, "14"])
def test_only_what_is_possible_is_stored(dirk: User, value: int) -> None:
    section = clause(document(), why="Because.")

    with pytest.raises(clause_writing.NotPossible):
        clause_writing.put(section, KEPT, value, edition=1, by=dirk)


def test_a_document_of_another_kind_cannot_arrange_everything(dirk: User) -> None:
    section = clause(document(Policy.Kind.PRIVACY))

    with pytest.raises(clause_writing.NotPossible):
        clause_writing.put(section, SETTINGS[DEFAULT_TARGET], 480, edition=1, by=dirk)
    assert SETTINGS[DEFAULT_TARGET] not in clause_writing.possible_in(section)


def test_keeping_what_nobody_needs_longer_than_a_month_has_to_be_explained(dirk: User) -> None:
    version = document()

    with pytest.raises(clause_writing.NeedsWhy):
        clause_writing.put(clause(version), KEPT, 31, edition=1, by=dirk)
    clause_writing.put(clause(version, why="An inquiry."), KEPT, 31, edition=1, by=dirk)

    assert values(version) == [31]


def test_one_version_says_a_thing_once(dirk: User) -> None:
    version = document()
    first = says(version, (UNMATCHED, 14))

    with pytest.raises(clause_writing.AlreadySaid) as other:
        clause_writing.put(clause(version), KEPT, 20, edition=1, by=dirk)

    assert other.value.section == first
    assert KEPT not in clause_writing.possible_in(first)


def test_a_setting_can_be_taken_out(dirk: User) -> None:
    section = says(document(), (UNMATCHED, 14))

    clause_writing.remove(section.settings.get(), edition=1, by=dirk)

    assert values(section.version) == []
    assert audit.history(section.version)[0].detail["was"] == 14
