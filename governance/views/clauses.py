"""What clauses make the portal do: choosing and setting it in a draft, and what is in force."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.domain import clause_writing, clauses, policies
from governance.domain.clause_settings import SETTINGS, Setting
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.clauses import SettingForm
from governance.models import PolicySection, PolicyVersion
from governance.permissions import policies as permissions
from governance.views import meanwhile
from people.models import User


@require_safe
def settings_in_force(request: HttpRequest) -> HttpResponse:
    """Everything that the portal does because a policy says so, and by default where none does."""
    webcare = policies.in_force()
    context = {
        "college": clauses.all_in_force().values(),
        "documents": clauses.by_document(),
        "webcare": webcare,
        "rules": webcare.rules.select_related("team", "section").order_by("position")
        if webcare
        else [],
        "can_write": permissions.can_write_policies(cast(User, request.user)),
    }
    return render(request, "governance/clauses/settings_in_force.html", context)


@require_safe
def setting_choose(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    """What this clause could make the portal do."""
    section = _section(request, slug, number, pk)
    context = {**_around(section), "possible": clause_writing.possible_in(section)}
    return render(request, "governance/clauses/setting_choose.html", context)


def setting_edit(request: HttpRequest, slug: str, number: int, pk: int, code: str) -> HttpResponse:
    """Let a clause arrange something, or change what it arranges."""
    section, setting = _section(request, slug, number, pk), _setting(code)
    row = section.settings.filter(code=code).first()
    value = setting.read(row.value) if row else setting.default()
    form = SettingForm(
        request.POST or None, setting=setting, value=value, edition=section.version.edition
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        if _write(section, form, by=cast(User, request.user)):
            messages.success(request, _("Saved. It holds once this version is in force."))
            return _back(section)
        status = 409
    context = {**_around(section), "form": form, "setting": setting, "row": row}
    return render(request, "governance/clauses/setting_edit.html", context, status=status)


def _write(section: PolicySection, form: SettingForm, *, by: User) -> bool:
    """Store it; when that cannot be, the form says why and keeps what was filled in."""
    try:
        clause_writing.put(
            section, form.setting, form.value, edition=form.cleaned_data["edition"], by=by
        )
    except clause_writing.NeedsWhy:
        form.add_error("value", _("This long only in a clause that tells why: write that first."))
    except clause_writing.AlreadySaid as other:
        said = _("The clause “%(title)s” says it already: change it there.")
        form.add_error("value", said % {"title": other.section.title})
    except clause_writing.NotPossible:
        form.add_error("value", _("A document of this kind cannot arrange this."))
    except ChangedMeanwhile as other:
        _see_again(form, section, other.current)
    except policies.WrongState:
        form.add_error(None, _("This version waits for approval. Your text still stands below."))
    return not form.errors


def _see_again(form: SettingForm, section: PolicySection, current: PolicyVersion) -> None:
    """Tell what stands there now; sending the form again is meant."""
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data["edition"] = str(current.edition)  # type: ignore[index]
    row = section.settings.filter(code=form.setting.code).first()
    stands = form.setting.read(row.value) if row else None
    told = form.setting.told(stands) if stands is not None else _("nothing")
    said = _("Somebody else changed this version in the meantime. Here stands now: %(value)s.")
    form.add_error(None, said % {"value": told})


@require_POST
def setting_remove(
    request: HttpRequest, slug: str, number: int, pk: int, code: str
) -> HttpResponse:
    section = _section(request, slug, number, pk)
    row = get_object_or_404(section.settings.select_related("section__version"), code=code)
    seen = request.POST.get("edition", "")
    edition = int(seen) if seen.isdecimal() else section.version.edition
    try:
        clause_writing.remove(row, edition=edition, by=cast(User, request.user))
    except (ChangedMeanwhile, policies.WrongState):
        meanwhile.tell(request)
    return _back(section)


def _section(request: HttpRequest, slug: str, number: int, pk: int) -> PolicySection:
    """A clause of a version that this person may write now; 403 otherwise."""
    sections = PolicySection.objects.select_related("version__policy", "version__author")
    section = get_object_or_404(sections, pk=pk, version__policy__slug=slug, version__number=number)
    may_write = permissions.can_write_policies(cast(User, request.user))
    # Who sends a value to a version that was just frozen, hears so beside it.
    if not may_write or (request.method != "POST" and not section.version.is_editable):
        raise PermissionDenied
    return section


def _setting(code: str) -> Setting:
    if code not in SETTINGS:
        raise Http404
    return SETTINGS[code]


def _around(section: PolicySection) -> dict[str, object]:
    return {"section": section, "version": section.version, "policy": section.version.policy}


def _back(section: PolicySection) -> HttpResponseRedirect:
    version = section.version
    page = reverse("governance:version-edit", args=[version.policy.slug, version.number])
    return redirect(f"{page}#clause-{section.position}")
