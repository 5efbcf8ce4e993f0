"""Writing the quiz of a version: its questions, their order, one question."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import policies, quizzes
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.reading import QuestionForm
from governance.models import PolicyVersion, QuizQuestion
from governance.permissions import policies as permissions
from governance.views import meanwhile
from people.models import User


def quiz_edit(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version = _editable(request, slug, number)
    titles = dict[UUID | None, str](version.sections.values_list("key", "title"))
    context = {
        "version": version,
        "policy": version.policy,
        "questions": [
            (one, titles.get(one.section_key, "")) for one in version.questions.order_by("position")
        ],
    }
    return render(request, "governance/reading/quiz_edit.html", context)


def question_edit(
    request: HttpRequest, slug: str, number: int, pk: int | None = None
) -> HttpResponse:
    """Change a question, or add one (no `pk`)."""
    version = _editable(request, slug, number, may_be_closed=request.method == "POST")
    question = get_object_or_404(version.questions, pk=pk) if pk else None
    form = QuestionForm(request.POST or None, instance=question, version=version)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            refusal = _write(version, form, by=cast(User, request.user), pk=pk)
            if not refusal:
                messages.success(request, _("The question is saved."))
                return redirect("governance:quiz-edit", slug, number)
            form.add_error(None, refusal)
            status = 409
    context = {"version": version, "policy": version.policy, "question": question, "form": form}
    return render(request, "governance/reading/question_edit.html", context, status=status)


def _write(version: PolicyVersion, form: QuestionForm, *, by: User, pk: int | None) -> str:
    """Store the question; why not, when somebody was first. What was filled in stays."""
    edition = form.cleaned_data["edition"]
    # The form has changed its own instance already; the domain wants the question as it stands.
    question = QuizQuestion.objects.filter(version=version, pk=pk).first() if pk else None
    try:
        quizzes.write(version, edition=edition, by=by, fields=form.values, question=question)
    except ChangedMeanwhile as other:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["edition"] = str(other.current.edition)  # type: ignore[index]
        return _other(version, pk)
    except policies.WrongState:
        return _("This version waits for approval. Your text still stands below.")
    return ""


def _other(version: PolicyVersion, pk: int | None) -> str:
    """What stands now, so that who saves again knows what goes."""
    stored = QuizQuestion.objects.filter(version=version, pk=pk).first() if pk else None
    if stored is None:
        return _("Somebody else changed this version in the meantime. Save again to add yours.")
    text = _("Somebody else changed this version in the meantime. The question now says: %(text)s")
    return text % {"text": " · ".join([stored.text, *stored.options])}


@require_POST
def question_move(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    """Move a question one place up or down (`direction`)."""
    version = _editable(request, slug, number)
    order = list(version.questions.order_by("position").values_list("pk", flat=True))
    if pk in order:
        at = order.index(pk)
        step = -1 if request.POST.get("direction") == "up" else 1
        order.insert(max(0, at + step), order.pop(at))
        _or_tell(
            request,
            version,
            lambda edition, by: quizzes.place(version, order, edition=edition, by=by),
        )
    return redirect("governance:quiz-edit", slug, number)


@require_POST
def question_delete(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    version = _editable(request, slug, number)
    question = get_object_or_404(version.questions.select_related("version"), pk=pk)
    _or_tell(request, version, lambda edition, by: quizzes.remove(question, edition=edition, by=by))
    return redirect("governance:quiz-edit", slug, number)


def _or_tell(
    request: HttpRequest, version: PolicyVersion, change: Callable[[int, User], None]
) -> None:
    """Make `change` at the edition that the page showed; tell when somebody else was first."""
    seen = request.POST.get("edition", "")
    edition = int(seen) if seen.isdecimal() else version.edition
    try:
        change(edition, cast(User, request.user))
    except (ChangedMeanwhile, policies.WrongState):
        meanwhile.tell(request)


def _editable(
    request: HttpRequest, slug: str, number: int, *, may_be_closed: bool = False
) -> PolicyVersion:
    """A version that this person may write; `may_be_closed` lets the domain refuse a closed one."""
    versions = PolicyVersion.objects.select_related("policy")
    version = get_object_or_404(versions, policy__slug=slug, number=number)
    user = cast(User, request.user)
    if not permissions.can_write_policies(user):
        raise PermissionDenied
    if not version.is_editable and not may_be_closed:
        raise PermissionDenied
    return version
