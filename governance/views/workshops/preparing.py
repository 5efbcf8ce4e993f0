"""Before the room comes in: the list, a new workshop, its statements."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.content import statements as content
from governance.domain.workshops import listing, preparing, screens
from governance.domain.workshops.refusals import AlreadyBegun, ChangedMeanwhile, Refusal
from governance.forms.workshops import FrameForm, StatementForm, StatementsForm
from governance.models import Workshop
from governance.permissions import workshops as permissions
from governance.views.workshops.access import led, person
from governance.views.workshops.telling import tell


def workshop_list(request: HttpRequest) -> HttpResponse:
    user = person(request)
    can_create = permissions.can_create(user)
    found = Workshop.objects.all() if can_create else Workshop.objects.filter(facilitator=user)
    page = listing.page(found, after=request.GET.get("after", ""))
    if not can_create and not page.workshops:
        raise PermissionDenied
    context = {"workshops": page.workshops, "next": page.next, "can_create": can_create}
    return render(request, "governance/workshops/workshop_list.html", context)


def workshop_create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    if not permissions.can_create(user):
        raise PermissionDenied
    form, statements = FrameForm(request.POST or None), StatementsForm(request.POST or None)
    if request.method == "POST" and all([form.is_valid(), statements.is_valid()]):
        made = preparing.create(form.save(commit=False), by=user, **statements.cleaned_data)
        messages.success(request, _("The workshop is ready to be prepared."))
        return redirect(made)
    context = {"form": form, "statements": statements}
    return render(request, "governance/workshops/workshop_create.html", context)


def workshop_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """How it is prepared, or what came of it."""
    workshop = led(request, pk)
    context = {
        "workshop": workshop,
        "stage": screens.Stage(workshop),
        "guide": content.STEPS,
        "form": StatementsForm(),
        "can_replay": permissions.can_replay(person(request)),
    }
    name = "workshop_result" if workshop.closed_at else "workshop_detail"
    return render(request, f"governance/workshops/{name}.html", context)


def workshop_edit(request: HttpRequest, pk: int) -> HttpResponse:
    workshop, status = led(request, pk), 200
    form = FrameForm(request.POST or None, instance=workshop)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            preparing.change(workshop, seen=seen, by=person(request), fields=form.values)
        except ChangedMeanwhile as other:
            form, status = _again(request, other.current), 409
        except Refusal as refusal:
            tell(request, refusal)
            return redirect(workshop)
        else:
            messages.success(request, _("Saved."))
            return redirect(workshop)
    current = get_object_or_404(Workshop, pk=pk)
    context = {"workshop": current, "form": form, "is_meanwhile": status == 409}
    return render(request, "governance/workshops/workshop_edit.html", context, status=status)


def _again(request: HttpRequest, current: Workshop) -> FrameForm:
    """The form with the writer's own words, against what stands now."""
    data = request.POST.copy()
    data["seen"] = str(current.revision)
    return FrameForm(data, instance=current)


@require_POST
def statement_add(request: HttpRequest, pk: int) -> HttpResponse:
    workshop, form = led(request, pk), StatementsForm(request.POST)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, str(errors[0]))
        return redirect(workshop)
    try:
        preparing.add_statements(workshop, by=person(request), **form.cleaned_data)
    except Refusal as refusal:
        tell(request, refusal)
    return redirect(workshop)


def statement_edit(request: HttpRequest, pk: int, statement: int) -> HttpResponse:
    workshop, status = led(request, pk), 200
    stands = get_object_or_404(workshop.statements.select_related("workshop"), pk=statement)
    form = StatementForm(request.POST or None, instance=stands)
    context = {"workshop": workshop, "form": form, "meanwhile": ""}
    if request.method == "POST" and form.is_valid():
        text, seen = form.cleaned_data["text"], form.cleaned_data["seen"]
        try:
            preparing.reword_statement(stands, seen=seen, by=person(request), text=text)
            return redirect(workshop)
        except ChangedMeanwhile as other:
            again = {"text": text, "seen": other.text}
            context |= {"form": StatementForm(again, instance=stands), "meanwhile": other.text}
            status = 409
        except AlreadyBegun as refusal:
            tell(request, refusal)
            return redirect(workshop)
    return render(request, "governance/workshops/statement_edit.html", context, status=status)


@require_POST
def statement_move(request: HttpRequest, pk: int, statement: int) -> HttpResponse:
    workshop = led(request, pk)
    moved = get_object_or_404(workshop.statements.select_related("workshop"), pk=statement)
    try:
        preparing.move_statement(
            moved, up=request.POST.get("direction") == "up", by=person(request)
        )
    except Refusal as refusal:
        tell(request, refusal)
    return redirect(workshop)


@require_POST
def statement_delete(request: HttpRequest, pk: int, statement: int) -> HttpResponse:
    workshop = led(request, pk)
    gone = get_object_or_404(workshop.statements.select_related("workshop"), pk=statement)
    try:
        preparing.remove_statement(gone, by=person(request))
    except Refusal as refusal:
        tell(request, refusal)
    return redirect(workshop)
