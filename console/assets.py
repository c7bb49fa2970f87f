"""The pages' scripts and styles as they are served: the files that the bundle's manifest names.

A file's name holds its content's hash, so a browser may keep it for ever. Each is read once and
compared with its hash: what `bundle_hash` says is what is served.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STATIC = Path(__file__).with_name("static")
URL = "/static/"
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_REMEDY = "Run `python -m console.bundling` (`make run` does it too)"


class NotBundled(Exception):  # noqa: N818 - a fault that operators are told of
    """The pages' files are not there or not as they were made; the sentence holds the remedy."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file to serve under `/static/`, as it is, for ever."""

    file: str
    kind: str
    """What to send as Content-Type."""
    sha256: str
    content: bytes


def url(name: str) -> str:
    """Return the address of a script or style by its own name: `url("worker.js")`."""
    assets = _served()
    if name not in assets:
        raise NotBundled(f"The bundle holds no {name}. {_REMEDY}.")
    return URL + assets[name].file


def asset(file: str) -> Asset | None:
    """Return what to serve at `/static/{file}`; None for any name that is not in the manifest."""
    return next((one for one in _served().values() if one.file == file), None)


def bundle_hash() -> str:
    """Return one SHA-256 (64 hexadecimal digits) over all files: shown on the page and released.

    Anyone can work it out: `sha256sum` over the lines `SHA-256, two spaces, file`, in file order.
    """
    files = sorted(_served().values(), key=lambda one: one.file)
    lines = "".join(f"{one.sha256}  {one.file}\n" for one in files)
    return hashlib.sha256(lines.encode()).hexdigest()


@cache
def _served() -> dict[str, Asset]:
    return read_bundle(STATIC)


def read_bundle(static: Path) -> dict[str, Asset]:
    """Return the files that the manifest names, by their own names; raise NotBundled."""
    try:
        named = json.loads((static / "manifest.json").read_bytes())["files"]
    except FileNotFoundError:
        raise NotBundled(f"The pages' scripts are not bundled yet. {_REMEDY}.") from None
    assets, faults = {}, []
    for name, one in named.items():
        path = static / one["file"]
        content = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(content).hexdigest() != one["sha256"]:
            faults.append(one["file"])
        assets[name] = Asset(one["file"], _TYPES[path.suffix], one["sha256"], content)
    if faults:
        raise NotBundled(f"Gone or changed since they were made: {', '.join(faults)}. {_REMEDY}.")
    return assets
