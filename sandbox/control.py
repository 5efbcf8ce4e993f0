"""The control API: put posts and faults on the platform, and read what it accepted (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sandbox.entry import place_post
from sandbox.faults import KINDS, Fault
from sandbox.wire import Json, Request, Response, Route, answer, find_route

if TYPE_CHECKING:
    from sandbox.server import Server

SETTABLE = {"platform", "path", "kind", "method", "times", "seconds", "reset_in", "delay", "to"}


class Control:
    """What a trainer or a test can do from outside."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.routes: list[Route] = [
            ("POST", r"/posts", self._add_post),
            ("POST", r"/delete", self._delete_post),
            ("POST", r"/edit", self._edit_post),
            ("GET", r"/faults", self._list_faults),
            ("POST", r"/faults", self._add_fault),
            ("DELETE", r"/faults", self._clear_faults),
            ("GET", r"/accepted", self._accepted),
            ("GET", r"/calls", self._calls),
            ("GET", r"/state", self._state),
            ("POST", r"/reset", self._reset),
        ]

    def handle(self, request: Request) -> Response:
        found = find_route(self.routes, request)
        if found is None:
            return answer({"error": f"no such control: {request.method} {request.path}"}, 404)
        handler, parts = found
        try:
            return handler(request, *parts)
        except KeyError as fault:
            return answer({"error": f"not there: {fault}"}, 404)
        except (ValueError, TypeError) as fault:
            return answer({"error": str(fault)}, 400)

    def _add_post(self, request: Request) -> Response:
        form = request.form()
        at = form.get("created_at")
        if at:
            form["at"] = datetime.fromisoformat(form.pop("created_at"))
        post = place_post(self.server, **form)
        return answer({"platform": post.platform, "id": post.id}, 201)

    def _delete_post(self, request: Request) -> Response:
        form = request.form()
        self.server.platforms[form["platform"]].delete(form["id"])
        return answer({"deleted": form["id"]})

    def _edit_post(self, request: Request) -> Response:
        form = request.form()
        self.server.platforms[form["platform"]].edit(form["id"], form["text"])
        return answer({"edited": form["id"]})

    def _list_faults(self, request: Request) -> Response:
        waiting = [asdict(fault) for fault in self.server.faults.waiting()]
        return _plain({"waiting": waiting, "kinds": KINDS})

    def _add_fault(self, request: Request) -> Response:
        form = request.form()
        if unknown := set(form) - SETTABLE:
            raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
        if form["platform"] not in {"*", *self.server.platforms}:
            raise KeyError(form["platform"])
        fault: Fault = self.server.faults.add(form.pop("platform"), **form)
        return _plain(asdict(fault), 201)

    def _clear_faults(self, request: Request) -> Response:
        self.server.faults.clear()
        return answer({"waiting": []})

    def _accepted(self, request: Request) -> Response:
        duplicates = [
            {"platform": platform, "in_reply_to": target, "text": text, "times": times}
            for (platform, target, text), times in self.server.duplicates().items()
        ]
        return _plain(
            {
                "count": len(self.server.accepted),
                "accepted": _rows(self.server.accepted),
                "duplicates": duplicates,
                "refused_duplicates": _rows(self.server.store.refused),
            }
        )

    def _calls(self, request: Request) -> Response:
        return _plain({"calls": _rows(list(self.server.calls))})

    def _state(self, request: Request) -> Response:
        store = self.server.store
        return _plain(
            {
                "url": self.server.url,
                "revision": store.revision,
                "posts": {name: len(store.posts(name)) for name in self.server.platforms},
                "accepted": {
                    name: len(platform.accepted) for name, platform in self.server.platforms.items()
                },
                "duplicates": len(self.server.duplicates()),
                "calls": len(self.server.calls),
                "faults": len(self.server.faults.waiting()),
                "story": {k: v for k, v in store.story.items() if k in {"turn", "next", "due_at"}},
            }
        )

    def _reset(self, request: Request) -> Response:
        self.server.reset()
        return answer({"reset": True})


def _rows(records: Iterable[Any]) -> list[Json]:
    return [asdict(record) for record in records]


def _plain(document: Json, status: int = 200) -> Response:
    return answer(json.loads(json.dumps(document, default=str)), status)
