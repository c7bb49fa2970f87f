"""What is wrong with a team file: every fault at once, each with its key and its remedy."""

import difflib
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from intake.alerts.faults import alert_faults
from intake.example import example_keys
from intake.private_file import changed_by_others
from intake.retention.terms import STATUSES, TAKEN_ON, read_term
from intake.team_file import TeamFile, known_keys
from intake.team_readers import reader_faults


@dataclass(frozen=True, slots=True)
class TeamFault:
    """One fault: the key it lies at (empty: the file as a whole), and what to do."""

    key: str
    sentence: str
    line: str = field(default="", repr=False)
    """The file's own words, for the terminal alone: a log may not hold a name or an address."""

    def __str__(self) -> str:
        end = "" if self.sentence.endswith("?") else "."
        return f"{self.key}: {self.sentence}{end}" if self.key else f"{self.sentence}{end}"


class TeamFaults(Exception):  # noqa: N818 - faults are what operators are told of
    """Everything that is wrong with the team file."""

    def __init__(self, path: Path, faults: Sequence[TeamFault]) -> None:
        lines = "\n".join(f"  - {fault}{_shown(fault.line)}" for fault in faults)
        super().__init__(f"The team file {path} cannot be used:\n{lines}")
        self.path = path
        self.faults = tuple(faults)


def read_shape(path: Path, *, queues: Collection[str] | None, today: date) -> TeamFile:
    """Return the file's content when nothing is wrong with it; otherwise raise TeamFaults."""
    content = _content(path)
    shape, faults = _shape(content)
    # On the raw content, so that a fault elsewhere does not hide these.
    faults += [TeamFault(*found) for found in reader_faults(content, queues)]
    faults += [TeamFault(*found) for found in alert_faults(content)]
    faults += _owner_faults(path)
    if shape is not None:
        faults += _date_faults(shape, today)
        faults += _example_key_faults(shape)
        faults += _retention_faults(shape)
    if faults or shape is None:
        raise TeamFaults(path, faults)
    return shape


def _content(path: Path) -> dict[str, Any]:
    line, text = "", ""
    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text)
    except FileNotFoundError:
        remedy = "There is no such file: copy intake/example_team.toml there and fill it in"
    except OSError as fault:
        remedy = f"It cannot be read ({fault.strerror})"
    except UnicodeDecodeError:
        remedy = "It is not UTF-8 text: save it as UTF-8"
    except tomllib.TOMLDecodeError as fault:
        remedy, line = f"It is not TOML: {fault}", _line_of(fault, text)
    raise TeamFaults(path, [TeamFault("", remedy, line)])


def _line_of(fault: tomllib.TOMLDecodeError, text: str) -> str:
    """Return the line that the parser stopped at, unless it may hold a private key."""
    # Only its words say where, until Python 3.14.
    place = re.search(r"at line (\d+)", str(fault))
    lines = text.splitlines()
    number = int(place[1]) if place else len(lines)
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return "" if "SECRET-KEY" in line.upper() else line


def _shown(line: str) -> str:
    return f"\n      {line}" if line else ""


def _owner_faults(path: Path) -> Iterator[TeamFault]:
    if changed_by_others(path):
        yield TeamFault(
            "",
            "Others on this machine can change it, and with it who reads reports: run "
            f"`chmod go-w {path}`, and compare every key with its reader",
        )


def _shape(content: Mapping[str, Any]) -> tuple[TeamFile | None, list[TeamFault]]:
    try:
        return TeamFile.model_validate(content), []
    except ValidationError as broken:
        return None, [
            TeamFault(
                ".".join(str(part) for part in error["loc"] if part != "[key]"),
                _remedy(error["type"], error["msg"], str(error["loc"][0]), str(error["loc"][-1])),
            )
            for error in broken.errors(include_input=False)
        ]


def _remedy(kind: str, message: str, place: str, key: str) -> str:
    if kind == "missing":
        return "is missing: add it, as the example file shows"
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(key, known_keys(), n=1)
        return "is not a key of this file" + (
            f": did you mean `{near[0]}`?" if near else ": take it out"
        )
    if kind == "string_pattern_mismatch" and place == "labels":
        return "is not a label: at most 32 small letters, digits and hyphens, like call-first"
    if kind == "string_pattern_mismatch":
        return "is not a queue's name: `default`, or one like Q3_MET_CORE"
    if kind.startswith("date"):
        return "is not a day: write it like 2026-11-22, without quotes"
    return message.removeprefix("Value error, ").rstrip(".")


def _date_faults(shape: TeamFile, today: date) -> Iterator[TeamFault]:
    days = {"claim_dated": shape.claim_dated}
    days |= {f"gate.{name}.dated": entry.dated for name, entry in shape.gate}
    for key, day in days.items():
        if day is not None and day > today:
            yield TeamFault(key, "lies in the future: give the day on which it was signed")


def _retention_faults(shape: TeamFile) -> Iterator[TeamFault]:
    """Find each status that is kept longer than reporters are told; legal work may be."""
    for status in STATUSES:
        period = getattr(shape.retention, status)
        told = shape.kept_months
        if status != TAKEN_ON and period is not None and not read_term(period).fits(told):
            yield TeamFault(
                f"retention.{status}",
                f"is longer than reporters are told (kept_months = {told}): shorten it, or tell "
                "them more",
            )


def _example_key_faults(shape: TeamFile) -> Iterator[TeamFault]:
    if shape.example:
        return
    for short, entry in shape.recipients.items():
        if entry.key in example_keys():
            yield TeamFault(
                f"recipients.{short}.key",
                "is the example file's key, which nobody can open: make your own with "
                "`python -m intake keygen`",
            )
