"""Somebody at work: an agent who is signed in, the inbox, and its question for news."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any


def signed_in_agent() -> Any:
    """Django's test client of an agent in the first of three teams, with four colleagues."""
    from django.test import Client  # noqa: PLC0415 - Django is set up by then

    from people.models import Membership, Role, Team, User  # noqa: PLC0415

    teams = [Team.objects.create(code=code, name=code) for code in ("info", "comms", "press")]
    for number in range(5):
        person = User.objects.create_user(f"agent{number}@example.org", name=f"Agent {number}")
        person.grant([Role.AGENT])
        Membership.objects.create(user=person, team=teams[0])
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    return client


@dataclass(slots=True)
class Inbox:
    """An open inbox. `since` is the moment of the last answer, as the page keeps it."""

    client: Any
    pulse: str
    since: str

    @classmethod
    def opened(cls, client: Any) -> Inbox:
        page = _answer(client, "/inbox/").decode()
        return cls(client, _attribute("pulse", page), _attribute("since", page))

    def news(self) -> list[dict[str, Any]]:
        """What changed since the last time, as the page asks for it."""
        answer = self.client.get(self.pulse, {"since": self.since}).json()
        self.since = answer["at"]
        return list(answer["changes"])

    def shows(self, ticket: int) -> bool:
        return f'id="row-{ticket}"' in _answer(self.client, "/inbox/").decode()

    @property
    def question(self) -> str:
        """The address of the question, for who asks it without Django's help."""
        moment = datetime.fromisoformat(self.since).isoformat().replace("+", "%2B")
        return f"{self.pulse}?since={moment}"


def _answer(client: Any, address: str) -> bytes:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status_code}.")
    return bytes(response.content)


def _attribute(name: str, page: str) -> str:
    found = re.search(rf'data-{name}="([^"]+)"', page)
    if found is None:
        raise RuntimeError(f"The inbox has no data-{name}.")
    return found[1]
