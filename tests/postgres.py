"""A PostgreSQL server of the tests' own: a private cluster on loopback, gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

SYSTEM_USER = "postgres"
"""The server refuses to run as root; Debian's package brings this user."""

WAIT = "180"
"""Seconds for a busy machine to start or stop it."""


def programs() -> Path | None:
    """Return the folder of the newest server that is installed, None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    return Path(found).parent if found else None


@dataclass(frozen=True)
class Cluster:
    """A running server; every test takes a database of its own."""

    port: int
    user: str
    data: Path
    pg_ctl: Sequence[str]

    def database(self) -> str:
        """Create an empty database and return its URL."""
        import psycopg

        name = f"t{uuid4().hex[:16]}"
        where = f"host=127.0.0.1 port={self.port} user={self.user} dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        return f"postgresql://{self.user}@127.0.0.1:{self.port}/{name}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        folder = self.data.parent
        options = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={folder}"
        _run(*self.pg_ctl, "-o", options, "-w", "-t", WAIT, "-l", str(folder / "log"), "start")

    def crash(self) -> None:
        """End every process of the server at once, without a word to its clients and without a checkpoint."""
        _run(*self.pg_ctl, "-m", "immediate", "-w", "-t", WAIT, "stop")

    def end(self) -> None:
        """Stop the server if it runs; what went wrong before is told by the test, not by this."""
        with suppress(AssertionError):
            self.crash()


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a server and stop it at the end."""
    bin_folder = programs()
    assert bin_folder is not None, "no PostgreSQL server is installed"
    folder = Path(tempfile.mkdtemp(prefix="sobthan-pg-"))
    as_user: Sequence[str] = ()
    if os.getuid() == 0:
        shutil.chown(folder, SYSTEM_USER)
        as_user = ("runuser", "-u", SYSTEM_USER, "--")
    data = folder / "data"
    try:
        _run(*as_user, str(bin_folder / "initdb"), "-D", str(data), "-A", "trust", "-U", "tests",
             "--encoding=UTF8", "--locale=C")  # fmt: skip
        server = Cluster(_free_port(), "tests", data, (*as_user, str(bin_folder / "pg_ctl"), "-D", str(data)))
        try:
            server.start()
            yield server
        finally:
            server.end()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str) -> None:
    done = subprocess.run(
        command,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
