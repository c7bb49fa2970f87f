"""Sealing what the bot keeps: AES-256-GCM under draft keys and under the machine key.

A sealed blob is one format byte, a random 96-bit nonce, then ciphertext and tag. The format byte
lets a later release change the cipher and still open the drafts that are open on that day.
Random nonces are safe to 2**32 blobs a key (NIST SP 800-38D, 8.3).
"""

import hmac
import os
import stat
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
PAD_TO = 1024
_NONCE_BYTES = 12
_FORMAT = b"\x01"
_LENGTH_BYTES = 4
_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class CannotOpen(Exception):  # noqa: N818 - the domain's word, and what the caller asks
    """A sealed blob was damaged, cut, moved to another row, or sealed under another key."""


class MachineKeyFault(Exception):  # noqa: N818 - read by operators: a fault with its remedy
    """The machine key file cannot be used; the sentence says why and what to do."""


def new_key() -> bytes:
    """Return 32 random bytes from the operating system."""
    return os.urandom(KEY_BYTES)


def draft_aad(draft_id: str, revision: int) -> bytes:
    """Return what a draft's blob is bound to, so that no older revision can be slipped back in."""
    return f"draft {draft_id} {revision}".encode()


def seal(key: bytes, plain: bytes, aad: bytes) -> bytes:
    """Seal `plain` under `key` (32 bytes), bound to `aad`: 29 bytes longer than `plain`."""
    nonce = os.urandom(_NONCE_BYTES)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, aad)


def unseal(key: bytes, sealed: bytes, aad: bytes) -> bytes:
    """Open what `seal` made with the same key and `aad`; raises CannotOpen, which says no more."""
    start = len(_FORMAT) + _NONCE_BYTES
    if len(sealed) < start or not sealed.startswith(_FORMAT):
        raise CannotOpen("a kept blob is cut or of an unknown format")
    try:
        return AESGCM(key).decrypt(sealed[len(_FORMAT) : start], sealed[start:], aad)
    except InvalidTag:
        raise CannotOpen("a kept blob does not open with this key in this place") from None


def seal_padded(key: bytes, plain: bytes, aad: bytes) -> bytes:
    """Seal `plain` filled up to a multiple of 1024 bytes, so that its length tells little."""
    framed = len(plain).to_bytes(_LENGTH_BYTES, "big") + plain
    return seal(key, framed + bytes(-len(framed) % PAD_TO), aad)


def unseal_padded(key: bytes, sealed: bytes, aad: bytes) -> bytes:
    """Open what `seal_padded` made; raises CannotOpen."""
    framed = unseal(key, sealed, aad)
    end = _LENGTH_BYTES + int.from_bytes(framed[:_LENGTH_BYTES], "big")
    if len(framed) < max(end, _LENGTH_BYTES):
        raise CannotOpen("a kept blob was not sealed with padding")
    return framed[_LENGTH_BYTES:end]


class MachineKey:
    """The key that wraps draft keys, seals the sweep list and hides account ids.

    One subkey for each purpose (HKDF-SHA256), so that no two uses can be played against
    each other. Neither the key nor a subkey shows in a repr.
    """

    __slots__ = ("_owners", "_seals", "_wraps")

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise MachineKeyFault(f"a machine key is {KEY_BYTES} bytes; this one is {len(secret)}")
        self._owners = _subkey(secret, b"owners")
        self._wraps = _subkey(secret, b"draft keys")
        self._seals = _subkey(secret, b"sweep list")

    def __repr__(self) -> str:
        return "MachineKey(...)"

    @classmethod
    def create(cls, path: Path) -> "MachineKey":
        """Write a new random key to `path` (0600), whole or not at all; never over an old one.

        Raises MachineKeyFault where something already stands: another key there would lose
        every open draft.
        """
        fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
        secret = new_key()
        try:
            _write_private(fresh, secret)
            os.link(fresh, path)
        except FileExistsError:
            raise MachineKeyFault(
                f"{path} is there already and is never overwritten; "
                "if it is lost on purpose, move it away first"
            ) from None
        finally:
            fresh.unlink(missing_ok=True)
        _sync_folder(path.parent)
        return cls(secret)

    @classmethod
    def read(cls, path: Path) -> "MachineKey":
        """Read the key at `path`; raises MachineKeyFault if missing, readable by others or cut."""
        try:
            with path.open("rb") as file:
                mode = os.fstat(file.fileno()).st_mode
                secret = file.read(KEY_BYTES + 1)
        except OSError as error:
            raise MachineKeyFault(
                f"{path} cannot be read ({error.strerror}); `python -m bot setup` makes one"
            ) from None
        if mode & _FOR_OTHERS:
            raise MachineKeyFault(f"{path} can be read by other accounts: chmod 600 {path}")
        if len(secret) != KEY_BYTES:
            raise MachineKeyFault(
                f"{path} does not hold {KEY_BYTES} bytes, so it is not a machine key: put the "
                "right file back, or move this one away and run `python -m bot setup`"
            )
        return cls(secret)

    def owner(self, user_id: int) -> bytes:
        """Return the 32-byte keyed hash that stands for an account in the draft database."""
        return hmac.digest(self._owners, str(user_id).encode(), "sha256")

    def wrap(self, key: bytes, draft_id: str) -> bytes:
        """Seal one draft's key, bound to its draft."""
        return seal(self._wraps, key, draft_id.encode())

    def unwrap(self, wrapped: bytes, draft_id: str) -> bytes:
        """Open one draft's key; raises CannotOpen."""
        return unseal(self._wraps, wrapped, draft_id.encode())

    def seal(self, blob: bytes, aad: bytes) -> bytes:
        """Seal what is kept for an account without a draft (the sweep list), padded."""
        return seal_padded(self._seals, blob, aad)

    def unseal(self, sealed: bytes, aad: bytes) -> bytes:
        """Open what `MachineKey.seal` made; raises CannotOpen."""
        return unseal_padded(self._seals, sealed, aad)


def _subkey(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"candour machine key v1: " + purpose).derive(
        secret
    )


def _write_private(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, not only the bytes behind it."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
