"""The questionnaire itself: public, without an account, a page for each building block.

The key of a form travels in a cookie for this address only. It never stands in an address that a
server could write down.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.content.questionnaire import BLOCKS
from governance.domain.rounds import answering, keys, life, questions
from governance.domain.rounds.answering import Closed, CodeRefused, NoForm, Unanswered
from governance.forms.answers import AnswersForm, CodeForm, RemarkForm
from governance.models import RoundLink
from people import languages
from people.models import Institution

COOKIE = "questionnaire"
DONE = "done"
COOKIE_SECONDS = 60 * 24 * 60 * 60


@login_not_required
def enter_code(request: HttpRequest) -> HttpResponse:
    """Where slips of paper lead: the code opens the first page of its group."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        try:
            link = answering.find_code(code)
        except CodeRefused:
            form.add_error("code", _("This code is not right, or it was used before."))
        else:
            return _welcome(request, link, code=keys.tidy(code))
    return _show(request, "governance/rounds/code.html", {"form": form})


@login_not_required
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """What it is about; a POST begins."""
    link = _link(token)
    if request.method != "POST":
        return _welcome(request, link)
    code = request.POST.get("code", "")
    try:
        key = answering.begin(link, code=code)
    except Closed:
        return _welcome(request, link)
    except CodeRefused:
        return _welcome(request, link, refused=bool(code))
    return _remember(redirect("governance:questionnaire-step", token, 1), link, key)


def _welcome(request: HttpRequest, link: RoundLink, **more: Any) -> HttpResponse:
    asked = questions.for_group(link.round.items.all(), link.group)
    has_begun = answering.has_form(link, _key(request))
    context = {
        "link": link,
        "is_answered_now": life.is_answered_now(link.round),
        "needs_code": answering.needs_code(link),
        "count": len(asked),
        "minutes": questions.minutes(asked),
        "is_done": request.COOKIES.get(COOKIE) == DONE,
        "has_begun": has_begun,
        "is_gone": bool(_key(request)) and not has_begun,
        "continue_form": CodeForm(auto_id="continue_%s"),
        "code_form": CodeForm(auto_id="begin_%s"),
        **more,
    }
    return _show(request, "governance/rounds/welcome.html", context)


