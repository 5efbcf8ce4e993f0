"""What a page under our strict Content-Security-Policy may not hold."""

from __future__ import annotations

import re
from typing import Any

FORBIDDEN = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=\s*[\"']", re.I),
    "inline handler": re.compile(r"<[^>]+\son[a-z]+\s*=\s*[\"']", re.I),
    "script address": re.compile(r"(?:href|src|action)\s*=\s*[\"']\s*javascript:", re.I),
    "button without contrast": re.compile(r"btn-outline-"),
}
SCRIPT = re.compile(r"<script\b([^>]*)>", re.I)


def problems(html: str) -> list[str]:
    """The kinds of markup in `html` that the browser would block or that we do not allow."""
    found = [name for name, pattern in FORBIDDEN.items() if pattern.search(html)]
    scripts = SCRIPT.findall(html)
    if any("src=" not in script and "application/json" not in script for script in scripts):
        found.append("inline script")
    return found


def assert_strict(response: Any) -> None:
    """The answer carries our policy and nothing that the policy would block."""
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert problems(response.content.decode()) == []
