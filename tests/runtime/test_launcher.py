from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from runtime import launch, launcher, locks, processes
from runtime.__main__ import main
from runtime.launch import Launch

THIS = Launch(pid=os.getpid(), port=8000, sandbox_port=8090, owns_services=True)


def test_the_banner_names_the_address_the_accounts_and_the_sandbox() -> None:
    text = launcher.banner(THIS, "anna / demo")
    assert "http://127.0.0.1:8000" in text
    assert "anna / demo" in text
    assert "http://127.0.0.1:8090" in text


def test_the_next_run_looks_for_the_sandbox_where_it_was(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    assert launch.last_sandbox_port(tmp_path) is None
    launch.write(THIS, tmp_path)
    launch.forget(tmp_path)
    assert launch.last_sandbox_port(tmp_path) == 8090


def test_a_second_run_says_where_the_first_one_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "run").mkdir()
    launch.write(THIS, tmp_path)
    code = "from runtime import launcher; launcher.run(port=8001, demo=False)"
    with locks.held(tmp_path / "run" / "launch.lock"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "SMPORTAL_VAR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "already runs at http://127.0.0.1:8000" in done.stderr


def test_a_taken_port_is_told_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "runtime", "run"],
            env={**os.environ, "SMPORTAL_VAR": str(tmp_path), "PORT": str(port)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert f"port {port} is in use" in done.stderr
    assert not (tmp_path / "postgres").exists()


@pytest.mark.parametrize("port", ["eight", "0", "65536", "-1"])
def test_a_port_that_is_no_port_is_refused(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SystemExit):
        main(["run"])


def test_what_a_killed_run_left_is_stopped_and_strangers_are_not(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    ours = subprocess.Popen(command, env={**os.environ, processes.MARKER: str(tmp_path)})
    stranger = subprocess.Popen(command, env={**os.environ, processes.MARKER: "/elsewhere"})
    try:
        launcher.stop(tmp_path)
        assert ours.wait(timeout=5) != 0
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_process_that_does_not_listen_is_killed() -> None:
    deaf = (
        "import signal, time; signal.signal(15, signal.SIG_IGN); print(flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", deaf], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    processes.stop([process.pid], grace=0.1)
    assert not processes.is_running(process.pid, mentioning="python")


def test_commands_beside_a_demo_find_its_sandbox(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    assert launch.sandbox_url(tmp_path) == ""
    launch.write(THIS, tmp_path)
    assert launch.sandbox_url(tmp_path) == "http://127.0.0.1:8090"
    launch.forget(tmp_path)
    assert launch.sandbox_url(tmp_path) == ""
