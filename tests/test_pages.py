"""The frame of every page: language, policy, errors, menu, demo."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from people.models import Role, User
from smportal import errors
from tests.factories.people import AbsenceFactory, InstitutionFactory, UserFactory
from tests.markup import assert_strict

pytestmark = pytest.mark.django_db

OPEN_PAGES = [
    "account_login",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
]
OWN_PAGES = [
    "people:profile",
    "people:absence-list",
    "people:absence-create",
    "account_change_password",
    "account_logout",
    "mfa_index",
]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", OPEN_PAGES)
def test_pages_before_signing_in_open_in_both_languages(
    client: Client, name: str, language: str
) -> None:
    client.cookies["language"] = language

    response = client.get(reverse(name))

    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()
    assert_strict(response)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", OWN_PAGES)
def test_own_pages_open_in_the_language_of_the_person(
    client: Client, name: str, language: str
) -> None:
    client.force_login(UserFactory(language=language))

    response = client.get(reverse(name))

    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()
    assert_strict(response)


@pytest.mark.parametrize("name", [*OPEN_PAGES, *OWN_PAGES])
def test_a_page_has_one_h1_and_one_main(client: Client, anna: User, name: str) -> None:
    if name in OWN_PAGES:
        client.force_login(anna)

    page = client.get(reverse(name)).content.decode()

    assert page.count("<h1") == 1
    assert page.count("<main") == 1


@pytest.mark.parametrize("name", [name for name in OWN_PAGES if name != "account_logout"])
def test_own_pages_ask_a_stranger_to_sign_in(client: Client, name: str) -> None:
    response = client.get(reverse(name))

    assert response.status_code == 302
    assert reverse("account_login") in response.headers["Location"]


# --- errors -----------------------------------------------------------------------------------
def test_a_page_that_does_not_exist_says_so_in_the_house_style(client: Client, anna: User) -> None:
    client.force_login(anna)

    response = client.get("/no-such-page/")

    assert response.status_code == 404
    assert "This page does not exist" in response.content.decode()
    assert_strict(response)


def test_a_stranger_sees_the_not_found_page_without_a_menu(client: Client) -> None:
    response = client.get("/no-such-page/")

    assert response.status_code == 404
    assert 'id="menu"' not in response.content.decode()


def test_a_forbidden_page_says_what_to_do(client: Client, anna: User, bas: User) -> None:
    day = date(2026, 11, 23)
    absence = AbsenceFactory(user=bas, from_date=day, until_date=day)
    client.force_login(anna)

    response = client.get(reverse("people:absence-edit", args=[absence.pk]))

    assert response.status_code == 403
    assert "Ask your administrator" in response.content.decode()
    assert_strict(response)


def test_an_old_form_is_refused_with_a_readable_page(anna: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies["language"] = "en"

    response = client.post(reverse("account_login"), {"login": anna.email, "password": "x"})

    assert response.status_code == 403
    assert "This page was open for too long" in response.content.decode()
    assert_strict(response)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_for_our_own_faults_needs_no_database(language: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES["language"] = language

    with connection.execute_wrapper(_no_database):
        response = errors.server_error(request)

    assert response.status_code == 500
    assert f'<html lang="{language}"' in response.content.decode()


def _no_database(*args: object) -> object:
    raise AssertionError("a query was made")


# --- demo and menu ----------------------------------------------------------------------------
def test_the_demo_offers_its_accounts_where_one_signs_in(client: Client) -> None:
    InstitutionFactory(is_demo=True)
    UserFactory(email="anna@demo.example", name="Anna de Boer", roles=[Role.AGENT])

    response = client.get(reverse("account_login"))

    assert 'data-email="anna@demo.example"' in response.content.decode()
    assert_strict(response)


def test_a_real_college_offers_no_accounts(client: Client, settings: Settings) -> None:
    UserFactory(email="anna@demo.example")
    InstitutionFactory(is_demo=False)
    assert "anna@demo.example" not in client.get(reverse("account_login")).content.decode()

    settings.DEMO = False
    assert "demo-accounts" not in client.get(reverse("account_login")).content.decode()


def test_the_demo_says_on_every_page_that_it_is_one(client: Client, settings: Settings) -> None:
    settings.SANDBOX_URL = "http://127.0.0.1:9999"
    assert 'href="http://127.0.0.1:9999"' in client.get(reverse("account_login")).content.decode()

    settings.DEMO = False
    assert "demo-bar" not in client.get(reverse("account_login")).content.decode()


def test_the_menu_shows_what_a_person_may_use(client: Client, anna: User, eva: User) -> None:
    entries = {}
    for user in (anna, eva):
        client.force_login(user)
        menu = client.get(reverse("people:profile")).context["menu"]
        entries[user.name] = {entry.icon for group in menu for entry in group.entries}

    assert "inbox" in entries["Anna"]
    assert "inbox" not in entries["Eva"]
    assert "gear" not in entries["Anna"] | entries["Eva"]


def test_the_menu_marks_where_one_is(client: Client) -> None:
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    for path, current in (
        ("/governance/no-such-page/", []),
        ("/tickets/999999/no-such-page/", ["inbox"]),
        ("/monitoring/terms/999999/", ["search"]),
        ("/monitoring/channels/999999/", ["broadcast"]),
        ("/monitoring/mentions/999999/", ["chat-dots"]),
    ):
        menu = client.get(path).context["menu"]
        entries = [entry for group in menu for entry in group.entries]
        assert [entry.icon for entry in entries if entry.is_current] == current


def test_a_message_is_shown_once_in_a_polite_region(client: Client, anna: User) -> None:
    client.force_login(anna)
    about_her = {"name": "Anna", "language": "en", "wants_digest": "daily"}
    client.post(reverse("people:profile"), about_her)

    page = client.get(reverse("people:profile")).content.decode()
    assert "Your profile is saved." in page
    assert 'id="messages" aria-live="polite"' in page
    assert "Your profile is saved." not in client.get(reverse("people:profile")).content.decode()


@pytest.mark.parametrize("name", ["people:profile", "account_login"])
def test_no_browser_keeps_a_copy_of_a_page(client: Client, anna: User, name: str) -> None:
    client.force_login(anna)

    assert "no-store" in client.get(reverse(name)).headers["Cache-Control"]
