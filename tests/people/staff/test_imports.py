from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from core import audit
from core.clock import now
from people.domain.staff import imports, showing
from people.models import Role, StaffImport, Unit, User
from tests.factories.people import UnitFactory, UserFactory
from tests.people.staff.files import csv, kinds, looked_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def ali(db: None) -> User:
    user: User = UserFactory(name="Ali", email="ali@x.nl", roles=[Role.ADMINISTRATOR])
    return user


def test_the_preview_changes_nobody_and_tells_everything(ali: User) -> None:
    UnitFactory(name="HR")
    UserFactory(name="Jan", email="jan@x.nl", staff_number="1")
    UserFactory(name="Piet", email="piet@x.nl", staff_number="2")
    UserFactory(name="Weg", email="weg@x.nl", staff_number="3")

    one = looked_at(
        csv(
            "1;Jan;jan@x.nl;;;",
            "2;Piet de Boer;piet@x.nl;HR;docent;",
            "4;Noor;noor@x.nl;hr;Trainer, teacher;ja",
            "5;Fout;geen adres;;;",
        ),
        by=ali,
    )

    assert kinds(one) == {
        "Jan": "unchanged",
        "Piet de Boer": "changed",
        "Noor": "new",
        "Fout": "wrong",
        "Weg": "left",
    }
    assert User.objects.count() == 4
    with override("en"):
        changed, _more = showing.changes(one, "changed")
        wrong, _more = showing.changes(one, "wrong")
    assert changed[0].fields == [
        ("name", "Piet", "Piet de Boer"), ("unit", "–", "HR"), ("roles", "–", "teacher"),
    ]  # fmt: skip
    assert (wrong[0].line, wrong[0].problem) == (5, "“geen adres” is not an e-mail address.")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("9;;x@x.nl;;;", "The name is missing."),
        ("9;X;;;;", "The e-mail address is missing."),
        ("a b;X;x@x.nl;;;", "“a b” is not a staff number."),
        ("9;X;x@x.nl;Nergens;;", "There is no unit “Nergens”."),
        ("9;X;x@x.nl;;tovenaar;", "There is no role “tovenaar”."),
        ("9;X;x@x.nl;;;misschien", "“misschien” is neither yes nor no."),
        ("8;X;x@x.nl;;;", "The staff number stands in line 2 as well."),
        ("9;X;EERST@x.nl;;;", "The e-mail address stands in line 2 as well."),
        ("1;Jan;ali@x.nl;;;", "The e-mail address belongs to Ali."),
        ("2;Jan;jan@x.nl;;;", "This person has another staff number here: 1."),
    ],
)
def test_a_wrong_row_says_why(ali: User, line: str, told: str) -> None:
    UserFactory(name="Jan", email="jan@x.nl", staff_number="1")

    one = looked_at(csv("8;Eerst;eerst@x.nl;;;", line), by=ali)

    with override("en"):
        assert [row.problem for row in showing.changes(one, "wrong")[0]] == [told]


def test_applying_does_what_was_looked_at(ali: User) -> None:
    piet = UserFactory(name="Piet", email="piet@x.nl", roles=[Role.AGENT])
    weg = UserFactory(name="Weg", email="weg@x.nl")
    one = looked_at(
        csv("2;Piet;piet@x.nl;Nieuw;geen;", "4;Noor;noor@x.nl;nieuw;docent;", ";X;fout;;;"),
        by=ali,
        makes_units=True,
    )

    imports.confirm(one, by=ali)

    piet, noor = User.objects.get(pk=piet.pk), User.objects.get(email="noor@x.nl")
    assert (piet.staff_number, piet.unit, piet.roles) == ("2", Unit.objects.get(), frozenset())
    assert (noor.unit, noor.roles, noor.has_usable_password()) == (piet.unit, {"teacher"}, False)
    weg.refresh_from_db()
    assert weg.is_active
    told = audit.history(piet).get()
    assert (told.actor, told.detail["roles"]) == (ali, [["agent"], []])
    assert audit.history(noor).get().verb == "added to the staff"


