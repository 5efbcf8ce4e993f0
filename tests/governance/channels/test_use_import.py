from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override

from governance.domain import audiences, use_import
from governance.models import AudienceUse
from people.models import User

pytestmark = pytest.mark.django_db

HEAD = "audience;platform;frequency;percent;users;respondents;year;source;address"
GOOD = "students;Instagram;daily;71,5;;240;2026;Eigen vragenlijst;https://example.org/a"
PAGE = "/governance/audiences/import/"


@pytest.fixture(autouse=True)
def standard() -> None:
    audiences.ensure_standard()


def preview(*lines: str, head: str = HEAD) -> use_import.Preview:
    return use_import.preview("\n".join([head, *lines]))


def problem(line: str) -> str:
    with override("en"):
        return preview(line).problems[0].problem


def test_a_dutch_line_becomes_a_figure() -> None:
    (figure,) = preview(GOOD).figures

    assert (figure.audience.code, figure.platform, figure.percent) == (
        "students",
        "instagram",
        Decimal("71.5"),
    )


def test_commas_a_mark_at_the_start_and_dutch_heads_are_understood() -> None:
    text = (
        "\ufeffDoelgroep,Platform,Frequentie,Percentage,Gebruikers,Ondervraagden,Jaar,Bron,Adres\r\n"
        'huidige studenten,Twitter,wekelijks,"53,5%","1.200","2.000",2025,Krant,\r\n'
    )

    (figure,) = use_import.preview(text).figures

    assert (figure.platform, figure.frequency, figure.users) == ("x", "weekly", 1200)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("aliens;x;daily;5;;;2026;Bron;", "We know no audience “aliens”."),
        (";x;daily;5;;;2026;Bron;", "The audience is missing."),
        ("students;;daily;5;;;2026;Bron;", "This is missing: platform."),
        ("students;x;hourly;5;;;2026;Bron;", "“hourly” is no frequency"),
        ("students;x;daily;veel;;;2026;Bron;", "“veel” is no percentage."),
        ("students;x;daily;101;;;2026;Bron;", "between 0 and 100"),
        ("students;x;daily;NaN;;;2026;Bron;", "between 0 and 100"),
        ("students;x;daily;-1;;;2026;Bron;", "between 0 and 100"),
        ("students;x;daily;;;;2026;Bron;", "Give a percentage or a number of users."),
        ("students;x;daily;;700;600;2026;Bron;", "More users than people who were asked."),
        ("students;x;daily;;1,5;;2026;Bron;", "is no whole number"),
        ("students;x;daily;;٣;;2026;Bron;", "is no whole number"),
        ("students;x;daily;5;;;2099;Bron;", "Write the year"),
        ("students;x;daily;5;;;;Bron;", "Write the year"),
        ("students;x;daily;5;;;2026;;", "This is missing: source."),
        ("students;x;daily;5;;;2026;Bron;javascript:alert(1)", "whole web address"),
        ('students;"x;daily;5;;;2026;Bron;', "The quotes on this line do not match."),
        ("students;x;daily;5;;;2026;Bron;;extra", "more cells"),
        (f"students;{'x' * 41};daily;5;;;2026;Bron;", "This is too long: platform."),
    ],
)
def test_a_wrong_line_says_what_is_wrong(line: str, words: str) -> None:
    assert words in problem(line)


def test_a_wrong_line_takes_no_other_line_along() -> None:
    found = preview('students;"x;daily;5;;;2026;Bron;', GOOD)

    assert (len(found.problems), len(found.figures)) == (1, 1)
    assert found.rest.splitlines() == [HEAD, 'students;"x;daily;5;;;2026;Bron;']


def test_the_same_line_twice_is_one_figure(dirk: User) -> None:
    assert len(preview(GOOD, GOOD).figures) == 1
    assert use_import.store(preview(GOOD), by=dirk) == 1

    again = preview(GOOD)

    assert (again.known, again.figures) == (1, [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "just words",
        f"{HEAD}\n\x00",
        "x" * (use_import.LONGEST_TEXT + 1),
        "\n".join([HEAD, *["a;b"] * (use_import.MOST_LINES + 1)]),
        'audience;"platform',
    ],
)
def test_what_is_no_table_is_refused_as_a_whole(text: str) -> None:
    with pytest.raises(use_import.Unreadable):
        use_import.preview(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_every_spreadsheet_are_read(encoding: str) -> None:
    text = f"{HEAD}\n{GOOD.replace('Eigen', 'Één')}"

    (figure,) = use_import.preview(use_import.decoded(text.encode(encoding))).figures

    assert figure.source == "Één vragenlijst"


def test_a_picture_is_not_a_file_of_figures(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    picture = SimpleUploadedFile("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x81\x8d")

    page = client.post(PAGE, {"file": picture, "step": "import"})

    assert page.status_code == 200
    assert "This is not a text file" in page.content.decode()


def test_what_is_right_is_taken_over_and_the_rest_stays_to_be_put_right(
    client: Client, dirk: User
) -> None:
    client.force_login(dirk)
    wrong = "aliens;x;daily;5;;;2026;Bron;"
    text = f"{HEAD}\n{GOOD}\n{wrong}"
    file = SimpleUploadedFile("figures.csv", text.encode())

    checked = client.post(PAGE, {"file": file, "step": "check"})
    assert not AudienceUse.objects.filter(is_example=False).exists()
    assert "We know no audience" in checked.content.decode()
    assert checked.context["form"]["text"].value() == text

    taken = client.post(PAGE, {"text": text, "step": "import"})
    assert AudienceUse.objects.filter(is_example=False).count() == 1
    assert taken.context["form"]["text"].value() == f"{HEAD}\n{wrong}"


def test_words_of_a_file_are_shown_as_words(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    page = client.post(PAGE, {"text": f"{HEAD}\n<script>alert(1)</script>;x;;5;;;2026;B;"})

    assert "<script>alert(1)" not in page.content.decode()


def test_an_export_starts_no_formula_and_reads_in_again(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    use_import.store(preview(GOOD.replace("Eigen vragenlijst", "=1+1")), by=dirk)

    exported = client.get("/governance/audiences/export/").content.decode()

    assert ";'=1+1;" in exported
    assert exported.startswith("\ufeff")
    assert use_import.preview(exported).known == 1


def test_the_empty_file_can_be_read_in(client: Client, eva: User) -> None:
    client.force_login(eva)

    template = client.get("/governance/audiences/import/template/")

    assert template.headers["Content-Disposition"].endswith('.csv"')
    assert len(use_import.preview(template.content.decode()).figures) == 2
