"""Ask an expert: ask, answer, pass on, thank, and make an article of the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import audit, keyset
from governance.views.doors import demand, person
from people.models import User
from training.domain import questions
from training.forms.experts import AnswerForm, AssignForm, PassForm, QuestionForm
from training.models import Question
from training.permissions import can_organise
from training.permissions import experts as permissions

HISTORY_SHOWN = 20
VIEWS = ("asked", "given", "all")


@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    """What I asked, what is asked of me; who organises sees everything."""
    user = person(request)
    sees_all = can_organise(user)
    view = request.GET.get("view", "")
    view = view if view in VIEWS and (sees_all or view != "all") else "asked"
    wanted = {"asked": {"asker": user}, "given": {"expert": user}, "all": {}}[view]
    found = Question.objects.filter(**wanted).select_related("asker", "expert", "article")
    page = keyset.newest(found, "created_at", after=request.GET.get("after", ""))
    context = {"rows": page.rows, "next": page.next, "view": view, "sees_all": sees_all}
    return render(request, "training/experts/question_list.html", context)


def question_create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    about = [name for name in request.GET.getlist("about")[:5] if name]
    initial = {"language": user.language, "title": request.GET.get("title", "")[:150]}
    form = QuestionForm(request.POST or None, initial=initial, chosen=about)
    if request.method == "POST" and form.is_valid():
        asked = questions.ask(form.save(commit=False), skills=form.skills, by=user)
        messages.success(request, _told(asked))
        return redirect(asked)
    return render(request, "training/experts/question_create.html", {"form": form})


def _told(asked: Question) -> str:
    if asked.expert:
        return _("Asked: %(name)s has your question.") % {"name": asked.expert.name}
    return _("Asked. Nobody is free for this right now; the trainers look for somebody.")


@require_safe
def question_detail(request: HttpRequest, pk: int) -> HttpResponse:
    question = _question(request, pk)
    questions.read(question, by=person(request))
    return _detail(request, question)


def _detail(
    request: HttpRequest, question: Question, status: int = 200, **forms: Any
) -> HttpResponse:
    user = person(request)
    may_assign = permissions.can_assign(user, question)
    context = {
        "question": question,
        "skills": question.skills.order_by("key"),
        "turns": question.turns.select_related("expert").order_by("at", "pk"),
        "can_answer": permissions.can_answer(user, question),
        "can_pass_on": permissions.can_pass_on(user, question),
        "can_thank": permissions.can_thank(user, question),
        "can_withdraw": permissions.can_withdraw(user, question),
        "can_make_article": permissions.can_make_article(user, question),
        "answer_form": forms.get("answer_form") or AnswerForm(),
        "pass_form": PassForm(),
        "assign_form": forms.get("assign_form") or AssignForm(question) if may_assign else None,
        "history": audit.history(question)[:HISTORY_SHOWN],
    }
    return render(request, "training/experts/question_detail.html", context, status=status)


@require_POST
def question_answer(request: HttpRequest, pk: int) -> HttpResponse:
    user, question = person(request), _question(request, pk)
    form = AnswerForm(request.POST)
    is_mine = permissions.can_answer(user, question)
    if not is_mine or not form.is_valid():
        demand(is_mine or question.state != Question.State.OPEN)
        return _detail(request, question, status=422 if is_mine else 409, answer_form=form)
    try:
        questions.answer(question, text=form.cleaned_data["answer"], by=user)
    except questions.NoLongerYours:
        return _detail(request, _question(request, pk), status=409, answer_form=form)
    messages.success(request, _("Your answer is with your colleague."))
    return redirect(question)


@require_POST
def question_pass(request: HttpRequest, pk: int) -> HttpResponse:
    """To the next who fits; the question is then out of this person's sight."""
    user, question = person(request), _question(request, pk)
    demand(permissions.can_pass_on(user, question))
    form = PassForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    if _try(request, lambda: questions.pass_on(question, reason=reason, by=user)):
        messages.success(request, _("Passed on."))
    return redirect("training:question-list")


@require_POST
def question_assign(request: HttpRequest, pk: int) -> HttpResponse:
    user, question = person(request), _question(request, pk)
    demand(permissions.can_assign(user, question))
    form = AssignForm(question, request.POST)
    if not form.is_valid():
        return _detail(request, question, status=422, assign_form=form)
    _try(request, lambda: questions.assign(question, to=form.cleaned_data["expert"], by=user))
    return redirect(question)


def _thank(question: Question, user: User) -> Any:
    demand(permissions.can_thank(user, question))
    questions.thank(question, by=user)
    return question


def _withdraw(question: Question, user: User) -> Any:
    demand(permissions.can_withdraw(user, question))
    return questions.withdraw(question, by=user)


def _make_article(question: Question, user: User) -> Any:
    demand(permissions.can_make_article(user, question))
    return questions.make_article(question, by=user)


STEPS: dict[str, Callable[[Question, User], Any]] = {
    "thank": _thank,
    "withdraw": _withdraw,
    "article": _make_article,
}


@require_POST
def question_step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Something that takes one click."""
    if name not in STEPS:
        raise Http404
    user, question = person(request), _question(request, pk)
    return redirect(_try(request, lambda: STEPS[name](question, user)) or question)


def _try(request: HttpRequest, step: Callable[[], Any]) -> Any:
    try:
        return step()
    except questions.NoLongerYours:
        messages.warning(request, _("Somebody else was first. Look how it stands now."))
        return None


def _question(request: HttpRequest, pk: int) -> Question:
    """A question that this person may see; for others it is not there."""
    seen = permissions.questions_seen_by(person(request))
    return get_object_or_404(seen.select_related("asker", "expert", "article"), pk=pk)
