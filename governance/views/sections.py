"""Writing clauses, one form each."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import policies, wording
from governance.forms.sections import SectionForm
from governance.models import PolicySection, PolicyVersion
from governance.views import access, meanwhile
from governance.views.rules import back_to_writing

SAID = ("title", "what", "why", "tip")


def section_edit(
    request: HttpRequest, slug: str, number: int, pk: int | None = None
) -> HttpResponse:
    """Change a clause, or add one (no `pk`)."""
    version = access.to_write(request, slug, number)
    section = version.sections.filter(pk=pk).first() if pk else None
    if pk and section is None:
        if request.method != "POST":
            raise Http404
        return _collision(request, version, None)
    form = SectionForm(request.POST or None, instance=section or PolicySection(version=version))
    if request.method == "POST" and form.is_valid():
        return _write(request, version, section, form)
    return _page(request, version, section, form)


def _write(
    request: HttpRequest, version: PolicyVersion, section: PolicySection | None, form: SectionForm
) -> HttpResponse:
    user, edition = access.writer(request), form.cleaned_data["edition"]
    try:
        written = policies.write_section(
            version, by=user, fields=form.values, section=section, edition=edition
        )
    except policies.SectionEditedMeanwhile as other:
        return _collision(request, version, other.current)
    except policies.WrongState:
        form.add_error(None, meanwhile.frozen())
        return _page(request, version, section, form, status=409)
    messages.success(request, _("The clause is saved."))
    return redirect(_place(version, written))


def _place(version: PolicyVersion, section: PolicySection) -> str:
    page = reverse("governance:version-edit", args=[version.policy.slug, version.number])
    return f"{page}#clause-{section.position}"


def _page(
    request: HttpRequest,
    version: PolicyVersion,
    section: PolicySection | None,
    form: SectionForm,
    *,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    context = {
        "version": version,
        "policy": version.policy,
        "section": section,
        "form": form,
        **more,
    }
    return render(request, "governance/policies/section_edit.html", context, status=status)


def _collision(
    request: HttpRequest, version: PolicyVersion, current: PolicySection | None
) -> HttpResponse:
    """Show what the other wrote; one's own text stays in the form, ready to be saved again.

    When the other took the clause out, saving again adds it as a new one.
    """
    data = request.POST.copy()
    standing = current or PolicySection(version=version)
    data["edition"] = str(standing.edition)
    differences = [
        (PolicySection._meta.get_field(name).verbose_name, pieces)  # type: ignore[union-attr]
        for name in SAID
        if current and (pieces := wording.words(getattr(current, name), data.get(name, "")))
    ]
    action = (
        ""
        if current
        else reverse("governance:section-create", args=[version.policy.slug, version.number])
    )
    own = SectionForm(data, instance=_copy(standing))
    more = {"meanwhile": differences, "is_gone": current is None, "action": action}
    return _page(request, version, current, own, status=409, was_first=True, **more)


def _copy(section: PolicySection) -> PolicySection:
    """A bound form writes on its instance; what stands in the database keeps its own words."""
    return (
        PolicySection.objects.get(pk=section.pk)
        if section.pk
        else PolicySection(version=section.version)
    )


@require_POST
def section_move(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    """Move a clause one place up or down (`direction`)."""
    version = access.to_write(request, slug, number)
    section = get_object_or_404(version.sections.select_related("version"), pk=pk)
    step = -1 if request.POST.get("direction") == "up" else 1
    user = access.writer(request)
    _or_tell(request, lambda: policies.move_section(section, by=user, step=step))
    return back_to_writing(version)


@require_POST
def section_delete(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    version = access.to_write(request, slug, number)
    section = get_object_or_404(version.sections.select_related("version"), pk=pk)
    seen = request.POST.get("edition", "")
    edition = int(seen) if seen.isdecimal() else section.edition
    user = access.writer(request)
    _or_tell(request, lambda: policies.remove_section(section, by=user, edition=edition))
    return back_to_writing(version)


def _or_tell(request: HttpRequest, change: Callable[[], None]) -> None:
    try:
        change()
    except (policies.SectionEditedMeanwhile, policies.WrongState):
        meanwhile.tell(request)
