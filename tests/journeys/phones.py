"""Phones in the room without a browser: each an HTTP client that keeps its cookies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
STATEMENT = re.compile(r'name="statement" value="(\d+)"')
PROPOSAL = re.compile(r'name="proposal" value="(\d+)"')
NEWS = re.compile(r'data-live="([^"]+)"')


class Phone:
    """Somebody in the room, from the door to the last choice, without JavaScript."""

    def __init__(self, base: str, code: str) -> None:
        self.code = code
        self.http = httpx2.Client(base_url=base, follow_redirects=True, timeout=30)

    def page(self) -> str:
        answer = self.http.get(f"/governance/join/{self.code}/")
        answer.raise_for_status()
        return str(answer.text)

    def send(self, what: str, **data: Any) -> str:
        token = TOKEN.findall(self.page())[0]
        answer = self.http.post(
            f"/governance/join/{self.code}/{what}/", data={"csrfmiddlewaretoken": token, **data}
        )
        answer.raise_for_status()
        return str(answer.text)

    def come_in(self) -> str:
        return self.send("enter")

    def vote(self, value: Callable[[int], int]) -> None:
        """On every statement: `value` of its place in the list."""
        for place, statement in enumerate(STATEMENT.findall(self.page())):
            self.send("vote", statement=statement, value=value(place))

    def propose(self, text: str) -> None:
        self.send("propose", text=text)

    def choose(self, *places: int) -> None:
        found = PROPOSAL.findall(self.page())
        for place in places:
            self.send("choose", proposal=found[place % len(found)], wanted=1)

    def leave(self) -> None:
        self.http.close()

    def news(self) -> dict[str, Any]:
        address = NEWS.findall(self.page())[0]
        found: dict[str, Any] = self.http.get(address).json()
        return found


def all_at_once(phones: Iterable[Phone], step: Callable[[int, Phone], Any]) -> None:
    """Every phone does its step at the same time as the others."""
    numbered = list(enumerate(phones))
    with ThreadPoolExecutor(len(numbered)) as pool:
        list(pool.map(lambda one: step(*one), numbered))
