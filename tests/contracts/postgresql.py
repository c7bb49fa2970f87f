"""A PostgreSQL server of the tests' own, on a socket in a temporary folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.conftest import need_program

_UNSAFE_BUT_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def running_postgresql() -> Iterator[Path]:
    """Run a server; yield the folder of its socket. Skips aloud where none is installed."""
    initdb = need_program("initdb", *map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")))
    pg_ctl = Path(initdb).resolve().with_name("pg_ctl")
    folder = Path(tempfile.mkdtemp(prefix="candour-pg-"))
    settings = f"-c listen_addresses= -c unix_socket_directories={folder} {_UNSAFE_BUT_FAST}"
    control = [str(pg_ctl), "-D", str(folder / "db"), "-w", "-l", str(folder / "log")]
    try:
        if account := _account():
            shutil.chown(folder, account)
        _run([initdb, "-A", "trust", "-U", "tests", "-D", str(folder / "db")], folder)
        _run([*control, "-o", settings, "start"], folder)
        yield folder
    finally:
        _run([*control, "-m", "immediate", "stop"], folder)
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str], folder: Path) -> None:
    # To a file, not a pipe: the server keeps whatever output pg_ctl was given.
    with (folder / "output").open("wb") as output:
        subprocess.run(
            command, check=True, cwd=folder, user=_account(), stdout=output, stderr=output
        )


def new_database(folder: Path, name: str) -> str:
    """Create an empty database on the server; return its address."""
    with psycopg.connect(host=str(folder), user="tests", dbname="postgres", autocommit=True) as at:
        at.execute(f'CREATE DATABASE "{name}"'.encode())
    return f"postgresql://tests@/{name}?host={folder}"


def _account() -> str | None:
    """Return whom to become: the server refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
