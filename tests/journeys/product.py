"""The product as the journeys use it: pages, practice platform, and the workers by hand."""

from __future__ import annotations

from dataclasses import dataclass

import sandbox
from core.clock import now
from monitoring.domain import polling
from monitoring.models import Source
from people.models import User
from sandbox.entry import place_post
from sandbox.store import Post
from webcare.domain import replies, triage
from webcare.models import Ticket


@dataclass(frozen=True, slots=True)
class Product:
    """`url` answers as the web program does. What Celery would do, the journey asks for itself:
    that is faster, and at a moment the journey knows."""

    url: str
    platform: sandbox.Server

    def listen(self) -> None:
        """Let the product hear what was said, and make tickets of it."""
        Source.objects.filter(is_active=True).update(next_poll_at=now())
        polling.poll_due()
        triage.triage_new()

    def deliver(self) -> None:
        """Send the answers whose time to be taken back is over."""
        replies.send_due()

    def say(
        self, text: str, *, platform: str = "x", author: str = "lotte", place: str = ""
    ) -> Post:
        """Somebody outside says something to the college."""
        return place_post(self.platform, platform=platform, text=text, author=author, place=place)

    def hear(
        self, text: str, *, platform: str = "x", author: str = "lotte", place: str = ""
    ) -> Ticket:
        """The same, and what the product made of it."""
        post = self.say(text, platform=platform, author=author, place=place)
        self.listen()
        return Ticket.objects.get(messages__mention__external_id=post.id)

    def answers(self) -> list[str]:
        """What really stands on the platforms in the name of the college, oldest first."""
        return [one.text for one in self.platform.accepted]


def person(slug: str) -> User:
    """Somebody of the demo institution."""
    return User.objects.get(email=f"{slug}@demo.example")
