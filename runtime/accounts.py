"""As whom the embedded services run.

PostgreSQL refuses to run as root. When we are root, the services run as the owner of their data,
or as `nobody` when the data is new. An ordinary user's services run as that user.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import IO


class ServiceError(RuntimeError):
    """An embedded service cannot be started or used; the text says what to do."""


@dataclass(frozen=True)
class Account:
    """An unprivileged user id to step down to. `through_walls` keeps the right to pass folders
    that only root may enter, for a checkout below a private home folder."""

    uid: int
    gid: int
    through_walls: bool = False


def account_for(folder: Path) -> Account | None:
    """The account for the service whose data is in `folder`; None when we are no root."""
    if os.geteuid() != 0:
        return None
    if folder.exists() and (owner := folder.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def private_folder(folder: Path, account: Account | None) -> None:
    """Make `folder` if needed and give it to the account alone."""
    if folder.is_symlink():
        raise ServiceError(f"{folder} is a link; a folder of our own is needed there.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if account:
            os.chown(folder, account.uid, account.gid)
        folder.chmod(0o700)
    except PermissionError as error:
        raise ServiceError(
            f"{folder} belongs to another user. Give it to this user (chown -R) or remove it."
        ) from error


def reaching(account: Account | None, program: Path, folder: Path) -> Account | None:
    """The account, with the right to pass private folders if it cannot reach both paths."""
    if account is None:
        return None
    probe = ["/bin/sh", "-c", 'test -w "$1" && "$0" --version', str(program), str(folder)]
    if run(probe, account).returncode == 0:
        return account
    if shutil.which("setpriv") is None:
        raise ServiceError(
            f"User id {account.uid} cannot reach {program}. "
            "Move the project out of the private folder, or start it as an ordinary user."
        )
    return Account(account.uid, account.gid, through_walls=True)


def run(
    command: list[str],
    account: Account | None,
    *,
    folder: Path | None = None,
    output: IO[bytes] | int = subprocess.DEVNULL,
    text: bytes = b"",
) -> subprocess.CompletedProcess[bytes]:
    """Run `command` as the account, in `folder`, with `text` as its standard input."""
    if account and account.through_walls:
        command = [*_setpriv(account), *command]
        account = None
    return subprocess.run(
        command,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        cwd=folder,
        input=text,
        stdout=output,
        stderr=subprocess.STDOUT,
        check=False,
    )


def _setpriv(account: Account) -> list[str]:
    return [
        "setpriv",
        f"--reuid={account.uid}",
        f"--regid={account.gid}",
        "--clear-groups",
        "--inh-caps=-all,+dac_override",
        "--ambient-caps=-all,+dac_override",
        "--securebits=+no_setuid_fixup",  # access(2) forgets the capability otherwise
        "--",
    ]
