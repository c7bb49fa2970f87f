"""A file outside the database that only grows, a line of JSON at a time."""

import os
from pathlib import Path


def append(path: Path, line: str) -> None:
    """Append a line and wait until it is on the disk; raises OSError.

    The file is made if it is missing, for its owner alone. After half a line, which a crash left,
    the new one begins on its own.
    """
    number = _opened(path)
    try:
        size = os.fstat(number).st_size
        begun = size and os.pread(number, 1, size - 1) != b"\n"
        os.write(number, (("\n" if begun else "") + line + "\n").encode())
        os.fsync(number)
    finally:
        os.close(number)


def try_to_append(path: Path) -> None:
    """Raise the OSError that `append` would meet; makes the file if it is missing."""
    os.close(_opened(path))


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
