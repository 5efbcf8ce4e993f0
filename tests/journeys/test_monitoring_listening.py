"""Carrying on what we listen for: a search term tried out, a feed looked at, a source paused."""

from __future__ import annotations

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from monitoring.models import Mention, SearchTerm, Source
from tests.journeys.conftest import Enter
from tests.journeys.product import Product
from tests.journeys.test_people_entrance import scrolls_sideways


def test_look(product: Product, enter: Enter) -> None:
    for number in range(6):
        product.say(f"@rocdewaterlanden waar vind ik het vakantierooster? nummer {number}")
    product.say("@rocdewaterlanden ik maak je af als je morgen op school komt", author="anoniem_3942")
    product.listen()
    term = SearchTerm.objects.first()
    source = Source.objects.first()
    source.health="reconnect"; source.fault="keys"; source.last_error="The platform answered 401."; source.last_error_at=source.next_poll_at; source.save()
    mention = Mention.objects.last()
    paths = {
        "mentions": "/monitoring/", "mention": mention.get_absolute_url(), "terms": "/monitoring/terms/",
        "term": term.get_absolute_url(), "term_edit": f"/monitoring/terms/{term.pk}/edit/",
        "sources": "/monitoring/sources/", "source": source.get_absolute_url(),
        "source_new": "/monitoring/sources/new/", "source_rss": "/monitoring/sources/new/?platform=rss",
        "channels": "/monitoring/channels/", "channel": source.channel.get_absolute_url(),
        "channel_edit": f"/monitoring/channels/{source.channel.pk}/edit/",
    }
    problems = []
    for size, opts in {"wide": {}, "phone": {"viewport": {"width": 390, "height": 800}}, "dark": {"color_scheme": "dark"}}.items():
        page = enter(os.environ.get("WHO", "dirk"), **opts)
        for name, path in paths.items():
            page.goto(path)
            page.wait_for_timeout(300)
            page.screenshot(path=f"/tmp/shots/{size}_{name}.png", full_page=True)
            found = Axe().run(page).response
            for v in found["violations"]:
                problems.append((size, name, v["id"], v["nodes"][0]["html"][:150], v["nodes"][0].get("failureSummary","")[:200]))
            if scrolls_sideways(page): problems.append((size, name, "sideways"))
    for p in problems: print(p)
    assert not problems
