from __future__ import annotations

import pytest
from django.contrib import admin
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from core import audit
from core.encryption import EncryptedJSONField
from core.models import LogEntry
from people.models import Institution, Role, Team, User
from tests.factories.people import InstitutionFactory, UserFactory
from tests.markup import assert_strict

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client: Client) -> User:
    user: User = UserFactory(is_staff=True, is_superuser=True, roles=[Role.ADMINISTRATOR])
    client.force_login(user)
    return user


@pytest.mark.usefixtures("administrator")
def test_every_list_and_form_of_the_administration_opens(client: Client) -> None:
    for model, model_admin in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        response = client.get(reverse(f"{name}_changelist"))
        assert response.status_code == 200, name
        assert_strict(response)
        if model_admin.has_add_permission(response.wsgi_request):
            assert client.get(reverse(f"{name}_add")).status_code == 200, name


def test_only_staff_enter_the_administration(client: Client, anna: User, dirk: User) -> None:
    for user in (anna, dirk):
        client.force_login(user)
        assert client.get(reverse("admin:index")).status_code in (302, 403)


def test_the_administration_is_entered_through_the_same_door(client: Client) -> None:
    response = client.get(reverse("admin:index"), follow=True)

    assert response.templates[0].name == "account/login.html"


@pytest.mark.usefixtures("administrator")
def test_a_new_person_has_no_password_until_they_choose_one(client: Client, info: Team) -> None:
    data = {
        "email": "fatima@example.org",
        "name": "Fatima Said",
        "language": "nl",
        "roles": [Role.AGENT],
        "teams": [info.pk],
    }

    client.post(reverse("admin:people_user_add"), data)

    fatima = User.objects.get(email="fatima@example.org")
    assert not fatima.has_usable_password()
    assert fatima.roles == {Role.AGENT}
    assert fatima.team_ids == {info.pk}


def test_the_administrator_invites_the_people_that_are_still_here(
    client: Client, administrator: User, anna: User
) -> None:
    left = UserFactory(is_active=False)

    client.post(
        reverse("admin:people_user_changelist"),
        {"action": "send_invitation", "_selected_action": [anna.pk, left.pk]},
    )

    assert [letter.to for letter in mail.outbox] == [[anna.email]]
    assert audit.history(anna).get().actor == administrator


@pytest.mark.usefixtures("administrator")
def test_the_audit_trail_can_be_read_but_not_changed(client: Client, anna: User) -> None:
    line = audit.record("tested", anna, by=anna)
    address = reverse("admin:core_logentry_change", args=[line.pk])

    assert client.get(address).status_code == 200
    assert client.post(address, {"verb": "other"}).status_code == 403
    delete = reverse("admin:core_logentry_delete", args=[line.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    assert LogEntry.objects.get(pk=line.pk).verb == "tested"


@pytest.mark.usefixtures("administrator")
def test_there_is_one_college_to_change(client: Client) -> None:
    college = InstitutionFactory()

    assert client.get(reverse("admin:people_institution_add")).status_code == 403
    change = reverse("admin:people_institution_change", args=[college.pk])
    data = {
        "name": "ROC De Waterlanden",
        "aliases": "Waterlanden\r\n\r\nROCDW\r\n",
        "places": "",
        "closed_days": "2026-12-24\r\n2026-12-31",
        "school_region": "Noord",
        "opens_at": "08:30",
        "closes_at": "17:00",
    }
    response = client.post(change, data)

    assert response.status_code == 302
    changed = Institution.objects.get()
    assert changed.aliases == ["Waterlanden", "ROCDW"]
    assert len(changed.closed_days) == 2
    assert changed.places == []


def test_the_code_of_a_team_stays(client: Client, administrator: User, info: Team) -> None:
    page = client.get(reverse("admin:people_team_change", args=[info.pk]))

    assert "code" not in page.context["adminform"].form.fields


def test_secrets_do_not_show_in_the_administration() -> None:
    shown = {model._meta.label_lower for model in admin.site._registry}
    assert shown.isdisjoint({"mfa.authenticator", "authtoken.tokenproxy", "account.emailaddress"})

    for model, model_admin in admin.site._registry.items():
        secret = {f.name for f in model._meta.fields if isinstance(f, EncryptedJSONField)}
        visible = {*model_admin.list_display, *model_admin.readonly_fields}
        editable = {f.name for f in model._meta.fields if f.editable}
        assert secret.isdisjoint(visible | editable), model


def test_ticks_show_and_change_what_a_person_may_do(
    client: Client, administrator: User, anna: User, info: Team
) -> None:
    change = reverse("admin:people_user_change", args=[anna.pk])
    ticked = client.get(change).context["adminform"].form.initial
    assert (ticked["roles"], ticked["teams"]) == ([Role.AGENT], [info])

    data = {"email": anna.email, "name": "Anna", "language": "en", "is_active": "on"}
    response = client.post(change, {**data, "roles": [Role.TEACHER], "teams": []})

    assert response.status_code == 302
    changed = User.objects.get(pk=anna.pk)
    assert (changed.roles, changed.team_ids) == ({Role.TEACHER}, frozenset())
    assert audit.history(anna).get().actor == administrator


@pytest.mark.usefixtures("administrator")
def test_a_mail_server_that_is_away_is_told_and_breaks_nothing(
    client: Client, anna: User, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1

    response = client.post(
        reverse("admin:people_user_changelist"),
        {"action": "send_invitation", "_selected_action": [anna.pk]},
        follow=True,
    )

    assert anna.email in " ".join(str(message) for message in response.context["messages"])
    assert not audit.history(anna).exists()
