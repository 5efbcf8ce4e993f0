from __future__ import annotations

import shlex
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest
from supervisor.options import ServerOptions

from runtime import supervision


def parsed(sandbox_port: int | None, folder: Path = Path("/var/smp")) -> RawConfigParser:
    wanted = supervision.programs(
        host="127.0.0.1", port=8123, sandbox_port=sandbox_port, run=folder / "run"
    )
    parser = RawConfigParser()
    parser.read_string(supervision.configuration(wanted))
    return parser


def test_a_demo_has_a_sandbox_that_remembers() -> None:
    command = parsed(8090)["program:sandbox"]["command"]
    assert command.endswith("-m sandbox --port 8090 --story --state /var/smp/sandbox.json")


def test_without_a_demo_there_is_no_sandbox() -> None:
    assert "program:sandbox" not in parsed(None)


def test_every_queue_has_exactly_one_worker() -> None:
    programs = supervision.programs(host="h", port=1, sandbox_port=None, run=Path("/run"))
    queues = [
        queue
        for program in programs
        for argument in program.arguments
        if argument.startswith("--queues=")
        for queue in argument.removeprefix("--queues=").split(",")
    ]
    assert sorted(queues) == ["crisis", "deliver", "ingest", "learn", "poll", "reports", "triage"]


def test_every_program_comes_back_after_it_was_killed() -> None:
    parser = parsed(8090)
    sections = [name for name in parser.sections() if name.startswith("program:")]
    assert len(sections) == 6
    assert {parser[name]["autorestart"] for name in sections} == {"true"}


def test_the_web_server_listens_on_the_chosen_port() -> None:
    assert "--bind=127.0.0.1:8123" in parsed(None)["program:web"]["command"]


def test_supervisord_reads_hostile_paths_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "50% off; it's %(here)s"
    for name in ("log", "run"):
        (folder / name).mkdir(parents=True)
    wanted = supervision.programs(host="h", port=1, sandbox_port=None, run=folder / "run")
    path = folder / "run" / "supervisord.conf"
    path.write_text(supervision.configuration(wanted))

    monkeypatch.chdir(folder)
    options = ServerOptions()
    options.realize(["-c", str(path)])

    [group] = options.process_group_configs
    beat = next(one for one in group.process_configs if one.name == "beat")
    assert f"--schedule={folder}/run/celerybeat-schedule" in shlex.split(beat.command)
    assert shlex.split(beat.command)[0] == sys.executable
    assert beat.stdout_logfile == "log/beat.log"
