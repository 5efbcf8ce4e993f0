from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from governance.domain import policies
from monitoring.models import Channel, Source
from people.models import Institution, Role, User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def demo(*options: str) -> str:
    out = StringIO()
    call_command("demo", *options, stdout=out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def sandbox(settings: Settings) -> None:
    settings.SANDBOX_URL = "http://127.0.0.1:8090"


def test_an_empty_portal_becomes_the_demo_college() -> None:
    demo()

    assert Institution.objects.current().name == "ROC De Waterlanden"
    assert policies.in_force() is not None
    assert set(Channel.objects.values_list("platform", flat=True)) == {"x", "facebook", "mastodon"}


def test_every_role_has_an_account() -> None:
    demo()

    held = set(User.objects.values_list("role_grants__role", flat=True))
    assert held >= set(Role.values)


def test_running_it_again_changes_nothing() -> None:
    demo()
    before = (User.objects.count(), Source.objects.count(), Channel.objects.count())

    demo()

    assert (User.objects.count(), Source.objects.count(), Channel.objects.count()) == before


def test_it_leaves_a_real_portal_alone() -> None:
    UserFactory()

    demo()

    assert Institution.objects.current().pk is None
    assert User.objects.count() == 1


def test_it_follows_the_sandbox_to_another_port(settings: Settings) -> None:
    demo()
    settings.SANDBOX_URL = "http://127.0.0.1:9999"

    demo()

    assert Channel.objects.get(platform="mastodon").base_url == "http://127.0.0.1:9999/mastodon"
    assert set(Source.objects.filter(kind="feed").values_list("address", flat=True)) == {
        "http://127.0.0.1:9999/feeds/nieuws.rss",
        "http://127.0.0.1:9999/feeds/onderwijsblog.atom",
    }


def test_the_accounts_are_told_with_their_password() -> None:
    demo()

    assert "anna@demo.example        waterlanden-demo" in demo("--accounts")
