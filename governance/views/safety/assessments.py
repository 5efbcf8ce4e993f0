"""Light privacy assessments: answer, see the risks, decide, look again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit, downloads, keyset, pdf
from governance.domain import assessments, meantime, safety_papers, talks
from governance.forms.safety import AssessmentForm, ConclusionForm
from governance.models import PrivacyAssessment
from governance.permissions import safety as permissions
from governance.views.doors import demand, person, today

HISTORY_SHOWN = 20


def assessment_list(request: HttpRequest) -> HttpResponse:
    found = permissions.assessments_seen_by(person(request)).select_related("owner", "decided_by")
    page = keyset.newest(found, "created_at", after=request.GET.get("after", ""))
    rows = [(one, assessments.verdict(one.answers)) for one in page.rows]
    context = {"rows": rows, "next": page.next}
    return render(request, "governance/assessments/assessment_list.html", context)


def assessment_create(request: HttpRequest) -> HttpResponse:
    return _edit(request, PrivacyAssessment())


def assessment_edit(request: HttpRequest, pk: int) -> HttpResponse:
    assessment = _assessment(request, pk)
    demand(permissions.can_change_assessment(person(request), assessment))
    return _edit(request, assessment)


def _edit(request: HttpRequest, assessment: PrivacyAssessment) -> HttpResponse:
    form = AssessmentForm(request.POST or None, instance=assessment)
    context, status = {"form": form, "assessment": assessment}, 200
    if request.method == "POST" and form.is_valid():
        try:
            seen = form.cleaned_data["seen"]
            saved = assessments.write(form.save(commit=False), by=person(request), seen=seen)
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("The assessment is saved."))
            return redirect(saved)
    template = "governance/assessments/assessment_edit.html"
    return render(request, template, context, status=status)


@require_POST
def assessment_risks(request: HttpRequest) -> HttpResponse:
    """The risks by the answers so far, while somebody fills in; nothing is kept."""
    context = {"form": AssessmentForm(request.POST)}
    return render(request, "governance/assessments/_risks.html", context)


def assessment_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return _detail(request, _assessment(request, pk))


def _detail(
    request: HttpRequest,
    assessment: PrivacyAssessment,
    form: ConclusionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    user = person(request)
    context = {
        "assessment": assessment,
        "themes": assessments.by_theme(assessment.answers),
        "risks": assessments.risks(assessment.answers),
        "level": assessments.verdict(assessment.answers),
        "unanswered": assessments.unanswered(assessment.answers),
        "can_change": permissions.can_change_assessment(user, assessment),
        "can_decide": permissions.can_decide_assessment(user, assessment),
        "form": form or ConclusionForm(initial={"review_date": talks.year_after(today())}),
        "history": audit.history(assessment)[:HISTORY_SHOWN],
    }
    template = "governance/assessments/assessment_detail.html"
    return render(request, template, context, status=status)


@require_POST
def assessment_decide(request: HttpRequest, pk: int) -> HttpResponse:
    user, assessment = person(request), _assessment(request, pk)
    demand(permissions.can_decide_assessment(user, assessment))
    form = ConclusionForm(request.POST)
    if not form.is_valid():
        return _detail(request, assessment, form, status=422)
    try:
        assessments.decide(assessment, by=user, **form.cleaned_data)
    except assessments.NotReady as refusal:
        form.add_error("conclusion", str(refusal.obstacle.label))
        return _detail(request, assessment, form, status=422)
    except assessments.NotTheirs:
        messages.warning(request, _("Somebody else decided on this in the meantime."))
    else:
        messages.success(request, _("Your decision is kept."))
    return redirect(assessment)


@require_POST
def assessment_delete(request: HttpRequest, pk: int) -> HttpResponse:
    user, assessment = person(request), _assessment(request, pk)
    demand(permissions.can_change_assessment(user, assessment))
    try:
        assessments.remove(assessment, by=user)
    except assessments.NotTheirs:
        messages.warning(request, _("Somebody else decided on this in the meantime."))
        return redirect(assessment)
    messages.success(request, _("The draft is deleted."))
    return redirect("governance:assessment-list")


@require_POST
def assessment_again(request: HttpRequest, pk: int) -> HttpResponse:
    """A new draft from a decided one."""
    assessment = _assessment(request, pk)
    demand(assessment.state == PrivacyAssessment.State.DECIDED)
    draft = assessments.look_again(assessment, by=person(request))
    return redirect("governance:assessment-edit", draft.pk)


def assessment_export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """As PDF to sign, as CSV to list, as JSON for another program."""
    assessment, language = _assessment(request, pk), _language()
    name = f"privacy-{assessment.pk}.{form}"
    if form == "pdf":
        made = pdf.render(safety_papers.assessment(assessment, language))
        return downloads.pdf_file(made, name)
    if form == "csv":
        return downloads.csv_file(safety_papers.assessment_csv(assessment), name)
    response = JsonResponse(
        safety_papers.assessment_data(assessment), json_dumps_params={"ensure_ascii": False}
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _language() -> Any:
    return (get_language() or "nl")[:2]


def _assessment(request: HttpRequest, pk: int) -> PrivacyAssessment:
    """An assessment that this person may see; for others it is not there."""
    found = permissions.assessments_seen_by(person(request))
    return get_object_or_404(found.select_related("talk", "owner", "decided_by"), pk=pk)
