from __future__ import annotations

import os
import pwd
import signal
import subprocess
import sys
from pathlib import Path

import psycopg2  # type: ignore[import-untyped]
import pytest
import redis

from runtime import processes, services
from runtime.accounts import ServiceError
from runtime.places import LONGEST_SOCKET_PATH, ROOT


def query(url: str, sql: str) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()
    finally:
        connection.close()


def postmaster(var: Path) -> int:
    return int((var / "postgres" / "postmaster.pid").read_text().split("\n")[0])


def kill(pid: int) -> None:
    """Like a power cut for this one process."""
    os.kill(pid, signal.SIGKILL)
    while processes.is_running(pid, mentioning=""):
        pass


def test_the_database_has_the_extensions_and_knows_dutch_letters(running_var: Path) -> None:
    url = services.ensure(running_var).database_url
    extensions = "SELECT name FROM pg_available_extensions WHERE name IN ('pg_trgm', 'unaccent')"
    assert len(query(url, extensions)) == 2
    assert query(url, "SELECT lower('CAFÉ'), current_setting('server_encoding')") == [
        ("café", "UTF8")
    ]


def test_the_database_is_safe_against_power_cuts(running_var: Path) -> None:
    url = services.ensure(running_var).database_url
    assert query(url, "SELECT current_setting('fsync'), current_setting('full_page_writes')") == [
        ("on", "on")
    ]


def test_the_database_listens_on_no_network_address(running_var: Path) -> None:
    url = services.ensure(running_var).database_url
    assert query(url, "SELECT current_setting('listen_addresses')") == [("",)]
    assert (running_var / "postgres").stat().st_mode & 0o077 == 0


def test_redis_wants_its_password_and_never_evicts(running_var: Path) -> None:
    url = services.ensure(running_var).redis_url
    client = redis.Redis.from_url(url)
    assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
    assert client.config_get("bind") == {"bind": "127.0.0.1"}
    stranger = redis.Redis.from_url("redis://127.0.0.1:" + url.rsplit(":", 1)[1])
    with pytest.raises(redis.AuthenticationError):
        stranger.ping()


def test_a_second_starter_uses_the_running_services(running_var: Path) -> None:
    before = postmaster(running_var)
    first, second = services.ensure(running_var), services.ensure(running_var)
    assert first == second
    assert postmaster(running_var) == before


def test_root_never_runs_the_database_itself(running_var: Path) -> None:
    owner = Path(f"{running_var}/postgres/postmaster.pid").stat().st_uid
    assert owner == (os.geteuid() or pwd.getpwnam("nobody").pw_uid)


def test_two_starters_at_once_start_one_server(var: Path) -> None:
    code = "from runtime import services; print(services.ensure().redis_url)"
    environment = {**os.environ, "SMPORTAL_VAR": str(var), "PYTHONPATH": str(ROOT)}
    starters = [
        subprocess.Popen(
            [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    answers = {starter.communicate(timeout=60)[0] for starter in starters}
    assert len(answers) == 1
    assert [starter.returncode for starter in starters] == [0, 0]


def test_killed_services_come_back_at_the_same_address(var: Path) -> None:
    before = services.ensure(var)
    query(before.database_url, "CREATE TABLE kept AS SELECT 42 AS answer; SELECT 1")
    kill(postmaster(var))
    kill(int((var / "redis" / "redis.pid").read_text()))

    after = services.ensure(var)

    assert after == before
    assert query(after.database_url, "SELECT answer FROM kept") == [(42,)]
    assert redis.Redis.from_url(after.redis_url).ping()


def test_a_process_id_that_now_belongs_to_another_process_is_no_server(var: Path) -> None:
    services.ensure(var)
    services.stop(var)
    stale = f"{os.getpid()}\n{var / 'postgres'}\n1\n5432\n{var / 'postgres'}\n\n1 1\nready\n"
    (var / "postgres" / "postmaster.pid").write_text(stale)
    (var / "redis" / "redis.pid").write_text(str(os.getpid()))

    urls = services.ensure(var)

    assert query(urls.database_url, "SELECT 1") == [(1,)]
    assert redis.Redis.from_url(urls.redis_url).ping()


def test_stop_stops_both(var: Path) -> None:
    services.ensure(var)
    pid = postmaster(var)
    services.stop(var)
    assert not processes.is_running(pid, mentioning="postgres")
    assert not services.running(var)


def test_data_of_another_version_is_refused_in_words(var: Path) -> None:
    services.ensure(var)
    services.stop(var)
    (var / "postgres" / "PG_VERSION").write_text("12\n")
    with pytest.raises(ServiceError, match="made by PostgreSQL 12"):
        services.ensure(var)


def test_a_deep_folder_gets_its_socket_elsewhere(var: Path) -> None:
    deep = var / ("d" * LONGEST_SOCKET_PATH)
    deep.mkdir()
    try:
        assert query(services.ensure(deep).database_url, "SELECT 1") == [(1,)]
    finally:
        services.stop(deep)
        services.embedded_postgres(deep).socket_folder.rmdir()


def test_given_addresses_start_nothing(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://db/x")
    monkeypatch.setenv("REDIS_URL", "redis://broker/0")
    assert services.ensure(var) == services.Urls("postgresql://db/x", "redis://broker/0")
    assert list(var.iterdir()) == []


def test_temporary_services_leave_nothing(var: Path) -> None:
    with services.temporary(var) as urls:
        [folder] = var.glob("test-*")
        pid = postmaster(folder)
        assert query(urls.database_url, "SELECT current_setting('fsync')") == [("off",)]
    assert list(var.glob("test-*")) == []
    assert not processes.is_running(pid, mentioning="postgres")


def test_the_next_run_clears_what_a_killed_test_run_left(var: Path) -> None:
    code = (
        "import os, signal\n"
        "from runtime import services\n"
        "with services.temporary():\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = {**os.environ, "SMPORTAL_VAR": str(var), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    [left] = var.glob("test-*")
    pid = postmaster(left)

    with services.temporary(var):
        assert not left.exists()
        assert not processes.is_running(pid, mentioning="postgres")


def test_two_test_runs_at_once_keep_apart(var: Path) -> None:
    with services.temporary(var) as first, services.temporary(var) as second:
        assert first.database_url != second.database_url
        assert query(first.database_url, "SELECT 1") == query(second.database_url, "SELECT 1")
