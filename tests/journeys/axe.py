"""What axe objects to on a page, in light and in dark."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast"]}  # the rest is the same in the dark
AXE = {
    "resultTypes": ["violations"],
    "preload": False,  # it would write styles into the page, which our pages refuse
}
# Colours change at the second frame at the earliest, also without an animation.
TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def violations(page: Page) -> list[str]:
    """What axe objects to in light and in dark, one line for each place."""
    found = []
    for scheme, rules in (("light", ALL), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        expect(page.locator("html")).to_have_attribute("data-bs-theme", scheme)
        page.evaluate(TWO_FRAMES)
        result = Axe().run(page, options={**AXE, "runOnly": rules})
        found += [
            f"{page.url} {scheme} {one['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
            for one in result.response["violations"]
            for node in one["nodes"]
        ]
    return found


def look(page: Page, path: str) -> list[str]:
    """Go to `path`, wait for what it fetches, and look."""
    page.goto(path)
    page.wait_for_load_state("networkidle")  # some pages fetch a part of themselves
    return violations(page)
