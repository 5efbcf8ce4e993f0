"""Who follows the menu comes on a page with the same name."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.utils import translation
from django.utils.html import strip_tags

from people.models import Role
from smportal.navigation import MENU, Item
from tests.factories.people import TeamFactory, UserFactory

pytestmark = pytest.mark.django_db

GROUPS = {
    "training:course-list",  # training: courses, the agenda, what is mine
    "training:my-ways",  # growth: the mandate, the record, the ten ways
    "governance:vision-start",  # a vision: the road to the first one
    "training:trainer-tree",  # trainers: who trained whom
    "admin:index",  # the pages of Django
}
"""The entry names all that stands behind it; its first page has a name of its own."""

HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


def name_on(client: Client, item: Item) -> str:
    heading = HEADING.search(client.get(item.url, follow=True).content.decode())
    return unescape(strip_tags(heading[1])).strip() if heading else ""


def test_a_page_has_the_name_of_its_entry_in_the_menu(client: Client) -> None:
    roles = [Role.MANAGER, Role.TRAINER, Role.AGENT, Role.ADMINISTRATOR, Role.CHANNEL_OWNER]
    everything = UserFactory(roles=roles, teams=[TeamFactory()], language="en")
    client.force_login(everything)
    items = [item for section in MENU for item in section.items if item.url_name not in GROUPS]

    with translation.override("en"):
        named = {str(item.label): name_on(client, item) for item in items}

    assert named == {label: label for label in named}
    assert len(named) == len(items)
