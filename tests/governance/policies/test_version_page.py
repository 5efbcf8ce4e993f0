"""The page of a version: how little it asks, and what it tells whoever is alone."""

from __future__ import annotations

import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from governance.models import PolicyVersion
from people.models import Role, User
from runtime.places import ROOT
from tests.factories.governance import (
    PolicyVersionFactory,
    RoutingRuleFactory,
    policy_in_force,
)
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.reading import ReadershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(dirk: User) -> PolicyVersion:
    version: PolicyVersion = PolicyVersionFactory(author=dirk)
    return version


@pytest.fixture
def frank(db: None) -> User:
    user: User = UserFactory(name="Frank", roles=[Role.MANAGER])
    return user


def ready(state: str, author: User, approver: User) -> PolicyVersion:
    """A version that lacks nothing, beside one in force that units are asked to confirm."""
    in_force = policy_in_force({"words": "rooster"}, text="Wij antwoorden.")
    ReadershipFactory(policy=in_force.policy, units=[UnitFactory()])
    version: PolicyVersion = PolicyVersionFactory(
        policy=in_force.policy, number=2, author=author, approver=approver, state=state, text="Nu."
    )
    RoutingRuleFactory(version=version, words="rooster")
    return version


@pytest.mark.parametrize("state", ["draft", "submitted"])
@pytest.mark.parametrize("shown", ["version-detail", "policy-detail"])
def test_a_version_that_lacks_nothing_asks_twelve_questions_at_most(
    client: Client,
    dirk: User,
    frank: User,
    django_assert_max_num_queries: object,
    state: str,
    shown: str,
) -> None:
    version = ready(state, dirk, frank)
    client.force_login(dirk if state == "draft" else frank)
    here = version.policy if shown == "policy-detail" else version
    ContentType.objects.get_for_model(PolicyVersion)  # a process asks this once

    with django_assert_max_num_queries(12):  # type: ignore[operator]
        client.get(here.get_absolute_url())


def test_who_is_alone_hears_who_could_decide(client: Client, dirk: User) -> None:
    version = PolicyVersionFactory(policy__kind="protocol", author=dirk, fallback_team=None)
    client.force_login(dirk)

    page = client.get(version.get_absolute_url()).content.decode()
    assert "Nobody can decide on this yet" in page
    assert 'name="approver"' not in page

    UserFactory(roles=[Role.BOARD])
    assert 'name="approver"' in client.get(version.get_absolute_url()).content.decode()


def test_the_bar_of_who_confirmed_has_its_colours_on_the_page_of_the_policy(
    client: Client, dirk: User, draft: PolicyVersion
) -> None:
    """An SVG without its style sheet is black."""
    client.force_login(dirk)
    page = client.get(draft.get_absolute_url()).content.decode()
    sheets = re.findall(r'href="/static/(css/[\w/.-]+\.css)"', page)

    assert any(".share-part {" in (ROOT / "static" / sheet).read_text() for sheet in sheets)
