"""Reading figures of use from a file of people: every line is right, known already, or explained.

Lines are read one by one, so that one forgotten quote does not swallow the rest. What cannot be
read stays in the text, beside the reason, and nothing else waits for it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.content import columns
from governance.content.audiences import AUDIENCES
from governance.content.platforms import code_of
from governance.models import Audience, AudienceUse
from people.models import User

LONGEST_TEXT = 500_000  # characters; about five thousand lines
MOST_LINES = 2_000
FIRST_YEAR = 1995
_is_address = URLValidator(schemes=["http", "https"])


class Unreadable(Exception):
    """The file as a whole cannot be read; the message says why, for people."""


class Refused(Exception):
    """A line cannot be read; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, with what it became: a figure, something known already, or a problem."""

    number: int
    text: str
    figure: AudienceUse | None = None
    is_known: bool = False
    problem: str = ""


@dataclass(slots=True)
class Preview:
    """What a file holds."""

    head: str
    lines: list[Line] = field(default_factory=list)

    @property
    def figures(self) -> list[AudienceUse]:
        return [line.figure for line in self.lines if line.figure and not line.is_known]

    @property
    def problems(self) -> list[Line]:
        return [line for line in self.lines if line.problem]

    @property
    def known(self) -> int:
        return sum(line.is_known for line in self.lines)

    @property
    def rest(self) -> str:
        """The file without what was taken over: what still has to be put right."""
        kept = [line.text for line in self.problems]
        return "\n".join([self.head, *kept]) if kept else ""


def decoded(raw: bytes) -> str:
    """The text of a file as spreadsheets write it: UTF-8, UTF-16 or Windows."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("This is not a text file. Save the sheet as CSV (UTF-8) and try again."))


def preview(text: str) -> Preview:
    """Read `text`. Raises `Unreadable` when there is no table in it."""
    head, rows = _lines(text)
    delimiter = ";" if head.count(";") >= head.count(",") else ","
    names = _names(head, delimiter)
    audiences = _audiences_by_name()
    seen = {_key(row) for row in AudienceUse.objects.filter(is_example=False)}
    found = Preview(head)
    for number, line in rows:
        try:
            figure = _figure(_cells(line, delimiter, names), audiences)
        except Refused as problem:
            found.lines.append(Line(number, line, problem=str(problem)))
            continue
        found.lines.append(Line(number, line, figure, is_known=_key(figure) in seen))
        seen.add(_key(figure))
    return found


@transaction.atomic
def store(found: Preview, *, by: User) -> int:
    """Take over what could be read and was not known yet; how many."""
    figures = found.figures
    AudienceUse.objects.bulk_create(figures)
    for audience in {figure.audience for figure in figures}:
        count = sum(figure.audience == audience for figure in figures)
        audit.record(gettext_noop("imported figures"), audience, by=by, figures=count)
    return len(figures)


def _lines(text: str) -> tuple[str, list[tuple[int, str]]]:
    if "\x00" in text:
        raise Unreadable(_("This is not a text file. Save the sheet as CSV (UTF-8) and try again."))
    if len(text) > LONGEST_TEXT:
        raise Unreadable(_("This file is too big. Split it into parts of 2,000 lines."))
    everything = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    numbered = [(number, line) for number, line in enumerate(everything, 1) if line.strip(" \t;,")]
    if not numbered:
        raise Unreadable(_("There is nothing in this file yet."))
    if len(numbered) > MOST_LINES + 1:
        raise Unreadable(_("This file is too big. Split it into parts of 2,000 lines."))
    return numbered[0][1], numbered[1:]


def _names(head: str, delimiter: str) -> list[str]:
    """The columns in the order of the file; those that we do not know are ""."""
    try:
        cells = _split(head, delimiter)
    except Refused as problem:
        raise Unreadable(str(problem)) from problem
    names = []
    for cell in cells:
        name = cell.strip().casefold()
        known = name if name in columns.COLUMNS else columns.DUTCH_COLUMNS.get(name, "")
        names.append(known)
    missing = [name for name in columns.REQUIRED if name not in names]
    if missing:
        raise Unreadable(
            _("The first line must name the columns. Missing: %(columns)s.")
            % {"columns": ", ".join(missing)}
        )
    return names


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise Refused(_("The quotes on this line do not match.")) from error


def _cells(line: str, delimiter: str, names: list[str]) -> dict[str, str]:
    cells = _split(line, delimiter)
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        raise Refused(_("This line has more cells than the first line has columns."))
    values = dict.fromkeys(columns.COLUMNS, "")
    for name, cell in zip(names, cells, strict=False):
        if name:
            values[name] = cell.strip().removeprefix("'").strip()
    return values


