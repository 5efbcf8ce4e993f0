"""A real browser on the running product, with the practice platform as its outside world."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

import sandbox
from smportal.demo import college, listening, policy
from tests.journeys.product import Product, person
from tests.journeys.watch import Watch

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WINDOW = {"width": 1360, "height": 860}

Enter = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)


def _chromium() -> str:
    names = (os.environ.get("SMPORTAL_CHROMIUM", ""), *CHROMIUMS)
    return next((path for name in names if name and (path := shutil.which(name))), "")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    # Playwright keeps an event loop on this thread, on which Django then refuses to work.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as started:
        yield started
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Chromium, without a window. Without Chromium: skipped here, failed in CI."""
    path = _chromium()
    if not path:
        missing = "No Chromium here: apt-get install chromium, or set SMPORTAL_CHROMIUM."
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    started: Playwright = request.getfixturevalue("playwright")
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    chromium = started.chromium.launch(
        executable_path=path,
        args=[*QUIET, *as_root],
    )
    yield chromium
    chromium.close()


@pytest.fixture
def product(
    browser: Browser, transactional_db: None, live_server: LiveServer, settings: Settings
) -> Iterator[Product]:
    """The demo institution on a practice platform of its own, where nobody said anything yet."""
    with sandbox.Server() as platform:
        settings.SANDBOX_URL = platform.url
        settings.TRUSTED_HOSTS = frozenset({platform.url.removeprefix("http://")})
        settings.PLATFORM_URLS = {
            **django_settings.PLATFORM_URLS,
            "x": f"{platform.url}/x",
            "facebook": f"{platform.url}/facebook",
        }
        settings.UNDO_SECONDS = 0
        college.build()
        policy.build()
        listening.build()
        ready = Product(live_server.url, platform)
        ready.listen()  # what stands there at the first look is history
        yield ready


@pytest.fixture
def watch(product: Product) -> Iterator[Watch]:
    """Looks over the shoulder on every page, and objects at the end."""
    seen = Watch((product.url, product.platform.url))
    yield seen
    assert seen.objections == []


@pytest.fixture
def window(browser: Browser, product: Product, watch: Watch) -> Iterator[Callable[..., Page]]:
    """`window()` opens a browser of its own, signed out; options go to the browser context."""
    contexts: list[BrowserContext] = []

    def open_window(**options: Any) -> Page:
        context = browser.new_context(
            base_url=product.url,
            **{
                "viewport": WINDOW,
                "locale": "nl-NL",
                "timezone_id": "Europe/Amsterdam",
                "reduced_motion": "reduce",
                **options,
            },
        )
        context.set_default_timeout(10_000)
        watch.over(context)
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def enter(window: Callable[..., Page], product: Product) -> Enter:
    """`enter("anna")` opens a browser in which Anna is signed in, on her first page."""

    def sign_in(slug: str, path: str = "/", **options: Any) -> Page:
        page = window(**options)
        client = Client()
        client.force_login(person(slug))
        name = django_settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": product.url}]
        )
        page.goto(path)
        return page

    return sign_in
