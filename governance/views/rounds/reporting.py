"""The report of a closed round: a page, a PDF, and the figures as a file."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.text import slugify

from core import downloads, pdf
from core.spreadsheets import csv_text
from governance.content.questionnaire import GROUPS
from governance.domain.rounds import drawings, paper, report, words
from governance.domain.rounds.change import Change
from governance.domain.rounds.figures import BlockFigures, ItemFigures
from governance.domain.rounds.report import Report
from governance.domain.rounds.talking import Point
from governance.models import Block, Domain, Round
from governance.permissions import rounds as permissions
from governance.views.rounds.rooms import held_round

DOMAINS = {Block.MATERIAL: Domain.LEARNING, Block.EXPERTISE: Domain.KEEPING_UP}


def round_report(request: HttpRequest, pk: int) -> HttpResponse:
    held, earlier = _rounds(request, pk)
    made = report.make(held, earlier=_chosen(request, earlier))
    context = {
        "held": held,
        "report": made,
        "earlier_rounds": earlier,
        "group_names": {code: str(name) for code, name in GROUPS.items()},
        "turnout": [(one, words.answered(one), words.rate(one)) for one in made.turnout],
        "balance": drawings.balance_of(made.blocks),
        "radars": drawings.radars_of(made.blocks, made.groups),
        "points": [(point, _goal_address(point)) for point in made.points],
        "blocks": [_block(made, block) for block in made.blocks],
        "apart": [_item(item) for item in made.most_apart],
        "spread": [_item(item) for item in made.most_spread],
        "own": [_item(item) for item in made.own if item.cells],
        "noise": paper.noise(),
        **_changes(made),
    }
    return render(request, "governance/rounds/report.html", context)


def round_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    held, earlier = _rounds(request, pk)
    made = report.make(held, earlier=_chosen(request, earlier))
    return downloads.pdf_file(pdf.render(paper.document(made)), f"{_file(held)}.pdf")


def round_csv(request: HttpRequest, pk: int) -> HttpResponse:
    held, _earlier = _rounds(request, pk)
    head, *rows = paper.rows(report.make(held))
    return downloads.csv_file(csv_text(head, rows), f"{_file(held)}.csv")


def _rounds(request: HttpRequest, pk: int) -> tuple[Round, list[Round]]:
    held, user = held_round(request, pk)
    if not permissions.can_read_report(user, held):
        raise PermissionDenied
    return held, report.earlier_rounds(held)


def _chosen(request: HttpRequest, earlier: list[Round]) -> Round | None:
    """The round to compare with; the one before this unless somebody chose otherwise."""
    wanted = request.GET.get("compare")
    if wanted is None:
        return earlier[0] if earlier else None
    return next((one for one in earlier if str(one.pk) == wanted), None)


def _file(held: Round) -> str:
    return slugify(held.title) or "report"


def _goal_address(point: Point) -> str:
    """Where a goal is begun from this finding; nothing while there is no such page."""
    try:
        address = reverse("governance:goal-create")
    except NoReverseMatch:
        return ""
    domain = DOMAINS.get(point.block, Domain.COMMUNICATION)
    return f"{address}?{urlencode({'domain': domain, 'title': point.finding[:200]})}"


def _block(made: Report, block: BlockFigures) -> dict[str, Any]:
    rows = [
        (item.text, [item.cells.get(group) for group in made.groups], words.apart(item.difference))
        for item in block.items
    ]
    return {
        "code": block.block,
        "name": drawings.block_name(block.block),
        "words": words.of_block(block),
        "spread": drawings.spread_of_block(block) if block.means else None,
        "rows": rows,
    }


def _item(item: ItemFigures) -> dict[str, Any]:
    return {
        "block": drawings.block_name(item.item.block),
        "chart": drawings.spread_of_item(item),
        "words": words.apart(item.difference),
        "lowest": item.levels[0],
        "highest": item.levels[-1],
    }


def _changes(made: Report) -> dict[str, Any]:
    told = [(drawings.block_name(one.block), one, *_told(one.change)) for one in made.block_changes]
    return {
        "block_changes": [row for row in told if not row[1].change.is_noise],
        "chance_changes": [row for row in told if row[1].change.is_noise],
        "item_changes": [(one, *_told(one.change)) for one in made.item_changes[:12]],
    }


def _told(change: Change) -> tuple[str, str]:
    return words.signed(change.size), words.of_change(change)