def test_who_is_not_in_the_file_leaves_only_when_asked(ali: User) -> None:
    weg = UserFactory(email="weg@x.nl")
    UserFactory(email="fout@x.nl", staff_number="7")
    one = looked_at(csv("7;;fout@x.nl;;;"), by=ali, deactivates=True)

    imports.confirm(one, by=ali)

    assert set(User.objects.filter(is_active=False)) == {weg}


@pytest.mark.parametrize("cells", ["nee", ""])
def test_nobody_locks_themselves_out(ali: User, cells: str) -> None:
    UserFactory(roles=[Role.ADMINISTRATOR])
    roles = "" if cells else "docent"

    one = looked_at(csv(f";Ali;ali@x.nl;;{roles};{cells}"), by=ali, deactivates=True)

    assert kinds(one)["Ali"] == "wrong"


def test_the_last_administrator_stays(ali: User) -> None:
    technician = UserFactory(name="T", email="t@x.nl", is_superuser=True, is_active=False)

    one = looked_at(csv(";Ali;ali@x.nl;;;nee"), by=technician, deactivates=True)

    assert kinds(one) == {"Ali": "wrong"}
    one = looked_at(csv(";Iemand;iemand@x.nl;;;"), by=technician, deactivates=True)
    assert kinds(one) == {"Iemand": "new"}


def test_when_people_changed_in_between_nothing_is_done(ali: User) -> None:
    jan = UserFactory(name="Jan", email="jan@x.nl", staff_number="1")
    one = looked_at(csv("1;Jan Jansen;jan@x.nl;;;"), by=ali)
    User.objects.filter(pk=jan.pk).update(name="Johannes")

    with pytest.raises(imports.ChangedMeanwhile):
        imports.confirm(one, by=ali)

    jan.refresh_from_db()
    one.refresh_from_db()
    assert (jan.name, one.state) == ("Johannes", StaffImport.State.PREVIEW)
    assert one.plan[0]["fields"]["name"] == ["Johannes", "Jan Jansen"]
    imports.confirm(one, by=ali)
    with pytest.raises(imports.Gone):
        imports.confirm(one, by=ali)


def test_somebody_who_left_and_never_was_here_gets_no_account(ali: User) -> None:
    one = looked_at(csv("1;Jan;jan@x.nl;;;nee"), by=ali)

    assert kinds(one)["Jan"] == "unchanged"


def test_a_thousand_people_take_few_questions(ali: User) -> None:
    lines = [f"{n};Persoon {n};p{n}@x.nl;Team {n % 40};docent;ja" for n in range(1000)]
    one = looked_at(csv(*lines), by=ali, makes_units=True)
    with CaptureQueriesContext(connection) as first:
        imports.confirm(one, by=ali)
    again = looked_at(csv(*[line.replace(";Persoon", ";P") for line in lines]), by=ali)
    with CaptureQueriesContext(connection) as second:
        imports.confirm(again, by=ali)

    assert User.objects.filter(name__startswith="P ", unit__isnull=False).count() == 1000
    assert len(first) < 40
    assert len(second) < 40


def test_the_content_goes_after_a_week(ali: User) -> None:
    old = looked_at(csv("1;Jan;jan@x.nl;;;"), by=ali)
    StaffImport.objects.filter(pk=old.pk).update(uploaded_at=now() - timedelta(days=7))
    young = looked_at(csv("2;Piet;piet@x.nl;;;"), by=ali)

    assert imports.forget(at=now()) == 1

    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.rows, old.plan, old.outcome["new"]) == ([], [], 1)
    assert young.rows
    with pytest.raises(imports.Gone):
        imports.confirm(old, by=ali)


def test_new_people_are_invited_once_when_asked(ali: User) -> None:
    one = looked_at(csv("1;Jan;jan@x.nl;;;"), by=ali, invites=True)
    imports.confirm(one, by=ali)

    assert [imports.send_invitations(), imports.send_invitations()] == [1, 0]
    assert [letter.to for letter in mail.outbox] == [["jan@x.nl"]]
