"""What a session leaves behind: its minutes as a document, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core import pdf
from core.charts import Chart
from core.charts import spread as spread_chart
from core.charts.table import number
from governance.domain.workshops import replay, spread, topfive
from governance.domain.workshops.spread import LABELS, Spread
from governance.models import Proposal, Workshop
from people.models import Institution


def chart(spreads: Iterable[Spread], title: str = "") -> Chart:
    """The votes as bars, one for each statement."""
    return spread_chart.draw(
        title or _("How the room voted"),
        rows=[(str(one.statement.text), one.counts, one.mean) for one in spreads],
        levels=tuple(str(label) for label in LABELS.values()),
    )


def chart_of(one: Spread) -> Chart:
    """The votes on one statement, which stands above it already."""
    label = ngettext("%(count)d vote", "%(count)d votes", one.total) % {"count": one.total}
    return spread_chart.draw(
        one.statement.text,
        rows=[(label, one.counts, one.mean)],
        levels=tuple(str(level) for level in LABELS.values()),
    )


def document(workshop: Workshop) -> pdf.Document:
    """Scene, statements with what was voted and said, proposals, and the top five."""
    spreads = spread.of(workshop)
    return pdf.Document(
        title=workshop.title,
        subtitle=_("Minutes of the vision workshop"),
        language=_language(),
        meta=tuple(_facts(workshop)),
        blocks=(
            pdf.Heading(1, _("Top five")),
            _top_five(topfive.ranked(workshop)),
            pdf.Heading(1, _("The scene")),
            pdf.Markdown(workshop.scene, top_level=2),
            *_statements(workshop, spreads),
            *_proposals(workshop),
        ),
        footer=str(Institution.objects.current()),
    )


def _language() -> Literal["nl", "en"]:
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def _facts(workshop: Workshop) -> Iterator[str]:
    yield _("Subject: %(domain)s") % {"domain": workshop.get_domain_display()}
    if workshop.started_at:
        yield date_format(localtime(workshop.started_at), "DATETIME_FORMAT")
    phones = workshop.participants.count()
    people = ngettext("%(count)d participant", "%(count)d participants", phones)
    yield people % {"count": phones}
    if workshop.facilitator:
        yield _("Facilitator: %(name)s") % {"name": workshop.facilitator}


def _top_five(ranked: list[Proposal]) -> pdf.Block:
    if not ranked:
        return pdf.Notice(_("The room has not come to a top five yet."))
    return pdf.Table(
        head=("#", _("Goal"), _("Choices"), _("Owner")),
        rows=tuple(
            (str(one.rank), one.text, str(one.dots), str(one.owner or "–")) for one in ranked
        ),
        widths=(0.4, 4, 0.8, 1.6),
    )


def _statements(workshop: Workshop, spreads: list[Spread]) -> Iterator[pdf.Block]:
    if not spreads:
        return
    drawn = chart(spreads)
    seen = replay.moment(replay.events_of(workshop), 1_000_000)
    yield pdf.Heading(1, _("Statements"))
    yield pdf.Figure(drawn.for_print(), drawn.title, drawn.table.in_words())
    for one in spread.widest_first(spreads):
        yield pdf.Heading(2, one.statement.text)
        yield pdf.Table(
            head=(*(str(label) for label in LABELS.values()), _("mean")),
            rows=tuple(_counts(one, seen)),
        )
        if one.statement.notes:
            yield pdf.Markdown(one.statement.notes, top_level=3)


def _counts(one: Spread, seen: replay.Moment) -> Iterator[tuple[str, ...]]:
    """The votes; above them those before the second vote, when there was one."""
    first = seen.first_counts.get(one.statement.pk)
    for each in [Spread(one.statement, tuple(first))] if first else []:
        yield (*(str(count) for count in each.counts), number(each.mean))
    yield (*(str(count) for count in one.counts), number(one.mean))


def _proposals(workshop: Workshop) -> Iterator[pdf.Block]:
    others = topfive.not_ranked(workshop)
    if not others:
        return
    yield pdf.Heading(1, _("Other proposals"))
    yield pdf.Table(
        head=(_("Goal"), _("Choices")),
        rows=tuple((one.text, str(one.dots)) for one in others),
        widths=(5, 1),
    )


def rows(workshop: Workshop) -> Iterator[list[str]]:
    """Everything as lines: statements with their votes, then proposals with their choices."""
    counted = [str(label) for label in LABELS.values()]
    yield [_("Kind"), _("Text"), *counted, _("mean"), _("Choices"), _("Owner"), _("Notes")]
    for one in spread.of(workshop):
        counts = [str(count) for count in one.counts]
        mean = number(one.mean) if one.total else ""
        yield [
            _("statement"), one.statement.text, *counts, mean, "", "", one.statement.notes,
        ]  # fmt: skip
    for goal in [*topfive.ranked(workshop), *topfive.not_ranked(workshop)]:
        kind = _("top five, %(place)s") % {"place": goal.rank} if goal.rank else _("proposal")
        owner = str(goal.owner) if goal.rank and goal.owner else ""
        yield [kind, goal.text, *[""] * 6, str(goal.dots), owner, ""]
