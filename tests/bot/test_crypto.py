"""Sealing: what is kept opens with its own key, in its own place, and nowhere else."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import crypto
from bot.crypto import CannotOpen, MachineKey, MachineKeyFault, draft_aad

KEY = b"k" * 32
AAD = draft_aad("d" * 32, 1)


@given(st.binary(max_size=5000))
def test_what_was_sealed_opens(plain: bytes) -> None:
    """Any bytes open again as they were, padded or not."""
    assert crypto.unseal(KEY, crypto.seal(KEY, plain, AAD), AAD) == plain
    assert crypto.unseal_padded(KEY, crypto.seal_padded(KEY, plain, AAD), AAD) == plain


@pytest.mark.parametrize("length", [0, 1, 1019, 1020, 1021, 4096])
def test_padding_hides_the_length(length: int) -> None:
    """A padded draft's size is a multiple of 1024 and the cipher's 29 bytes, no other."""
    sealed = crypto.seal_padded(KEY, b"x" * length, AAD)
    assert (len(sealed) - 29) % 1024 == 0
    assert len(sealed) - 29 - 1024 < length + 4 <= len(sealed) - 29


def test_sealing_twice_differs() -> None:
    """The same words sealed twice look unrelated, and the words do not show."""
    one, other = (crypto.seal(KEY, b"the same words", AAD) for _ in range(2))
    assert one[1:] != other[1:]
    assert b"words" not in one


def test_only_key_and_place_open() -> None:
    """Another key, an older revision, another draft: none opens the blob."""
    sealed = crypto.seal(KEY, b"words", draft_aad("d" * 32, 2))
    for key, place in (
        (b"x" * 32, draft_aad("d" * 32, 2)),
        (KEY, draft_aad("d" * 32, 1)),
        (KEY, draft_aad("e" * 32, 2)),
    ):
        with pytest.raises(CannotOpen):
            crypto.unseal(key, sealed, place)


def test_damage_is_found_without_content() -> None:
    """Every flipped byte and every cut is found, and the exception holds no cause or content."""
    sealed = crypto.seal(KEY, b"words", AAD)
    broken = [sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in range(len(sealed))]
    broken += [sealed[:length] for length in range(len(sealed))]
    for blob in broken:
        with pytest.raises(CannotOpen) as caught:
            crypto.unseal(KEY, blob, AAD)
        assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_unpadded_is_not_taken_for_padded() -> None:
    """A blob sealed without padding does not open as a cut one."""
    for plain in (b"", b"abc", b"\xff\xff\xff\xffabc"):
        with pytest.raises(CannotOpen):
            crypto.unseal_padded(KEY, crypto.seal(KEY, plain, AAD), AAD)


def test_a_machine_key_is_made_once(tmp_path: Path) -> None:
    """The file is private, 32 bytes, and a second making leaves it as it is."""
    path = tmp_path / "machine.key"
    made = MachineKey.create(path)
    content = path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(content) == 32
    with pytest.raises(MachineKeyFault, match="never overwritten"):
        MachineKey.create(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]
    assert MachineKey.read(path).owner(42) == made.owner(42)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o610])
def test_a_key_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    """A key file open to group or others is refused with the command that mends it."""
    path = tmp_path / "machine.key"
    MachineKey.create(path)
    path.chmod(mode)
    with pytest.raises(MachineKeyFault, match="chmod 600"):
        MachineKey.read(path)


@pytest.mark.parametrize("content", [b"", b"~" * 31, b"~" * 33])
def test_a_cut_key_is_refused(tmp_path: Path, content: bytes) -> None:
    """A file of another length is no machine key, and the sentence does not show it."""
    path = tmp_path / "machine.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(MachineKeyFault, match="does not hold 32 bytes") as caught:
        MachineKey.read(path)
    assert "~" not in str(caught.value)


def test_a_missing_key_names_its_remedy(tmp_path: Path) -> None:
    """A missing key, and a folder in its place, say that setup makes one."""
    with pytest.raises(MachineKeyFault, match="python -m bot setup"):
        MachineKey.read(tmp_path / "machine.key")
    with pytest.raises(MachineKeyFault):
        MachineKey.read(tmp_path)


def test_owners_are_hidden_and_apart() -> None:
    """An account's hash is stable, 32 bytes, and differs by account and by machine key."""
    one, other = MachineKey(KEY), MachineKey(b"x" * 32)
    assert one.owner(42) == MachineKey(KEY).owner(42)
    assert len({one.owner(42), one.owner(43), other.owner(42)}) == 3
    assert len(one.owner(2**52)) == 32


def test_draft_keys_are_wrapped_for_one_draft() -> None:
    """A wrapped key opens for its own draft alone, and not as a sweep list."""
    machine = MachineKey(KEY)
    wrapped = machine.wrap(b"w" * 32, "d" * 32)
    assert machine.unwrap(wrapped, "d" * 32) == b"w" * 32
    with pytest.raises(CannotOpen):
        machine.unwrap(wrapped, "e" * 32)
    with pytest.raises(CannotOpen):
        machine.unseal(wrapped, ("d" * 32).encode())
    assert machine.unseal(machine.seal(b"ids", b"owner"), b"owner") == b"ids"


def test_a_machine_key_shows_nothing() -> None:
    """Neither repr nor str of a machine key holds any of its bytes."""
    secret = os.urandom(32)
    machine = MachineKey(secret)
    assert repr(machine) == str(machine) == "MachineKey(...)"
