"""The conversation card and the privacy assessment on paper, as a table and as data."""

from __future__ import annotations

from typing import Any, Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import pdf, spreadsheets
from governance.content.privacy_assessment import ASSESSMENT_QUESTIONS
from governance.content.safety import CONVERSATION_CARD, FIGURE_5_SOURCE
from governance.domain import assessments, talks
from governance.domain.assessments import Obstacle
from governance.models import PrivacyAssessment, ToolTalk

Language = Literal["nl", "en"]
DOTS = "……………………………………………………………………"


def card(talk: ToolTalk | None, language: Language) -> pdf.Document:
    """The card with what was said, or empty to write on."""
    asked = [(str(one.text), str(one.why), "") for one in CONVERSATION_CARD]
    answered = talks.answered(talk) if talk else asked
    questions = tuple(
        block
        for number, (text, why, answer) in enumerate(answered, 1)
        for block in (
            pdf.Heading(2, f"{number}. {text}"),
            pdf.Markdown(f"*{why}*\n\n{_plain(answer) or DOTS}"),
        )
    )
    chart = talks.figure([talk] if talk else [], _("Where does this tool stand?"))
    alt = chart.table.in_words() or chart.title
    return pdf.Document(
        title=talk.tool if talk else _("Conversation card: a new tool"),
        subtitle=_("Is privacy a concern?"),
        language=language,
        meta=(date_format(talk.held_on), talk.with_whom) if talk else (),
        blocks=(
            *questions,
            pdf.Heading(1, chart.title),
            pdf.Figure(chart.for_print(), FIGURE_5_SOURCE, alt),
            *(_outcome(talk) if talk else ()),
        ),
    )


def _outcome(talk: ToolTalk) -> tuple[pdf.Block, ...]:
    quadrant = talks.corner(talk.to_hide, talk.trust)
    rows = (
        (_("Outcome"), talk.get_outcome_display()),
        (_("Agreements"), talk.agreements or "–"),
        (_("Look again on"), date_format(talk.review_date) if talk.review_date else "–"),
    )
    advice = f"{quadrant.name}: {quadrant.meaning} {quadrant.advice}"
    return pdf.Notice(advice), pdf.KeyValues(rows)


def _plain(text: str) -> str:
    """What somebody wrote, without becoming markup of ours."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+-.!|~" else sign for sign in text)


def assessment(one: PrivacyAssessment, language: Language) -> pdf.Document:
    level = assessments.verdict(one.answers)
    told = f"{level.name}. {level.next_step}" if level else str(Obstacle.UNANSWERED.label)
    risks = tuple(
        (str(risk.question.text), risk.measure or "–") for risk in assessments.risks(one.answers)
    )
    rows = tuple((text, answer, measure) for _theme, text, answer, measure in _rows(one))
    return pdf.Document(
        title=one.title,
        subtitle=_("Light privacy assessment"),
        language=language,
        blocks=(
            pdf.KeyValues(tuple(_facts(one))),
            pdf.Notice(told),
            pdf.Heading(1, _("Risks and measures")),
            pdf.Table((_("Risk"), _("What we do about it")), risks or ((_("none"), "–"),)),
            *_remarks(one),
            pdf.Heading(1, _("All answers")),
            pdf.Table((_("Question"), _("Answer"), _("What we do about it")), rows, (4, 1, 3)),
            pdf.Notice(_("This is the start of a conversation and no legal advice.")),
        ),
    )


def _remarks(one: PrivacyAssessment) -> list[pdf.Block]:
    if not one.measures:
        return []
    return [pdf.Heading(1, _("Other remarks")), pdf.Markdown(_plain(one.measures))]


def _facts(one: PrivacyAssessment) -> list[tuple[str, str]]:
    facts = [(_("State"), str(one.get_state_display())), (_("Made by"), str(one.owner or "–"))]
    if one.decided_at:
        facts += [
            (_("Conclusion"), str(one.get_conclusion_display())),
            (_("Decided by"), str(one.decided_by or "–")),
            (_("Decided on"), date_format(one.decided_at)),
        ]
    if one.review_date:
        facts.append((_("Look again on"), date_format(one.review_date)))
    return facts


def _rows(one: PrivacyAssessment) -> list[tuple[str, str, str, str]]:
    """Theme, question, answer and measure, in words."""
    words = {"yes": _("yes"), "no": _("no"), "": "–"}
    return [
        (str(theme.name), str(question.text), words[answer], measure or "–")
        for theme, asked in assessments.by_theme(one.answers)
        for question, answer, measure in asked
    ]


def assessment_csv(one: PrivacyAssessment) -> str:
    head = [_("Theme"), _("Question"), _("Answer"), _("What we do about it")]
    return spreadsheets.csv_text(head, _rows(one))


def assessment_data(one: PrivacyAssessment) -> dict[str, Any]:
    """For another program: codes, not words."""
    return {
        "title": one.title,
        "state": one.state,
        "conclusion": one.conclusion,
        "level": assessments.level(one.answers).code,
        "decided_at": one.decided_at.isoformat() if one.decided_at else None,
        "review_date": one.review_date.isoformat() if one.review_date else None,
        "remarks": one.measures,
        "answers": [
            {
                "question": question.code,
                "theme": question.theme,
                "answer": assessments.answer_of(one.answers, question.code),
                "is_risk": assessments.answer_of(one.answers, question.code) == question.risk_if,
                "measure": assessments.measure_of(one.answers, question.code),
            }
            for question in ASSESSMENT_QUESTIONS
        ],
    }
