from __future__ import annotations

import pytest

from people.domain.staff import reading
from people.domain.staff.reading import Trouble, Unreadable
from tests.people.staff.files import csv, workbook


def cells(content: bytes) -> list[dict[str, str]]:
    return [line.cells for line in reading.lines(content)]


ZOE = {"name": "Zoë", "email": "zoe@example.org"}


@pytest.mark.parametrize(
    "content",
    [
        "naam;e-mail\nZoë;zoe@example.org".encode(),
        "\ufeffE-mailadres,Naam\nzoe@example.org,Zoë\n".encode(),
        "Naam;E-mail\r\nZoë;zoe@example.org\r\n".encode("cp1252"),
        "name\temail\nZoë\tzoe@example.org".encode(),
        "sep=,\r\nname,email\r\nZoë,zoe@example.org".encode(),
        workbook(["Naam", "E-mail"], ["Zoë", "zoe@example.org"]),
    ],
    ids=["semicolons", "commas with a mark", "Windows", "tabs", "told by Excel", "workbook"],
)
def test_a_file_is_read_as_hr_makes_it(content: bytes) -> None:
    assert cells(content) == [ZOE]


def test_numbers_of_a_workbook_are_read_as_they_look() -> None:
    content = workbook(["nummer", "naam", "mail", "actief"], [10234.0, "Zoë", "z@x.nl", True])

    assert cells(content)[0] == {
        "staff_number": "10234", "name": "Zoë", "email": "z@x.nl", "is_active": "ja",
    }  # fmt: skip


def test_a_line_number_is_that_of_the_file() -> None:
    content = b'naam;e-mail\n"Jan\nPiet";a@x.nl\n\n;\nKees;k@x.nl\n'

    assert [line.number for line in reading.lines(content)] == [2, 6]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"naam;e-mail\n", Trouble.EMPTY),
        (b"", Trouble.EMPTY),
        (b"naam;telefoon\nJan;06", Trouble.NO_COLUMNS),
        (b"naam;name;e-mail\nJan;Jan;j@x.nl", Trouble.TWICE),
        (b"PK no workbook", Trouble.UNREADABLE),
        (b"naam;e-mail\n\x00;x", Trouble.UNREADABLE),
        (b"x" * (reading.MOST_BYTES + 1), Trouble.TOO_BIG),
    ],
)
def test_a_file_of_no_use_says_why(content: bytes, trouble: Trouble) -> None:
    with pytest.raises(Unreadable) as refused:
        reading.lines(content)

    assert refused.value.trouble == trouble


def test_an_example_can_be_read_back() -> None:
    assert len(reading.lines(csv("1;Jan;j@x.nl;HR;docent;ja"))) == 1
