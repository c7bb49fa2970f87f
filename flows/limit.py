"""One time limit of one report: where it stands today, and how it is sent. Staff only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from flows.time_limits import Kind

CHECK = "Not advice; check."


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of one report. `soonest` and `latest_if` are last days as the law counts them.

    `alert` is the day to act by: a working day, and the soonest that is still to come. A
    limit that is `running` has none: it may be over, or end on any day; one that `depends`
    counts from a birthday, and `ask` says what to ask. `inputs` are the answers used, each
    with its value in EDTF. `extension_power` is in the law's words, empty without. A limit
    that is not `raising` stands beside another one; one that `leads` says before others that
    there is no limit.
    """

    id: str
    name: str
    kind: Kind
    state: Literal["open", "running", "depends", "passed", "none"]
    inputs: Mapping[str, str] = field(default_factory=dict, repr=False)
    soonest: date | None = field(default=None, repr=False)
    latest_if: date | None = field(default=None, repr=False)
    alert: date | None = field(default=None, repr=False)
    continuing_act_argument: bool = False
    extension_power: str = ""
    raising: bool = True
    text_version: str = ""
    day_matters: bool = False
    ask: str = ""
    source: str = ""
    note: str = ""
    leads: bool = False

    @property
    def by(self) -> date | None:
        """The day by which it is over at the latest, as far as anyone can act on it."""
        return self.latest_if if self.state == "running" else self.alert

    @property
    def primary_period_passed(self) -> bool:
        """Whether the last day is over, however the dates are read."""
        return self.state == "passed"


def as_json(limit: Limit) -> Mapping[str, object]:
    """Return a limit as it stands in the summary."""
    said = {"source": limit.source, "note": limit.note, "ask": limit.ask}
    days = {"soonest": limit.soonest, "latest_if": limit.latest_if, "alert": limit.alert}
    return {
        "rule": limit.id,
        "name": limit.name,
        "inputs": dict(limit.inputs),
        **{name: day and day.isoformat() for name, day in days.items()},
        "state": limit.state,
        "primary_period_passed": limit.primary_period_passed,
        "continuing_act_argument": limit.continuing_act_argument,
        "extension_power": limit.extension_power,
        "text_version": limit.text_version,
        "check": CHECK,
        **{name: words for name, words in said.items() if words},
    }
