"""Searching bytes for words in every form in which they could have slipped out."""

import base64
import json
import threading
import urllib.parse
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


def forms(secret: str) -> Mapping[str, bytes]:
    """Return each form of `secret` by name: raw, UTF-16, escaped, base64 at 3 offsets, hex."""
    raw = secret.encode()
    found = {
        "raw": raw,
        "upper case": secret.upper().encode(),
        "UTF-16 LE": secret.encode("utf-16-le"),
        "UTF-16 BE": secret.encode("utf-16-be"),
        "JSON": json.dumps(secret)[1:-1].encode(),
        "URL": urllib.parse.quote(secret, safe="").encode(),
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
    }
    for offset in range(3):
        inside = _base64_inside(raw, offset)
        found[f"base64 at {offset}"] = inside
        found[f"URL-safe base64 at {offset}"] = inside.translate(bytes.maketrans(b"+/", b"-_"))
    if secret.isdecimal():
        # As a database or a program keeps a number.
        bare = int(secret).to_bytes(8, "big").lstrip(b"\0")
        found |= {"number, big end first": bare, "number, small end first": bare[::-1]}
    return found


def _base64_inside(raw: bytes, offset: int) -> bytes:
    """Return the part of the base64 that does not depend on what stands around `raw`."""
    encoded = base64.b64encode(bytes(offset) + raw)
    first = -(-offset * 8 // 6)
    return encoded[first : (offset + len(raw)) * 8 // 6]


@dataclass(slots=True)
class Search:
    """What is looked for, by what it is; `hits` names what was found, where, in which form."""

    secrets: Mapping[str, str] = field(repr=False)
    hits: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    _forms: list[tuple[str, bytes]] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        for what, secret in self.secrets.items():
            self._forms += [(f"{what} as {form}", b) for form, b in forms(secret).items()]

    def through(self, where: str, content: bytes) -> None:
        """Search some bytes."""
        self.hits |= {f"{what} in {where}" for what, form in self._forms if form in content}

    def through_folder(self, folder: Path) -> None:
        """Search every file in a folder, and the names of all of them."""
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder))
            self.through("the name of a file", name.encode())
            try:
                content = path.read_bytes() if path.is_file() else b""
            except FileNotFoundError:
                continue  # a database's journal comes and goes
            self.files.add(name)
            self.through(name, content)

    def through_process(self, pid: int) -> None:
        """Search a process's arguments and environment."""
        for name in ("cmdline", "environ"):
            self.through(f"a process's {name}", Path(f"/proc/{pid}/{name}").read_bytes())

    @contextmanager
    def all_the_while(self, folders: Iterable[Path]) -> Iterator[None]:
        """Search these folders again and again as long as the block lasts."""
        over = threading.Event()

        def again_and_again() -> None:
            while not over.wait(0.05):
                for folder in folders:
                    self.through_folder(folder)

        thread = threading.Thread(target=again_and_again)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()
