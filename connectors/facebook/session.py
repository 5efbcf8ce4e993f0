"""The HTTP session that facebook-sdk is given: our base URL, our errors, the token out of sight.

facebook-sdk puts the token into every URL and trips over answers that are not JSON. So its session
carries the token in a header, sends to the base URL of the target, and turns every answer that is
no plain JSON object into a `ConnectorError` before the SDK looks at it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

import requests

from connectors.errors import AuthExpired, OutcomeUnknown, Temporary
from connectors.facebook import problems, usage
from connectors.sdk_session import Bearer, SdkSession
from connectors.types import Rate

SDK_HOST = "https://graph.facebook.com"
TIMEOUT = (5.0, 30.0)
"""Seconds to connect, and seconds without a byte; Graph thinks long about nested fields."""


def clean_keys(credentials: Mapping[str, str]) -> dict[str, str]:
    """The keys without the blanks that a paste brings along.

    Raises `AuthExpired` when the token is missing or holds characters that no token has.
    """
    names = ("access_token", "app_secret")
    keys = {name: credentials.get(name, "").strip() for name in names}
    if not keys["access_token"]:
        raise AuthExpired("There is no access token for this Facebook page.")
    if not all(value.isascii() and value.isprintable() for value in keys.values()):
        raise AuthExpired("The keys for Facebook hold characters that no key has.")
    return {name: value for name, value in keys.items() if value}


def proof_of(keys: Mapping[str, str]) -> dict[str, str]:
    """The `appsecret_proof` parameter; empty without an app secret."""
    if "app_secret" not in keys:
        return {}
    secret, token = keys["app_secret"].encode(), keys["access_token"].encode()
    return {"appsecret_proof": hmac.new(secret, token, hashlib.sha256).hexdigest()}


class GraphSession(SdkSession):
    """One target's session. `rate` is what the last answer said is left of the hour.

    It refuses to call on when Facebook said that the allowance is all but used up.
    """

    def __init__(self, keys: Mapping[str, str], base_url: str) -> None:
        super().__init__("Facebook", host=SDK_HOST, base_url=base_url, timeout=TIMEOUT)
        proof = proof_of(keys)
        self.auth = Bearer(keys["access_token"])
        self.params = proof
        self.rate: Rate | None = None
        self._secrets = (*keys.values(), *proof.values())

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        usage.refuse_when_full(self.rate)
        is_write = request.method != "GET"
        response = super().send(request, **kwargs)
        self.rate = usage.rate(response.headers)
        body = problems.json_object(response)
        if not 200 <= response.status_code < 300 or (body and "error" in body):
            raise problems.of_answer(
                response, body or {}, is_write=is_write, secrets=self._secrets, rate=self.rate
            )
        if body is None:
            doubt = OutcomeUnknown if is_write else Temporary
            raise doubt("Facebook answered something that is no JSON object.")
        response.headers["content-type"] = "application/json"  # Graph also says text/javascript
        return response
