import stat
from pathlib import Path

import pytest

from intake import age
from intake.identities import (
    IdentityFault,
    is_locked,
    make_identity,
    open_identity,
    private_identities,
)
from tests.intake.sample import Readers

PASSPHRASE = "correct horse battery staple"


def test_an_identity_opens_with_its_passphrase_alone(tmp_path: Path) -> None:
    """What keygen makes is locked, its owner's alone, and opens to the same public key."""
    path = tmp_path / "me.age"
    public_key = make_identity(path, PASSPHRASE)
    assert public_key.startswith("age1")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"AGE-SECRET-KEY" not in path.read_bytes()
    assert is_locked(path)
    assert open_identity(path, PASSPHRASE).public_key == public_key
    with pytest.raises(IdentityFault, match="does not open"):
        open_identity(path, "wrong")
    with pytest.raises(IdentityFault, match="asks for a passphrase"):
        open_identity(path)
    kept = path.read_bytes()
    with pytest.raises(IdentityFault, match="left as it is"):
        make_identity(path, PASSPHRASE)
    assert path.read_bytes() == kept


def test_a_plain_identity_opens_too(tmp_path: Path, readers: Readers) -> None:
    """A file of age-keygen's, with its comments, needs no passphrase."""
    path = tmp_path / "key.txt"
    path.write_text(f"# created: today\n# public key: x\n{readers.reader.as_line()}\n")
    assert not is_locked(path)
    assert open_identity(path).public_key == readers.reader.public_key


@pytest.mark.parametrize(
    ("content", "why"),
    [(None, "no identity file"), ("hello\n", "no private key"), ("age1abc\n", "no private key")],
)
def test_what_is_no_identity_is_named(tmp_path: Path, content: str | None, why: str) -> None:
    """A missing file and a file without a key are told apart."""
    path = tmp_path / "key"
    if content is not None:
        path.write_text(content)
    with pytest.raises(IdentityFault, match=why):
        open_identity(path)


def test_a_damaged_identity_is_named(tmp_path: Path) -> None:
    """A locked identity cut short is damaged, not a wrong passphrase."""
    path = tmp_path / "me.age"
    path.write_text("-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVu\n")
    with pytest.raises(IdentityFault, match="damaged"):
        open_identity(path, PASSPHRASE)


def test_a_passphrase_file_that_asks_too_much_of_the_machine_is_no_damaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A busy machine is told from a broken file: one needs patience, the other its copy."""
    monkeypatch.setattr(age, "_BETWEEN_TRIES", 0.0)
    path = tmp_path / "slow.key.age"
    # 2 to the 62nd turns of scrypt: more than any machine does.
    path.write_text(
        f"age-encryption.org/v1\n-> scrypt {'A' * 22} 62\n{'A' * 43}\n--- {'A' * 43}\n" + "x" * 48
    )
    with pytest.raises(IdentityFault, match="too busy, or too slow"):
        open_identity(path, "a passphrase")


def test_private_keys_in_a_folder_are_found(tmp_path: Path, readers: Readers) -> None:
    """The bot's machine can see whether a private key, plain or locked, lies in its folder."""
    (tmp_path / "receipt.key").write_bytes(b"\xff" * 32)
    (tmp_path / "team.toml").write_text(f'key = "{readers.reader.public_key}"')
    assert private_identities(tmp_path) == ()
    (tmp_path / "plain").write_text(readers.reader.as_line())
    make_identity(tmp_path / "locked", PASSPHRASE)
    found = private_identities(tmp_path)
    assert [path.name for path in found] == ["locked", "plain"]
    assert private_identities(tmp_path / "nowhere") == ()


def test_an_identity_shows_nothing_of_itself(readers: Readers) -> None:
    """A private key stands in no repr."""
    assert readers.reader.as_line() not in repr(readers.reader)
    assert "SECRET" not in repr(readers.reader)
