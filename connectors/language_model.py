"""A language model behind an OpenAI-compatible address: one question out, one text back.

What is asked and what becomes of the answer is not known here. The address is the administrator's,
so it may lie on a private network; everything else of the guarded way out holds: no redirects, no
endless answers, and an end to the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from connectors.errors import Rejected
from connectors.guard import Deadline, GuardedTransport
from connectors.http import Client

LONGEST_WAIT: Final = 10.0
"""Seconds for one question; the guarded client bears no longer silence."""

_PATH: Final = "/chat/completions"
_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """`url` is the address of the API, with its `/v1`; a server that wants no key has none."""

    url: str
    name: str
    key: str = field(default="", repr=False)
    timeout: float = 5.0

    def ask(
        self,
        instructions: str,
        material: str,
        *,
        schema: Mapping[str, Any],
        seconds: float = LONGEST_WAIT,
    ) -> str:
        """What the model writes when `material` is put to it; it should fit the JSON `schema`.

        Waits `seconds` at most, and never beyond `timeout`. Raises a `ConnectorError`.
        """
        question = {
            "model": self.name,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": instructions},
                {"role": "user", "content": material},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": dict(schema)},
            },
        }
        client = self._client(min(seconds, self.timeout, LONGEST_WAIT))
        return _written(client.write("POST", self.address, json=question).json_object())

    @property
    def address(self) -> str:
        """Where questions go."""
        url = self.url.rstrip("/")
        if url.endswith(_PATH):
            return url
        has_path = "/" in url.partition("://")[2]
        return f"{url}{_PATH}" if has_path else f"{url}/v1{_PATH}"

    def _client(self, seconds: float) -> Client:
        trusted = frozenset({_host(self.url)})
        return Client(
            trusted_hosts=trusted,
            headers={"Authorization": f"Bearer {self.key}"} if self.key else None,
            transport=GuardedTransport(trusted, Deadline(seconds)),
        )


def _host(url: str) -> str:
    """The "host:port" of an address, as trusted hosts are written."""
    try:
        parts = urlsplit(url)
        return f"{parts.hostname or ''}:{parts.port or _PORTS.get(parts.scheme)}"
    except ValueError:
        return ""


def _written(answer: Mapping[str, Any]) -> str:
    """The text in a completion. A refusal, or a call of a tool, comes without one."""
    try:
        content = answer["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        content = None
    if not isinstance(content, str):
        raise Rejected("The platform's answer has another shape than we know.")
    return content
