"""The report outside the portal: a PDF to put on the table, and the figures as rows."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Literal

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.charts import Chart
from core.pdf import Block as Part
from core.pdf import Document, Figure, Heading, Markdown, Notice, Table
from governance.domain.rounds import drawings, words
from governance.domain.rounds.figures import BlockFigures, ItemFigures
from governance.domain.rounds.report import Report
from governance.domain.rounds.talking import decimal, group_name


def document(report: Report) -> Document:
    """The report as a document in the language of the reader."""
    language: Literal["nl", "en"] = "en" if (get_language() or "nl").startswith("en") else "nl"
    closed = report.held.closed_at
    day = date_format(localtime(closed), "DATE_FORMAT") if closed else ""
    return Document(
        title=report.held.title,
        subtitle=_("How do we stand with social media?"),
        language=language,
        meta=(_("Closed on %(day)s") % {"day": day},),
        blocks=tuple(_parts(report)),
        footer=report.held.title,
        contents=True,
    )


def _parts(report: Report) -> Iterator[Part]:
    yield Notice(_protection())
    yield Heading(1, _("Who answered"))
    yield _turnout(report)
    yield Heading(1, _("The balance"))
    for chart in (
        drawings.balance_of(report.blocks),
        *drawings.radars_of(report.blocks, report.groups),
    ):
        yield _figure(chart)
    yield from _points(report)
    yield Heading(1, _("Block by block"))
    for block in report.blocks:
        yield from _block(report, block)
    yield from _changes(report)
    yield from _beside(report)
    yield from _remarks(report)


def _protection() -> str:
    return _(
        "Nobody can be recognised in this report. A group shows from five forms, a question from"
        " five answers; what does not show counts in no total."
    )


def _turnout(report: Report) -> Table:
    rows = tuple(
        (
            group_name(one.group),
            str(one.invited) if one.invited else "–",
            words.answered(one),
            words.rate(one),
        )
        for one in report.turnout
    )
    return Table((_("Group"), _("Invited"), _("Handed in"), _("Response")), rows)


def _figure(chart: Chart) -> Figure:
    return Figure(chart.for_print(), chart.title, chart.table.in_words())


def _points(report: Report) -> Iterator[Part]:
    yield Heading(1, _("What to talk about"))
    if not report.points:
        yield Markdown(_("No large differences and no low scores."))
    for point in report.points:
        finding, question = _plain(point.finding), _plain(point.question)
        yield Markdown(f"**{point.block_name}.** {finding}\n\n*{question}*")


def _block(report: Report, block: BlockFigures) -> Iterator[Part]:
    yield Heading(2, drawings.block_name(block.block))
    yield Markdown(_plain(words.of_block(block)))
    if block.means:
        yield _figure(drawings.spread_of_block(block))
        yield Markdown(_key(report))
        yield _items(report, block)


def _key(report: Report) -> str:
    """Names of groups are too long for the head of a column; figures are what people answer."""
    lettered = zip(ascii_uppercase, map(group_name, report.groups), strict=False)
    return ", ".join(f"{letter} = {name}" for letter, name in lettered)


def _items(report: Report, block: BlockFigures) -> Table:
    letters = ascii_uppercase[: len(report.groups)]
    head = (_("Mean of each question"), *letters)
    rows = tuple(
        (item.text, *(_mean(item, group) for group in report.groups)) for item in block.items
    )
    return Table(head, rows, widths=(6.0, *(1.0 for _group in report.groups)))


def _mean(item: ItemFigures, group: str) -> str:
    cell = item.cells.get(group)  # type: ignore[call-overload]
    return decimal(cell.mean) if cell else "–"


def _changes(report: Report) -> Iterator[Part]:
    if report.earlier is None:
        return
    title = _("Compared with “%(title)s”") % {"title": report.earlier.title}
    yield Heading(1, title)
    if not report.block_changes:
        yield Markdown(_("These rounds have no figures in common that may be shown."))
        return
    rows = tuple(
        (
            drawings.block_name(one.block),
            group_name(one.group),
            decimal(one.change.before),
            decimal(one.change.after),
            f"{words.signed(one.change.size)} ({words.of_change(one.change)})",
        )
        for one in report.block_changes
    )
    yield Table((_("Block"), _("Group"), _("Earlier"), _("Now"), _("Difference")), rows)
    yield Notice(noise())


def noise() -> str:
    return _(
        "Other people answered this time, and not everybody did. With few answers a mean moves by"
        " itself. “May be chance” means: so small that it would often happen when nothing changed."
    )


def _beside(report: Report) -> Iterator[Part]:
    yield Heading(1, _("Opinion beside figures"))
    for one in report.beside:
        yield Heading(2, one.block_name)
        if one.facts:
            rows = tuple(
                (fact.name, fact.value, date_format(fact.on, "DATE_FORMAT")) for fact in one.facts
            )
            yield Table((_("Measured"), _("Value"), _("On")), rows)
        yield Markdown(_plain(one.words))


def _remarks(report: Report) -> Iterator[Part]:
    if not report.remarks:
        return
    yield Heading(1, _("Remarks"))
    for group, texts in report.remarks:
        yield Heading(2, group_name(group).capitalize())
        yield Table((_("In their own words"),), tuple((text,) for text in texts))


def _plain(text: str) -> str:
    """Words that happen to hold signs of Markdown stay words."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text)


def rows(report: Report) -> Iterator[tuple[str, ...]]:
    """What the page shows, one line per question and group, for a spreadsheet."""
    yield (
        _("Block"),
        _("Question"),
        _("Group"),
        _("Answers"),
        _("Not applicable"),
        *(str(level) for level in range(1, 6)),
        _("Mean"),
    )
    for block in report.blocks:
        for item in block.items:
            for group, cell in item.cells.items():
                counts = (cell.answers, cell.skipped, *cell.counts)
                told = (drawings.block_name(block.block), item.text, group_name(group))
                yield (*told, *(str(count) for count in counts), decimal(cell.mean))
