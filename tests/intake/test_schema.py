import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from intake.envelope import seal, unseal, unseal_conflict
from intake.identities import open_identity
from intake.summary import UnusualSummary, read_summary
from tests.intake.sample import Readers, blocks, conflict, summary

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/envelope-v1.schema.json").read_text(encoding="utf-8")
)
# What later flow versions put in: an envelope sealed before has none of it.
LATER = {"deadlines", "names", "reasons"}
DEADLINE, SAID_LATER = SCHEMA["$defs"]["deadline"], {"source", "note", "ask"}
VECTORS = Path(__file__).with_name("vectors")


def faults(value: object) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(value)]


def test_the_schema_is_one() -> None:
    """The published schema is itself valid, and forbids unknown keys in every object."""
    Draft202012Validator.check_schema(SCHEMA)
    objects = [SCHEMA, *(part for part in SCHEMA["$defs"].values() if "properties" in part)]
    assert all(part["additionalProperties"] is False for part in objects)
    for part in objects:
        later = LATER if part is SCHEMA else SAID_LATER if part is DEADLINE else set()
        assert set(part["properties"]) - set(part["required"]) == later


def test_an_opened_envelope_follows_it(readers: Readers) -> None:
    """What opening gives is what the schema says."""
    opened = unseal(seal(summary(), conflict(), readers.recipients), readers.reader)
    assert faults(opened) == []


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"telegram_id": 1}, "$"),
        ({"sent": "2026-11-22T10:00:00"}, "$.sent"),
        ({"priority": 7}, "$.priority"),
        ({"note": "A statement."}, "$.note"),
        ({"blocks": [{**blocks()[0], "answers": [{"step": "x"}]}]}, "$.blocks[0].answers[0]"),
    ],
)
def test_it_refuses_what_it_should(changes: dict[str, object], place: str) -> None:
    """An unknown key, a minute, a wrong priority, another note, a bare answer: each is found."""
    assert place in faults(summary(conflict_card=None, **changes))


@pytest.mark.parametrize("version", sorted(path.stem for path in VECTORS.glob("*.age")))
def test_every_past_version_opens(version: str) -> None:
    """An envelope sealed by each version that ever was opens, for ever, to the same words."""
    expected, card = json.loads((VECTORS / f"{version}.json").read_text(encoding="utf-8"))
    reader = open_identity(VECTORS / f"{version}.reader.identity")
    checker = open_identity(VECTORS / f"{version}.checker.identity")
    opened = unseal((VECTORS / f"{version}.age").read_bytes(), reader)
    assert {**opened, "conflict_card": None} == {**expected, "conflict_card": None}
    assert unseal_conflict(opened, checker) == card
    assert faults(opened) == []
    assert read_summary(opened).record_id == expected["record_id"]


def test_there_is_a_vector() -> None:
    """The loop over past versions has something to open."""
    assert (VECTORS / "v1.age").exists()


def test_an_unusual_summary_is_named_without_its_words() -> None:
    """A summary of another shape is said to be so by place, quoting nothing of it."""
    with pytest.raises(UnusualSummary, match=r"at `\$\.blocks\[0\]") as caught:
        read_summary(summary(blocks=[{"id": "x", "answers": "my words"}]))
    assert "my words" not in str(caught.value)


def test_reprs_show_no_words() -> None:
    """A summary's repr, and its answers', hold none of her words."""
    read = read_summary(summary())
    shown = repr(read) + repr(read.blocks) + repr(read.contact)
    assert "flat" not in shown
    assert "7946" not in shown
