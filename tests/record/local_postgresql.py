"""A PostgreSQL server of its own, on a free port of this machine, in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

WHY_NOT = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
_OWNER = "wortlaut"


def programs() -> Path | None:
    """The directory of the newest PostgreSQL's programs, None where there is none."""
    found = sorted(
        (path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")),
        key=lambda path: int(path.parent.name),
    )
    if found:
        return found[-1]
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def local_postgresql(*, durable: bool = False, settings: Sequence[str] = ()) -> Iterator[str]:
    """Start a server; gives the address of its first database, an empty one.

    Without `durable` it does not wait for the disk, which no test can tell from outside.
    """
    binaries = programs()
    if binaries is None:
        raise RuntimeError(WHY_NOT)
    folder = Path(tempfile.mkdtemp(prefix="wortlaut-postgresql-"))
    user = _unprivileged_user()
    try:
        if user is not None:
            shutil.chown(folder, user)
        data = folder / "data"

        def run(program: str, *arguments: str) -> None:
            subprocess.run(
                [binaries / program, *arguments],
                check=True,
                cwd=folder,
                user=user,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.STDOUT,
            )

        run(
            "initdb",
            "-D",
            str(data),
            "-U",
            _OWNER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        )
        port = _free_port()
        options = [
            f"port={port}",
            "listen_addresses=127.0.0.1",
            f"unix_socket_directories={folder}",
        ]
        if not durable:
            options += ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
        flags = " ".join(f"-c {option}" for option in (*options, *settings))
        run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", flags, "start")
        try:
            yield f"postgresql://{_OWNER}@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged_user() -> str | None:
    """Whom the server runs as where we are root, which it refuses."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
