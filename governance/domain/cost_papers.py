"""The sheet of costs and effect as a table for a spreadsheet and as a document."""

from __future__ import annotations

from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import pdf, spreadsheets
from core.charts import Chart, bars
from governance.domain.costs import Line, Progress, Sheet
from governance.domain.money import cell, euro, plain
from governance.models import Cost

BARS_SHOWN = 8


def name_of(line: Line) -> str:
    return str(line.subject) if line.subject else _("Nothing in particular")


def figure(sheet: Sheet) -> Chart:
    """What each goal cost, the dearest first."""
    rows = [(name_of(line), float(round(line.total)), None) for line in sheet.by_goal[:BARS_SHOWN]]
    return bars.draw(_("What each goal cost"), rows, unit=_("euro"), value_name=_("Costs"))


def csv(sheet: Sheet) -> str:
    kinds = Cost.Kind.values
    head = [
        _("About"),
        _("Name"),
        *[str(Cost.Kind(kind).label) for kind in kinds],
        _("Hours"),
        _("Hours in €"),
        _("Total (€)"),
        _("Indicator"),
        _("At the start"),
        _("Latest"),
        _("Target"),
    ]
    rows = [_csv_row(_("Goal"), line) for line in sheet.by_goal]
    rows += [_csv_row(_("Channel"), line) for line in sheet.by_channel]
    return spreadsheets.csv_text(head, rows)


def _csv_row(about: str, line: Line) -> list[str]:
    amounts = [cell(line.kinds.get(kind)) for kind in Cost.Kind.values]
    first = line.progress[0] if line.progress else None
    effect = (
        [first.indicator.name, cell(first.start), cell(first.latest), cell(first.indicator.target)]
        if first
        else []
    )
    money = [cell(line.hours), cell(line.hours_value), cell(line.total)]
    return [about, name_of(line), *amounts, *money, *effect]


def document(sheet: Sheet, language: Literal["nl", "en"]) -> pdf.Document:
    first, last = date_format(sheet.period.first), date_format(sheet.period.last)
    chart = figure(sheet)
    return pdf.Document(
        title=_("Costs and effect of social media"),
        subtitle=_("%(first)s until %(last)s") % {"first": first, "last": last},
        language=language,
        blocks=(
            pdf.KeyValues(
                (
                    (_("Total"), euro(sheet.total)),
                    (_("Hours"), plain(sheet.hours)),
                    (_("Rate (€ an hour)"), euro(sheet.rate)),
                )
            ),
            pdf.Notice(_("Costs stand beside the effect. The effect is not made into euros.")),
            pdf.Figure(chart.for_print(), chart.title, chart.table.in_words()),
            pdf.Heading(1, _("By goal")),
            _table(sheet.by_goal),
            *_effects(sheet),
            pdf.Heading(1, _("By channel")),
            _table(sheet.by_channel),
        ),
    )


def _table(lines: list[Line]) -> pdf.Table:
    rows = tuple(
        (name_of(line), euro(line.amounts), plain(line.hours), euro(line.total)) for line in lines
    )
    return pdf.Table((_("Name"), _("Amounts"), _("Hours"), _("Total")), rows, widths=(3, 1, 1, 1))


def _effects(sheet: Sheet) -> list[pdf.Block]:
    rows = tuple(
        (name_of(line), one.indicator.name, *_steps(one))
        for line in sheet.by_goal
        for one in line.progress
    )
    if not rows:
        return []
    head = (_("Goal"), _("Indicator"), _("At the start"), _("Latest"), _("Target"))
    return [pdf.Heading(1, _("What was reached")), pdf.Table(head, rows, widths=(3, 3, 1, 1, 1))]


def _steps(one: Progress) -> tuple[str, str, str]:
    return plain(one.start), plain(one.latest), plain(one.indicator.target)
