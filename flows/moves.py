"""Where a move leads: one shared `transitions` machine per flow.

The machine holds no person. Each turn triggers an event on a throw-away cursor,
which costs the same at any number of people. Conditions are our own callables,
never names from data: `transitions` would import and run such a name.
"""

import logging
from dataclasses import dataclass

from transitions import EventData, Machine

from flows.draft import Draft, values_of
from flows.model import Condition, Flow

# Its loggers print conditions and exception text, which could hold an answer.
logging.getLogger("transitions").setLevel(logging.CRITICAL + 1)

NOT_STEPS = {"aside"}


def holds(condition: Condition, draft: Draft) -> bool:
    """Tell whether every test of `condition` is met by what `draft` knows."""
    return all(not wanted.isdisjoint(values_of(draft, name)) for name, wanted in condition.tests)


@dataclass(slots=True)
class Cursor:
    """A throw-away model for one event: where the draft is and what was chosen."""

    state: str
    draft: Draft
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A transition's condition: the option that was chosen, and the way's own condition."""

    condition: Condition
    chosen: str = ""

    def __call__(self, event: EventData) -> bool:
        """Tell whether this way is open to the cursor."""
        cursor = event.model
        if self.chosen and cursor.chosen != self.chosen:
            return False
        return holds(self.condition, cursor.draft)


class Moves:
    """A flow's machine: `go` follows a step's ways, the flow's own moves jump."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._steps = flow.steps
        walked = [s for s in flow.steps.values() if s.kind not in NOT_STEPS]
        self._machine = Machine(
            model=None,
            initial=None,
            states=[s.id for s in walked],
            auto_transitions=False,
            send_event=True,
            ignore_invalid_triggers=True,
        )
        for step in walked:
            for option in step.options:
                if option.to:
                    self._allow("go", step.id, option.to, Allowed(option.when, option.id))
            for way in step.ways:
                self._allow("go", step.id, way.to, Allowed(way.when))
        for name, ways in flow.moves.items():
            for way in ways:
                self._allow(name, "*", way.to, Allowed(way.when))

    def _allow(self, trigger: str, source: str, dest: str, condition: Allowed) -> None:
        self._machine.add_transition(trigger, source, dest, conditions=[condition])

    def go(self, move: str, draft: Draft, chosen: str = "") -> str:
        """Return the step that `move` leads to from `draft.step`.

        Steps whose own condition does not hold are passed by. Where no way is
        open the same step is returned: a flow that passes `check` has none.
        """
        cursor = Cursor(draft.step, draft, chosen)
        for _ in self._steps:
            if not self._machine.events[move].trigger(cursor):
                break
            if holds(self._steps[cursor.state].when, draft):
                break
            move, cursor.chosen = "go", ""
        return cursor.state
