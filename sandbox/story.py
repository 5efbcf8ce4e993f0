"""The demo story: a history of some weeks, then somebody says something every 10 to 40 seconds.

What they say is data, in script/. `{a|b}` gives a choice: the first round takes the first of each,
later rounds take others, so that a demo never dries up. Who gets an answer may come back to it.
"""

from __future__ import annotations

import json
import random
import re
import threading
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sandbox.entry import place_post
from sandbox.identity import HANDLE
from sandbox.store import Accepted, Post
from sandbox.wire import Json, now

if TYPE_CHECKING:
    from sandbox.server import Server

SCRIPT = Path(__file__).parent / "script"
CHOICE = re.compile(r"\{([^{}]*)\}")
ZONE = ZoneInfo("Europe/Amsterdam")
WAKING_HOUR = 8
ANSWERED_AFTER = timedelta(seconds=12)
PLACED = ("platform", "place", "lang")


def read_script(name: str) -> list[Json]:
    """The lines of one part of the script: `history` or `live`."""
    lines = (SCRIPT / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def vary(text: str, turn: int) -> str:
    """Take one of each `{a|b}`; the same turn always gives the same text."""
    place = 0

    def choose(found: re.Match[str]) -> str:
        nonlocal place
        options = found[1].split("|")
        chosen = options[(turn + place * turn) % len(options)]
        place += 1
        return chosen

    return CHOICE.sub(choose, text)


class Story:
    """Plays the script on a server. Where it stands is kept with the posts, also over a restart."""

    def __init__(self, server: Server, *, speed: float = 1.0) -> None:
        self.server = server
        self.speed = speed
        self.live = read_script("live")
        self.by_key = {line["key"]: line for line in self.live}

    @property
    def state(self) -> Json:
        return self.server.store.story

    def start(self) -> threading.Thread:
        """Play on a thread of its own until the server stops."""
        thread = threading.Thread(target=self._play, daemon=True)
        thread.start()
        return thread

    def _play(self) -> None:
        while not self.server.stopping.is_set():
            self.advance(now())
            self.server.stopping.wait(0.5)

    def begin(self, at: datetime) -> None:
        """Put the history there and set the clock for the first live message."""
        self.state.update(turn=0, next=0, latest={}, heard=0, waiting=[])
        for line in read_script("history"):
            self._place(line, turn=0, at=self._long_ago(line, at))
        self._set_next(at)

    def advance(self, at: datetime) -> list[Post]:
        """Say everything that is due at `at`; begins by itself, also after a reset."""
        with self.server.store.lock:
            if "turn" not in self.state:
                self.begin(at)
            said = self._come_back(at)
            if at >= datetime.fromisoformat(self.state["due_at"]):
                line = self.live[self.state["next"]]
                post = self._place(line, turn=self.state["turn"], at=at)
                said += [post] if post else []
                self._step(at)
            return said

    def _step(self, at: datetime) -> None:
        following = self.state["next"] + 1
        if following == len(self.live):
            following = 0
            self.state["turn"] += 1
        self.state["next"] = following
        self._set_next(at)

    def _set_next(self, at: datetime) -> None:
        line, turn = self.live[self.state["next"]], self.state["turn"]
        # The first round keeps to the script, so that a trainer knows what comes when.
        drift = random.Random(f"{turn} {line['key']}").uniform(0.8, 1.3) if turn else 1.0  # noqa: S311
        due_at = at + timedelta(seconds=line["after"] * drift / self.speed)
        self.state["due_at"] = due_at.isoformat()
        self.server.store.changed()

    def _long_ago(self, line: Json, at: datetime) -> datetime:
        """The date of a line of the history: by day, and never before what it answers."""
        when = at - timedelta(days=line["days"])
        if when.astimezone(ZONE).hour < WAKING_HOUR:
            when += timedelta(hours=WAKING_HOUR)
        parent = self._latest(line)
        return max(when, parent.created_at + timedelta(minutes=9)) if parent else when

    def _latest(self, line: Json) -> Post | None:
        post_id = self.state["latest"].get(line.get("reply_to", ""), "")
        return self.server.store.get(line["platform"], post_id)

    def _place(self, line: Json, *, turn: int, at: datetime) -> Post | None:
        """Post one line; None when it answers something that was taken away."""
        parent = self._latest(line)
        if "reply_to" in line and parent is None:
            return None
        post = place_post(
            self.server,
            text=vary(line["text"], turn),
            title=vary(line.get("title", ""), turn),
            author=HANDLE if line.get("own") else vary(line.get("author", ""), turn),
            name=line.get("name", ""),
            in_reply_to=parent.id if parent else "",
            at=at,
            script_key=line["key"],
            **{name: line[name] for name in PLACED if name in line},
        )
        self.state["latest"][line["key"]] = post.id
        return post

    def _come_back(self, at: datetime) -> list[Post]:
        """People who got an answer say thanks, or ask on."""
        accepted = self.server.accepted
        for record in accepted[self.state["heard"] :]:
            self._plan_reaction(record)
        self.state["heard"] = len(accepted)
        due = [one for one in self.state["waiting"] if datetime.fromisoformat(one["at"]) <= at]
        self.state["waiting"] = [one for one in self.state["waiting"] if one not in due]
        reactions = [self._react(one, at) for one in due]
        return [post for post in reactions if post]

    def _plan_reaction(self, record: Accepted) -> None:
        question = self.server.store.get(record.platform, record.in_reply_to)
        if question is None or not question.script_key:
            return
        key, _, number = question.script_key.partition("#")
        said = int(number or 0)
        lines = self.by_key.get(key, {}).get("followups", [])
        already = any(one["question"] == question.id for one in self.state["waiting"])
        answers = [one for one in self.server.accepted if one.in_reply_to == question.id]
        # One answer, one reaction: who is answered twice does not thank twice.
        if said >= len(lines) or already or answers[0].id != record.id:
            return
        self.state["waiting"].append(
            {
                "at": (record.at + ANSWERED_AFTER / self.speed).isoformat(),
                "platform": record.platform,
                "question": question.id,
                "answer": record.id,
                "text": lines[said],
                "key": f"{key}#{said + 1}",
            }
        )

    def _react(self, plan: Json, at: datetime) -> Post | None:
        question = self.server.store.get(plan["platform"], plan["question"])
        answer = self.server.store.get(plan["platform"], plan["answer"])
        if question is None or answer is None:
            return None
        author = self.server.store.author(question)
        return place_post(
            self.server,
            platform=plan["platform"],
            text=vary(plan["text"], self.state["turn"]),
            author=author.handle,
            in_reply_to=answer.id,
            lang=question.lang,
            at=at,
            script_key=plan["key"],
        )
