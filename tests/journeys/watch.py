"""What must never happen on a page, whatever a journey is about."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request

# The browser writes down every answer from 400 up; refusals are part of the product.
ANSWERS = "Failed to load resource: the server responded with a status of"
# htmx writes down a request for suggestions that stopped because one went to another page.
LEFT = ("htmx:afterRequest, [object HTMLDataListElement]", "htmx:sendAbort, [object HTMLDataList")


class Watch:
    """Collects errors of scripts, refused content, dialogs, and requests to elsewhere."""

    def __init__(self, allowed: tuple[str, ...]) -> None:
        self.allowed = allowed
        self.objections: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.objections.append(f"script: {error.error}"))
        context.on("dialog", self._dialog)
        context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        is_ours = message.text.startswith(ANSWERS) or any(one in message.text for one in LEFT)
        if message.type == "error" and not is_ours:
            self.objections.append(f"console: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.objections.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((*self.allowed, "data:")):
            self.objections.append(f"request to elsewhere: {request.url}")