@login_not_required
def step(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """One building block. What was answered is kept, also when the page is not complete."""
    link = _link(token)
    try:
        form_row = answering.find(link, _key(request))
    except NoForm:
        return redirect("governance:questionnaire", token)
    if not life.is_answered_now(link.round):
        return redirect("governance:questionnaire", token)
    steps = questions.steps(questions.for_group(link.round.items.all(), link.group))
    if not 1 <= number <= len(steps):
        return redirect("governance:questionnaire-finish", token)
    block, asked = steps[number - 1]
    form = AnswersForm(request.POST or None, questions=asked, answers=form_row.answers)
    if request.method == "POST":
        return _turn(request, link, number, form, {"about": BLOCKS[block], "steps": steps})
    context = {"about": BLOCKS[block], "steps": steps}
    return _page(request, link, number, form, context)


def _turn(
    request: HttpRequest, link: RoundLink, number: int, form: AnswersForm, context: dict[str, Any]
) -> HttpResponse:
    """Keep the answers and go where the button says."""
    is_complete = form.is_valid()
    try:
        answering.save(link, _key(request), form.given)
    except (Closed, NoForm):
        return redirect("governance:questionnaire", link.token)
    where = request.POST.get("go", "on")
    if where == "back":
        return redirect("governance:questionnaire-step", link.token, max(1, number - 1))
    if where == "later":
        return redirect("governance:questionnaire-later", link.token)
    if languages.exists(where):
        here = redirect("governance:questionnaire-step", link.token, number)
        return languages.remember(request, here, where)
    if not is_complete:
        return _page(request, link, number, form, context)
    if number == len(context["steps"]):
        return redirect("governance:questionnaire-finish", link.token)
    return redirect("governance:questionnaire-step", link.token, number + 1)


def _page(
    request: HttpRequest, link: RoundLink, number: int, form: AnswersForm, context: dict[str, Any]
) -> HttpResponse:
    count = len(context["steps"])
    context |= {"link": link, "number": number, "count": count, "form": form}
    return _show(request, "governance/rounds/step.html", context)


@login_not_required
def finish(request: HttpRequest, token: str) -> HttpResponse:
    """The last page: something to add, and handing in."""
    link = _link(token)
    try:
        form_row = answering.find(link, _key(request))
        form = RemarkForm(request.POST or None, initial={"remark": form_row.remark})
        if request.method == "POST" and form.is_valid():
            return _end(request, link, form.cleaned_data["remark"])
    except Unanswered as found:
        return redirect("governance:questionnaire-step", token, found.step)
    except (Closed, NoForm):
        return redirect("governance:questionnaire", token)
    asked = questions.for_group(link.round.items.all(), link.group)
    left = answering.open_step(asked, form_row.answers)
    return _show(
        request, "governance/rounds/finish.html", {"link": link, "form": form, "left": left}
    )


def _end(request: HttpRequest, link: RoundLink, remark: str) -> HttpResponse:
    """Keep the remark and go where the button says."""
    where = request.POST.get("go", "on")
    if where != "back" and not languages.exists(where):
        answering.hand_in(link, _key(request), remark=remark)
        return _remember(redirect("governance:questionnaire", link.token), link, DONE)
    answering.keep_remark(link, _key(request), remark)
    if where == "back":
        steps = questions.steps(questions.for_group(link.round.items.all(), link.group))
        return redirect("governance:questionnaire-step", link.token, len(steps))
    here = redirect("governance:questionnaire-finish", link.token)
    return languages.remember(request, here, where)


@login_not_required
def later(request: HttpRequest, token: str) -> HttpResponse:
    """How to go on: here by itself, elsewhere with the key, which is shown when asked for."""
    link = _link(token)
    try:
        answering.find(link, _key(request))
    except NoForm:
        return redirect("governance:questionnaire", token)
    address = request.build_absolute_uri(reverse("governance:questionnaire", args=[token]))
    key = keys.tidy(_key(request))
    context = {"link": link, "key": key, "address": address, "personal": f"{address}#{key}"}
    return _show(request, "governance/rounds/later.html", context)


@login_not_required
@require_POST
def go_on(request: HttpRequest, token: str) -> HttpResponse:
    """Go on with a form that was begun on another device."""
    link = _link(token)
    form = CodeForm(request.POST, auto_id="continue_%s")
    if form.is_valid():
        try:
            found = answering.find(link, form.cleaned_data["code"])
        except NoForm:
            form.add_error("code", _("No unfinished form belongs to this code."))
        else:
            asked = questions.for_group(link.round.items.all(), link.group)
            first = answering.open_step(asked, found.answers)
            answer = redirect("governance:questionnaire-step", token, first or 1)
            return _remember(answer, link, form.cleaned_data["code"])
    return _welcome(request, link, continue_form=form)


@login_not_required
@require_POST
def another(request: HttpRequest, token: str) -> HttpResponse:
    """Somebody else fills it in on this device."""
    link = _link(token)
    answer = redirect("governance:questionnaire", token)
    answer.delete_cookie(COOKIE, path=_path(link))
    return answer


def _show(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, {"college": Institution.objects.current().name, **context})


def _link(token: str) -> RoundLink:
    return get_object_or_404(RoundLink.objects.select_related("round"), token=token)


def _key(request: HttpRequest) -> str:
    key = request.COOKIES.get(COOKIE, "")
    return "" if key == DONE else key


def _path(link: RoundLink) -> str:
    return reverse("governance:questionnaire", args=[link.token])


def _remember(answer: HttpResponse, link: RoundLink, key: str) -> HttpResponse:
    answer.set_cookie(
        COOKIE,
        key,
        max_age=COOKIE_SECONDS,
        path=_path(link),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer
