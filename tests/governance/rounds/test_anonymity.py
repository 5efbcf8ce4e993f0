"""An answer cannot be laid beside an invitation: not by a field, not by time, not by order."""

from __future__ import annotations

import random

import pytest
from django.db import connection, models
from django.test import Client
from django.urls import reverse

from core.models import LogEntry
from governance.domain.rounds import answering, inviting, keys, life, mixing
from governance.models import Group, Round, RoundInvitation, RoundLink, RoundResponse
from people.models import User

pytestmark = pytest.mark.django_db

MOMENTS = (models.DateTimeField, models.DateField, models.TimeField)
COUNTERS = (models.AutoField, models.BigAutoField, models.SmallAutoField)


@pytest.mark.parametrize("model", [RoundResponse, RoundInvitation])
def test_the_tables_hold_no_moment_no_person_and_no_order(model: type[models.Model]) -> None:
    fields = [field for field in model._meta.get_fields() if not field.auto_created]

    assert [field for field in fields if isinstance(field, (*MOMENTS, *COUNTERS))] == []
    assert {field.related_model for field in fields if field.is_relation} == {Round}


def test_the_two_tables_share_only_round_and_group() -> None:
    def names(model: type[models.Model]) -> set[str]:
        return {field.name for field in model._meta.get_fields()}

    assert names(RoundResponse) & names(RoundInvitation) == {"id", "round", "group"}


def test_nothing_points_at_a_response_or_an_invitation() -> None:
    for model in (RoundResponse, RoundInvitation):
        assert model._meta.related_objects == ()


def rows(model: type[models.Model]) -> list[tuple[str, int, str]]:
    """Id, transaction and place on the disk, in the order of the disk."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        columns = "id, xmin::text::bigint, ctid::text"
        cursor.execute(f"select {columns} from {table} order by ctid")  # noqa: S608
        return [(str(id_), xmin, ctid) for id_, xmin, ctid in cursor.fetchall()]


@pytest.fixture
def filled(opened: Round, dirk: User) -> list[str]:
    """Twelve people who came in one after the other, by code; their answers in that order."""
    random.seed(4)
    codes = inviting.make_codes(opened, Group.STUDENTS, 12, known=0, by=dirk)
    link = RoundLink.objects.get(round=opened, group=Group.STUDENTS)
    for number, code in enumerate(codes):
        key = answering.begin(link, code=code)
        form = answering.find(link, key)
        RoundResponse.objects.filter(pk=form.pk).update(
            answers={"n": number}, is_complete=number != 3
        )
    return codes


def order() -> list[int]:
    by_id = {str(one.pk): one.answers["n"] for one in RoundResponse.objects.all()}
    return [by_id[id_] for id_, _xmin, _ctid in rows(RoundResponse)]


def code_order(codes: list[str]) -> list[int]:
    place = {keys.digest(code): number for number, code in enumerate(codes)}
    by_id = {str(one.pk): place[one.code_digest] for one in RoundInvitation.objects.all()}
    return [by_id[id_] for id_, _xmin, _ctid in rows(RoundInvitation)]


def test_stirring_changes_the_order_and_nothing_else(opened: Round, filled: list[str]) -> None:
    before = {str(one.pk): one.answers for one in RoundResponse.objects.all()}

    mixing.stir(opened)

    assert {str(one.pk): one.answers for one in RoundResponse.objects.all()} == before
    assert order() != list(range(12))
    assert code_order(filled) != order()
    assert RoundInvitation.objects.filter(is_used=True).count() == 12


def test_after_closing_the_disk_tells_no_order(
    opened: Round, filled: list[str], dirk: User
) -> None:
    ids = {id_ for id_, _xmin, _ctid in rows(RoundResponse)}

    life.close(opened, by=dirk)

    assert sorted(order()) == [number for number in range(12) if number != 3]
    assert order() != sorted(order())
    assert len({xmin for _id, xmin, _ctid in rows(RoundResponse)}) == 1
    assert len({xmin for _id, xmin, _ctid in rows(RoundInvitation)}) == 1
    assert ids.isdisjoint(id_ for id_, _xmin, _ctid in rows(RoundResponse))


def test_answering_leaves_nothing_in_the_audit_trail_and_no_session(
    client: Client, link: RoundLink
) -> None:
    before = LogEntry.objects.count()

    client.post(reverse("governance:questionnaire", args=[link.token]))

    assert RoundResponse.objects.count() == 1
    assert LogEntry.objects.count() == before
    assert "sessionid" not in client.cookies


def test_the_key_is_in_the_cookie_and_nowhere_in_the_database(
    client: Client, link: RoundLink
) -> None:
    answer = client.post(reverse("governance:questionnaire", args=[link.token]))

    cookie = client.cookies["questionnaire"]
    assert cookie["httponly"]
    assert cookie["path"] == f"/governance/questionnaire/{link.token}/"
    assert cookie.value not in answer["Location"]
    kept = RoundResponse.objects.get().key_digest
    assert kept == keys.digest(cookie.value) != cookie.value


def test_a_code_is_kept_as_a_digest(opened: Round, dirk: User) -> None:
    codes = inviting.make_codes(opened, Group.TEACHERS, 3, known=0, by=dirk)

    kept = set(RoundInvitation.objects.values_list("code_digest", flat=True))
    assert kept.isdisjoint(codes)
    assert kept == {keys.digest(code) for code in codes}
    assert "-" not in str(LogEntry.objects.get(verb="made codes").detail)
