import base64
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake import age
from intake.envelope import (
    SIZES,
    DamagedEnvelope,
    SummaryTooLarge,
    UnknownVersion,
    WrongIdentity,
    seal,
    unseal,
    unseal_conflict,
)
from tests.conftest import need_program
from tests.intake.sample import URDU, Readers, conflict, summary

OVERHEAD = 1024
"""Bytes that age may add for two readers."""


def padded(readers: Readers, envelope: bytes) -> bytes:
    return age.open_with([readers.reader], envelope)


def test_every_reader_opens_the_same_words(readers: Readers) -> None:
    """The reader and the recovery key each open the whole summary, word for word."""
    envelope = seal(summary(), conflict(), readers.recipients)
    for identity in (readers.reader, readers.recovery):
        opened = unseal(envelope, identity)
        assert {**opened, "conflict_card": None} == {**summary(), "conflict_card": None}


@pytest.mark.parametrize(("letters", "size"), [(0, 0), (600, 0), (14_000, 1), (58_000, 1)])
def test_size_tells_one_of_two(readers: Readers, letters: int, size: int) -> None:
    """The plaintext is exactly 16 or 64 KiB, the envelope within 1 KiB above, whatever was said."""
    envelope = seal(summary(flow_version="v" * letters), conflict(), readers.recipients)
    assert len(padded(readers, envelope)) == SIZES[size]
    assert SIZES[size] < len(envelope) <= SIZES[size] + OVERHEAD


def test_too_much_is_refused_by_name(readers: Readers) -> None:
    """A summary over 64 KiB is not cut: SummaryTooLarge."""
    with pytest.raises(SummaryTooLarge):
        seal(summary(flow_version="v" * 65_536), conflict(), readers.recipients)


def test_padding_keeps_it_json(readers: Readers) -> None:
    """What was sealed is canonical UTF-8 JSON, then spaces and one line end."""
    plain = padded(readers, seal(summary(), {}, readers.recipients))
    canonical = json.dumps(
        {**summary(), "conflict_card": None},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    assert plain == canonical.encode().ljust(SIZES[0] - 1) + b"\n"
    assert URDU.encode() in plain


def test_the_conflict_card_is_for_the_checkers(readers: Readers) -> None:
    """Only a conflict checker's key opens the card; a reader's gets None, not an error."""
    opened = unseal(seal(summary(), conflict(), readers.recipients), readers.reader)
    assert unseal_conflict(opened, readers.checker) == conflict()
    assert unseal_conflict(opened, readers.reader) is None
    assert unseal_conflict(opened, [readers.reader, readers.recovery]) == conflict()
    assert "Invented" not in json.dumps(opened)


def test_the_cards_size_hides_a_names_length(readers: Readers) -> None:
    """A card with a short name and one with a long name are padded to the same length."""
    sizes = set()
    for name in ("Li", "A" * 60):
        opened = unseal(seal(summary(), {"name": name}, readers.recipients), readers.reader)
        card = base64.b64decode(str(opened["conflict_card"]))
        sizes.add(len(age.open_with([readers.checker], card)))
    assert sizes == {512}


def test_no_conflict_makes_no_card(readers: Readers) -> None:
    """A report that names nobody has no card."""
    opened = unseal(seal(summary(), {}, readers.recipients), readers.reader)
    assert opened["conflict_card"] is None
    assert unseal_conflict(opened, readers.checker) is None


def test_a_wrong_identity_is_told_from_damage(readers: Readers) -> None:
    """A stranger's key, a changed byte and a cut end are each named for what they are."""
    envelope = seal(summary(), conflict(), readers.recipients)
    with pytest.raises(WrongIdentity):
        unseal(envelope, readers.stranger)
    changed = bytearray(envelope)
    changed[-100] ^= 1
    for broken in (bytes(changed), envelope[:-1], envelope[:90], b"", b"words"):
        with pytest.raises(DamagedEnvelope):
            unseal(broken, readers.reader)


def test_a_later_version_is_named(readers: Readers) -> None:
    """A later age format, and a later schema_version, both ask for an update."""
    envelope = seal(summary(), conflict(), readers.recipients)
    key = [readers.reader.public_key]
    for later in (
        envelope.replace(b"/v1\n", b"/v2\n", 1),
        age.seal_to(key, b'{"schema_version":2}'),
    ):
        with pytest.raises(UnknownVersion):
            unseal(later, readers.reader)
    with pytest.raises(DamagedEnvelope):
        unseal(age.seal_to(key, b"[1]"), readers.reader)


@pytest.mark.parametrize(
    "changes", [{"schema_version": 2}, {"record_id": "00" * 16}, {"triage": None}]
)
def test_a_summary_without_its_marks_is_not_sealed(
    readers: Readers, changes: dict[str, object]
) -> None:
    """Version, record id and triage columns must be there and agree."""
    with pytest.raises(ValueError, match="must be"):
        seal(summary(**changes), conflict(), readers.recipients)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=600) | st.text(st.characters(categories=["Cs"]), max_size=5))
def test_any_words_can_be_sealed(words: str) -> None:
    """Whatever she typed is sealed, and comes back as it was, half surrogates apart."""
    readers = Readers()
    opened = unseal(seal(summary(flow_version=words), {}, readers.recipients), readers.reader)
    assert opened["flow_version"] == words.encode("utf-8", "replace").decode()


def test_the_age_command_opens_it(readers: Readers, tmp_path: Path) -> None:
    """Whoever has only the `age` command and the key can read it in ten years."""
    program = need_program("age")
    (tmp_path / "identity").write_text(readers.recovery.as_line())
    (tmp_path / "report.age").write_bytes(seal(summary(), conflict(), readers.recipients))
    command = [program, "-d", "-i", str(tmp_path / "identity"), str(tmp_path / "report.age")]
    plain = subprocess.run(command, check=True, capture_output=True).stdout
    assert json.loads(plain)["blocks"] == summary()["blocks"]
