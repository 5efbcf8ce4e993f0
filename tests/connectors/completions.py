"""What an OpenAI-compatible server says: completions and errors in the shapes of the real one."""

from __future__ import annotations

import json
from typing import Any

RATE_LIMIT = {
    "error": {
        "message": "Rate limit reached for requests.",
        "type": "requests",
        "param": None,
        "code": "rate_limit_exceeded",
    }
}
SERVER_ERROR = {
    "error": {
        "message": "The server had an error while processing your request.",
        "type": "server_error",
        "param": None,
        "code": None,
    }
}
WRONG_KEY = {
    "error": {
        "message": "Incorrect API key provided: sk-x.",
        "type": "invalid_request_error",
        "param": None,
        "code": "invalid_api_key",
    }
}


def completion(content: str | None, *, finish: str = "stop", **message: Any) -> dict[str, Any]:
    """The answer to POST /v1/chat/completions with `content` as what the model wrote."""
    written: dict[str, Any] = {
        "role": "assistant",
        "content": content,
        "refusal": None,
        "annotations": [],
    }
    return {
        "id": "chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG",
        "object": "chat.completion",
        "created": 1_795_424_400,
        "model": "small-1",
        "choices": [
            {
                "index": 0,
                "message": written | message,
                "logprobs": None,
                "finish_reason": finish,
            }
        ],
        "usage": {"prompt_tokens": 310, "completion_tokens": 24, "total_tokens": 334},
        "system_fingerprint": "fp_44709d6fcb",
    }


def judged(
    team: str = "info", *, danger: bool = False, tone: str = "neutral", certainty: float = 0.9
) -> dict[str, Any]:
    """A completion that judges a message."""
    answer = {"team": team, "danger": danger, "tone": tone, "certainty": certainty}
    return completion(json.dumps(answer))


def refusal() -> dict[str, Any]:
    return completion(None, refusal="I'm sorry, I can't help with that.")


def tool_call() -> dict[str, Any]:
    """A call of a tool that nobody offered, instead of an answer."""
    call = {
        "id": "call_abc123",
        "type": "function",
        "function": {"name": "judge", "arguments": "{}"},
    }
    return completion(None, finish="tool_calls", tool_calls=[call])
