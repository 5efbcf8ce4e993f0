"""The page for people: read along, and write something as a visitor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sandbox import page_html
from sandbox.entry import place_post
from sandbox.wire import Request, Response

if TYPE_CHECKING:
    from sandbox.server import Server

ASSETS = Path(__file__).parent / "assets"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
HTML = "text/html; charset=utf-8"
SAFE = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class Page:
    """Everything that is not a platform and not the control API."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def handle(self, request: Request, name: str) -> Response:
        """`name` is the first part of the path, `request.path` the rest of it."""
        match (request.method, name):
            case ("GET", ""):
                return self._overview(request)
            case ("GET", "threads"):
                return _html(page_html.threads(self.server, request.get("platform")))
            case ("GET", "bericht"):
                return self._single(request)
            case ("GET", "assets"):
                return _asset(request.path.removeprefix("/"))
            case ("POST", "post"):
                return self._post(request)
        return _missing()

    def _overview(self, request: Request, problem: str = "") -> Response:
        chosen, answer = request.get("platform"), request.get("answer")
        return _html(
            page_html.overview(self.server, chosen, answer, problem), 422 if problem else 200
        )

    def _single(self, request: Request) -> Response:
        platform, _, post_id = request.path.removeprefix("/").partition("/")
        post = self.server.store.get(platform, post_id)
        if post is None:
            return _missing()
        root = self.server.store.get(platform, post.conversation) or post
        return _html(page_html.single(self.server, root))

    def _post(self, request: Request) -> Response:
        """Place what a visitor wrote, then show it on its platform."""
        form = request.form()
        answer = str(form.get("answer", ""))
        platform, _, rest = (answer or str(form.get("where", "x:"))).partition(":")
        try:
            post = place_post(
                self.server,
                platform=platform,
                text=str(form.get("text", "")),
                author=_handle(platform, str(form.get("author", ""))),
                name=str(form.get("author", "")),
                in_reply_to=rest if answer else "",
                place="" if answer else rest,
            )
        except (KeyError, ValueError):
            return self._overview(
                request, "Dat lukte niet. Schrijf een tekst en probeer het nog eens."
            )
        place = f"/?platform={quote(platform)}#{platform}-{quote(post.id)}"
        return Response(303, b"", HTML, {"Location": place})


def _handle(platform: str, name: str) -> str:
    """A handle made from a name; Facebook and feeds show the name itself."""
    if platform not in {"x", "mastodon"}:
        return name.strip()
    return "".join(char for char in name.lower() if char.isascii() and char.isalnum())[:15]


def _asset(name: str) -> Response:
    path = ASSETS / name
    if path.parent != ASSETS or path.suffix not in TYPES or not path.is_file():
        return _missing()
    return Response(200, path.read_bytes(), TYPES[path.suffix], SAFE)


def _html(text: str, status: int = 200) -> Response:
    return Response(status, text.encode(), HTML, SAFE)


def _missing() -> Response:
    body = '<main class="single"><h1>Niet gevonden</h1><p><a href="/">Alle berichten</a></p></main>'
    return _html(page_html.document("Niet gevonden", body), 404)
