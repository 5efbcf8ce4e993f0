"""Writing policies: a new one, and what a version says about itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.content import papers
from governance.domain import policies, whole, wording
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.policies import FromPaperForm, PolicyForm, VersionForm
from governance.models import Policy, PolicyVersion
from governance.views import access, meanwhile

SAID = ("summary", "button_text")


def policy_create(request: HttpRequest) -> HttpResponse:
    """Choose a template, or begin with an empty document."""
    user = access.writer(request)
    form = PolicyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft = policies.create(form.save(commit=False), by=user)
        return redirect("governance:version-edit", draft.policy.slug, draft.number)
    offered = [(label, papers.of_kind(kind)) for kind, label in Policy.Kind.choices]
    context = {"form": form, "offered": offered}
    return render(request, "governance/policies/policy_create.html", context)


def policy_from_paper(request: HttpRequest, code: str) -> HttpResponse:
    """What a template says, and the form to take it as our own."""
    user = access.writer(request)
    try:
        paper = papers.paper(code)
    except KeyError as error:
        raise Http404 from error
    form = FromPaperForm(request.POST or None, paper=paper)
    if request.method == "POST" and form.is_valid():
        draft = policies.create_from(paper, form.save(commit=False), by=user)
        return redirect("governance:version-edit", draft.policy.slug, draft.number)
    context = {"form": form, "paper": paper, "kind": Policy.Kind(paper.kind).label}
    return render(request, "governance/policies/policy_from_paper.html", context)


@require_POST
def draft_start(request: HttpRequest, slug: str) -> HttpResponse:
    """Start a change, or go on with the one that was started."""
    user = access.writer(request)
    draft = policies.start_draft(get_object_or_404(Policy, slug=slug), by=user)
    name = "version-edit" if draft.is_editable else "version-detail"
    return redirect(f"governance:{name}", slug, draft.number)


def version_edit(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version = access.to_write(request, slug, number)
    form = VersionForm(request.POST or None, instance=version)
    if request.method != "POST" or not form.is_valid():
        return _page(request, version, form)
    edition = form.cleaned_data["edition"]
    try:
        policies.save(version, edition=edition, by=access.writer(request), fields=form.values)
    except ChangedMeanwhile as other:
        return _collision(request, form, access.find(slug, other.current.number))
    except policies.WrongState:
        messages.warning(request, meanwhile.frozen())
        return _collision(request, form, access.find(slug, number))
    messages.success(request, _("Saved."))
    return redirect("governance:version-edit", slug, number)


def _page(
    request: HttpRequest,
    version: PolicyVersion,
    form: VersionForm,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    whole.load(version)
    context = {
        "version": version,
        "policy": version.policy,
        "form": form,
        "sections": version.sections.all(),
        "rules": version.rules.all(),
        **more,
    }
    return render(request, "governance/policies/version_edit.html", context, status=status)


def _collision(request: HttpRequest, form: VersionForm, current: PolicyVersion) -> HttpResponse:
    """Show both texts; the writer's own stays in the form, against the edition that stands now."""
    data = request.POST.copy()
    data["edition"] = str(current.edition)
    theirs = "\n".join(getattr(current, name) for name in SAID)
    mine = "\n".join(str(data.get(name, "")) for name in SAID)
    pieces = wording.words(theirs, mine)
    own = VersionForm(data, instance=access.find(current.policy.slug, current.number))
    return _page(request, current, own, 409, meanwhile=pieces, was_first=True)
