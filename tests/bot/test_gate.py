"""The release gate: closed for real reporters until nothing is missing."""

import base64
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bot.gate import is_loopback, reasons
from intake import age
from intake.example import EXAMPLE_TEAM, example_keys
from intake.team import GATES, read_team


@dataclass(frozen=True)
class Address:
    """The one setting the gate asks for."""

    telegram_api_url: str = "https://api.telegram.org"


@dataclass(frozen=True)
class Ready:
    """A team with nothing missing."""

    def gaps(self) -> tuple[str, ...]:
        """Return nothing."""
        return ()


REAL, SANDBOX = Address(), Address("http://127.0.0.1:8081")


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:8081", True),
        ("http://localhost", True),
        ("http://[::1]:80/", True),
        ("http://127.9.9.9/bot", True),
        ("https://api.telegram.org", False),
        ("http://127.0.0.1.example.org", False),
        ("http://localhost@example.org", False),
        ("http://example.org\\@127.0.0.1", False),
        ("http://example.org@127.0.0.1", False),
        ("http://localhost.example.org", False),
        ("http://0.0.0.0", False),
        ("http://10.0.0.1", False),
        ("http://[::1", False),
        ("localhost:8081", False),
        ("", False),
    ],
)
def test_only_this_machine_is_loopback(url: str, *, here: bool) -> None:
    """Only an address that certainly leads to this machine counts as one."""
    assert is_loopback(url) is here


def test_the_example_team_keeps_it_closed(tmp_path: Path) -> None:
    """The example team opens the sandbox's gate and no other, and every gap is named."""
    team = read_team(EXAMPLE_TEAM)
    assert reasons(SANDBOX, team, tmp_path) == ()
    told = "\n".join(reasons(REAL, team, tmp_path))
    assert "example" in told
    for gate in GATES:
        assert f"gate.{gate}" in told


@pytest.mark.parametrize("missing", [None, *GATES])
def test_each_gate_closes_it_alone(tmp_path: Path, missing: str | None) -> None:
    """With everything filled in the gate opens; with one name missing it is closed by that."""
    team_file = tmp_path / "team.toml"
    text = EXAMPLE_TEAM.read_text().replace("example = true", "example = false")
    text = text.replace("EXAMPLE ", "")
    for key in example_keys():
        text = text.replace(key, age.new_identity().public_key)
    signed = f'{{ name = "A. Person", dated = {date(2026, 11, 2)} }}'
    for gate in GATES:
        if gate != missing:
            text = re.sub(
                rf'^{gate} = {{ name = "" }}', f"{gate} = {signed}", text, flags=re.MULTILINE
            )
    team_file.write_text(text)
    told = reasons(REAL, read_team(team_file, today=date(2026, 11, 20)), tmp_path)
    assert [missing] * bool(missing) == [re.findall(r"gate\.(\w+)", each)[0] for each in told]


def locked(*, armoured: bool) -> bytes:
    """Return an identity under a passphrase, made cheaply: the header alone is looked at."""
    header = b"age-encryption.org/v1\n-> scrypt c2FsdHNhbHRzYWx0c2FsdA 18\nbody\n--- mac\nbytes"
    if not armoured:
        return header
    lines = base64.encodebytes(header)
    return b"-----BEGIN AGE ENCRYPTED FILE-----\n" + lines + b"-----END AGE ENCRYPTED FILE-----\n"


PLAIN = b"# public key: age1...\n" + age.new_identity().as_line().encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("reader.txt", PLAIN),
        ("lower", PLAIN.lower()),
        ("deep/in/backup.db", b"\0" * ((1 << 20) - 10) + PLAIN),
        ("reader.key.age", b"anything"),
        ("locked", locked(armoured=False)),
        ("armoured", b"\n" + locked(armoured=True)),
    ],
)
def test_a_private_identity_closes_it(tmp_path: Path, name: str, content: bytes) -> None:
    """A private identity anywhere in DATA_DIR closes the gate, and the file is named."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    (told,) = reasons(REAL, Ready(), tmp_path)
    assert str(path) in told
    assert reasons(SANDBOX, Ready(), tmp_path) == ()


def test_real_locked_identities_are_known(tmp_path: Path) -> None:
    """What the age library itself writes under a passphrase is recognised."""
    (tmp_path / "a").write_bytes(age.lock_with_passphrase(PLAIN, "words"))
    assert len(reasons(REAL, Ready(), tmp_path)) == 1


def test_what_belongs_there_is_let_be(tmp_path: Path) -> None:
    """Envelopes, the team file with its warning about private keys, and odd files are fine."""
    reader = age.new_identity().public_key
    (tmp_path / "envelope").write_bytes(age.seal_to([reader], b"words"))
    (tmp_path / "team.toml").write_text(EXAMPLE_TEAM.read_text())
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "empty").touch()
    assert reasons(REAL, Ready(), tmp_path) == ()
    assert reasons(REAL, Ready(), tmp_path / "nowhere") == ()


def test_plain_http_closes_it(tmp_path: Path) -> None:
    """Beyond this machine, an API server without TLS keeps the gate closed."""
    (told,) = reasons(Address("http://api.example.org"), Ready(), tmp_path)
    assert "https" in told
