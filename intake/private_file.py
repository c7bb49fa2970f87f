"""Whether a file of secrets is its owner's alone."""

from pathlib import Path

_FOR_OTHERS = 0o077


def open_to_others(path: Path) -> str:
    """Return what to do if others on this machine can read or change the file, as a sentence.

    Nothing if they cannot, or if there is no such file.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return ""
    if not mode & _FOR_OTHERS:
        return ""
    return (
        f"others on this machine can read {path}: run `chmod 600 {path}`, and if somebody may have "
        "read it, change what stands in it."
    )