def _audiences_by_name() -> dict[str, Audience]:
    """Audiences by everything they are called: code, own name, and the names that come along."""
    own = {audience.code: audience for audience in Audience.objects.all()}
    named = {
        name.casefold(): own[one.code]
        for one in AUDIENCES
        if one.code in own
        for name in (one.name.nl, one.name.en)
    }
    named |= {audience.name.casefold(): audience for audience in own.values() if audience.name}
    return named | own


def _figure(cells: dict[str, str], audiences: dict[str, Audience]) -> AudienceUse:
    figure = AudienceUse(
        audience=_audience(cells["audience"], audiences),
        platform=_text(cells, "platform", 40),
        frequency=_frequency(cells["frequency"]),
        percent=_percent(cells["percent"]),
        users=_count(cells["users"]),
        respondents=_count(cells["respondents"]),
        year=_year(cells["year"]),
        source=_text(cells, "source", 200),
        address=_address(cells["address"]),
    )
    figure.platform = code_of(figure.platform)
    _check_sense(figure)
    return figure


def _check_sense(figure: AudienceUse) -> None:
    if figure.percent is None and figure.users is None:
        raise Refused(_("Give a percentage or a number of users."))
    if figure.users is not None and figure.respondents and figure.users > figure.respondents:
        raise Refused(_("More users than people who were asked."))


def _audience(name: str, audiences: dict[str, Audience]) -> Audience:
    found = audiences.get(name) or audiences.get(name.casefold())
    if found is None:
        raise Refused(
            _("We know no audience “%(name)s”.") % {"name": name[:60]}
            if name
            else _("The audience is missing.")
        )
    return found


def _text(cells: dict[str, str], name: str, longest: int) -> str:
    text = cells[name]
    labels = {"platform": _("platform"), "source": _("source")}
    if not text:
        raise Refused(_("This is missing: %(column)s.") % {"column": labels[name]})
    if len(text) > longest:
        raise Refused(_("This is too long: %(column)s.") % {"column": labels[name]})
    return text


def _frequency(text: str) -> str:
    code = columns.FREQUENCIES.get(text.casefold() or "daily")
    if code is None:
        raise Refused(
            _("“%(word)s” is no frequency: write daily, weekly or ever.") % {"word": text[:30]}
        )
    return code


def _percent(text: str) -> Decimal | None:
    bare = text.removesuffix("%").strip().replace(",", ".")
    if not bare:
        return None
    try:
        percent = Decimal(bare)
    except InvalidOperation as error:
        raise Refused(_("“%(word)s” is no percentage.") % {"word": text[:30]}) from error
    if not percent.is_finite() or not 0 <= percent <= 100:
        raise Refused(_("A percentage lies between 0 and 100."))
    return percent.quantize(Decimal("0.1"))


def _count(text: str) -> int | None:
    """A whole number, with or without the points of thousands: 1.200."""
    bare = text.replace(".", "").replace(" ", "").replace("\u00a0", "")
    if not bare:
        return None
    if not (bare.isascii() and bare.isdecimal()) or len(bare) > 9:
        raise Refused(_("“%(word)s” is no whole number.") % {"word": text[:30]})
    return int(bare)


def _year(text: str) -> int:
    year = int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else 0
    if not FIRST_YEAR <= year <= localdate(now()).year:
        raise Refused(_("Write the year of the survey in four digits, and not one to come."))
    return year


def _address(text: str) -> str:
    if not text:
        return ""
    try:
        _is_address(text)
    except ValidationError as error:
        raise Refused(_("The address must be a whole web address, with https://.")) from error
    if len(text) > 500:
        raise Refused(_("This is too long: %(column)s.") % {"column": _("address")})
    return text


def _key(row: AudienceUse) -> tuple[int, str, str, int, str]:
    return (row.audience_id, row.platform, row.frequency, row.year, row.source.casefold())


def template() -> Iterator[tuple[str, ...]]:
    """What an empty file looks like, with two lines to overwrite."""
    yield columns.COLUMNS
    yield from columns.EXAMPLE_LINES


def exported() -> Iterator[tuple[object, ...]]:
    """Every figure that is no example, as a file that can be read in again."""
    yield columns.COLUMNS
    rows = AudienceUse.objects.filter(is_example=False).select_related("audience")
    for row in rows.order_by("audience__position", "-year", "pk").iterator(chunk_size=500):
        percent = "" if row.percent is None else str(row.percent).replace(".", ",")
        yield (
            row.audience.code, row.platform, row.frequency, percent, row.users, row.respondents,
            row.year, row.source, row.address,
        )  # fmt: skip
