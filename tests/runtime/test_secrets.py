from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cryptography.fernet import Fernet

from runtime import secrets
from runtime.places import ROOT


def test_a_secret_stays_the_same(tmp_path: Path) -> None:
    assert secrets.read_or_create("secret_key", var=tmp_path) == secrets.read_or_create(
        "secret_key", var=tmp_path
    )


def test_two_names_are_two_secrets(tmp_path: Path) -> None:
    assert secrets.read_or_create("a", var=tmp_path) != secrets.read_or_create("b", var=tmp_path)


def test_a_secret_is_for_its_owner_only(tmp_path: Path) -> None:
    secrets.read_or_create("secret_key", var=tmp_path)
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_secret_serves_as_fernet_key(tmp_path: Path) -> None:
    key = secrets.read_or_create("fernet_keys", var=tmp_path)
    assert Fernet(key).decrypt(Fernet(key).encrypt(b"token")) == b"token"


def test_first_readers_at_the_same_time_get_the_same_secret(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from runtime import secrets;"
        "print(secrets.read_or_create('k', var=Path(sys.argv[1])))"
    )
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)],
            stdout=subprocess.PIPE,
            env={"PYTHONPATH": str(ROOT)},
        )
        for _ in range(6)
    ]
    assert len({reader.communicate(timeout=30)[0] for reader in readers}) == 1
