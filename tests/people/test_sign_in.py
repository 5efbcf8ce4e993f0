"""Signing in, the second step, and the brakes on guessing."""

from __future__ import annotations

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from people.models import User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "a-long-passphrase"
LOGIN = reverse("account_login")


@pytest.fixture(autouse=True)
def forgotten_attempts() -> None:
    cache.clear()


def sign_in(client: Client, email: str, password: str = PASSWORD) -> int:
    return client.post(LOGIN, {"login": email, "password": password}).status_code


def is_in(client: Client) -> bool:
    return client.get(reverse("people:profile")).status_code == 200


def test_a_person_signs_in_with_their_address_whatever_its_capitals(client: Client) -> None:
    UserFactory(email="anna@example.org")

    sign_in(client, "Anna@Example.org")

    assert is_in(client)


def test_a_wrong_password_is_told_without_saying_who_exists(client: Client, anna: User) -> None:
    wrong = client.post(LOGIN, {"login": anna.email, "password": "wrong"})
    unknown = client.post(LOGIN, {"login": "nobody@example.org", "password": "wrong"})

    errors = [list(r.context["form"].non_field_errors()) for r in (wrong, unknown)]
    assert len(errors[0]) == 1
    assert errors[0] == errors[1]
    assert not is_in(client)


def test_somebody_who_left_does_not_get_in(client: Client) -> None:
    sign_in(client, UserFactory(is_active=False).email)

    assert not is_in(client)


def test_a_visitor_is_sent_to_sign_in_and_back(client: Client, anna: User) -> None:
    wanted = reverse("people:profile")

    first = client.get(wanted)
    assert first.headers["Location"] == f"{LOGIN}?next={wanted}"
    after = client.post(
        first.headers["Location"], {"login": anna.email, "password": PASSWORD, "next": wanted}
    )

    assert after.headers["Location"] == wanted


def test_guessing_one_password_is_stopped_after_five_attempts(client: Client, anna: User) -> None:
    for _ in range(5):
        sign_in(client, anna.email, "wrong")

    sign_in(client, anna.email)

    assert not is_in(client)


def test_guessing_many_accounts_is_stopped_per_address(client: Client) -> None:
    answers = [sign_in(client, f"person{n}@example.org", "wrong") for n in range(12)]

    person = UserFactory()
    sign_in(client, person.email)
    assert answers[0] == 200
    assert not is_in(client)


def test_attempts_are_counted_for_all_processes_together() -> None:
    cache.set("attempts", 3)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shared_cache WHERE cache_key LIKE %s", ["%attempts"])
        assert cursor.fetchone() == (1,)


def test_the_second_step_is_asked_and_needed(client: Client, anna: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(anna, secret)

    response = client.post(LOGIN, {"login": anna.email, "password": PASSWORD})

    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert not is_in(client)


def test_a_recovery_code_opens_the_second_step_once(client: Client, anna: User) -> None:
    TOTP.activate(anna, generate_totp_secret())
    code = RecoveryCodes.activate(anna).get_unused_codes()[0]

    for expected in (True, False):
        client.logout()
        sign_in(client, anna.email)
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert is_in(client) is expected


def test_the_secret_of_the_second_step_is_encrypted_at_rest(anna: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(anna, secret)

    stored = Authenticator.objects.get(user=anna).data["secret"]

    assert secret not in stored
    assert get_adapter().decrypt(stored) == secret


def test_a_forgotten_password_gives_a_letter_with_a_link(client: Client, anna: User) -> None:
    client.post(reverse("account_reset_password"), {"email": anna.email})

    assert mail.outbox[0].to == [anna.email]
    assert "/account/password/reset/key/" in str(mail.outbox[0].body)


def test_strangers_get_no_letters(client: Client) -> None:
    response = client.post(reverse("account_reset_password"), {"email": "x@example.org"})

    assert response.status_code == 302
    assert mail.outbox == []


def test_nobody_makes_their_own_account(client: Client) -> None:
    data = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}

    response = client.post(reverse("account_signup"), data)

    assert response.templates[0].name == "account/signup_closed.html"
    assert not User.objects.filter(email="new@example.org").exists()


def test_nobody_changes_their_own_address(client: Client, anna: User) -> None:
    client.force_login(anna)

    response = client.post(
        reverse("account_email"), {"action_add": "", "email": "other@example.org"}
    )

    assert response.headers["Location"] == reverse("people:profile")
    anna.refresh_from_db()
    assert anna.email != "other@example.org"


def test_signing_out_asks_for_a_click_and_ends_the_session(client: Client, anna: User) -> None:
    client.force_login(anna)

    client.get(reverse("account_logout"))
    assert is_in(client)
    client.post(reverse("account_logout"))
    assert not is_in(client)


def test_the_session_ends_with_the_browser(client: Client, anna: User) -> None:
    sign_in(client, anna.email)

    assert client.session.get_expire_at_browser_close()
