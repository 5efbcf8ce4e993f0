"""What runs in production must serve every queue that the task table uses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from runtime import supervision
from smportal.celery import app

ROOT = Path(__file__).resolve().parent.parent


def queues_used() -> set[str]:
    routed = {route["queue"] for route in app.conf.task_routes.values()}
    return routed | {app.conf.task_default_queue}


def queues_of(command: list[str]) -> set[str]:
    for index, word in enumerate(command):
        if word == "-Q":
            return set(command[index + 1].split(","))
        if word.startswith("--queues="):
            return set(word.removeprefix("--queues=").split(","))
    return set()


@pytest.fixture
def compose() -> dict[str, Any]:
    services: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    return services


def test_every_queue_has_a_worker_in_docker_compose(compose: dict[str, Any]) -> None:
    served: set[str] = set().union(*(queues_of(one.get("command", [])) for one in compose.values()))

    assert queues_used() <= served


def test_every_queue_has_a_worker_in_make_run(tmp_path: Path) -> None:
    programs = supervision.programs(host="127.0.0.1", port=8000, sandbox_port=None, run=tmp_path)

    assert queues_used() <= set().union(*(queues_of(list(one.arguments)) for one in programs))


def test_every_service_of_docker_compose_comes_back_by_itself(compose: dict[str, Any]) -> None:
    stays_down = {name for name, one in compose.items() if one["restart"] != "unless-stopped"}

    assert stays_down == {"migrate"}


def test_a_stale_tick_of_the_heartbeat_expires() -> None:
    for entry in app.conf.beat_schedule.values():
        assert entry["options"]["expires"] == entry["schedule"] * 2
