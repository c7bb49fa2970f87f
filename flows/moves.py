"""Where a move leads: one shared `transitions` machine per flow.

The machine holds no person. Each turn triggers an event on a throw-away cursor,
which costs the same at any number of people. Conditions are our own callables,
never names from data: `transitions` would import and run such a name.
"""

import logging
from dataclasses import dataclass, field, replace

from transitions import EventData, Machine

from flows.condition import Condition
from flows.draft import Draft
from flows.model import Flow
from flows.skipped import following, instead

# Its loggers print conditions and exception text, which could hold an answer.
logging.getLogger("transitions").setLevel(logging.CRITICAL + 1)


@dataclass(slots=True)
class Cursor:
    """A throw-away model for one event: where the draft is and what was chosen."""

    state: str
    draft: Draft = field(repr=False)
    chosen: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Allowed:
    """A transition's condition: the option that was chosen, and the way's own condition."""

    condition: Condition
    chosen: str = ""

    def __call__(self, event: EventData) -> bool:
        """Tell whether this way is open to the cursor."""
        cursor = event.model
        if not isinstance(cursor, Cursor):
            raise TypeError("the machine moves cursors only")
        if self.chosen and cursor.chosen != self.chosen:
            return False
        return self.condition(cursor.draft)


class Moves:
    """A flow's machine: `go` follows a step's ways, the flow's own moves jump."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        walked = [s for s in flow.steps.values() if s.kind != "aside"]
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

    def go(self, move: str, draft: Draft, chosen: str = "") -> Draft:
        """Return the draft on the step that `move` leads to; `chosen` is the option taken.

        Steps whose own condition does not hold are passed by. Where no way is
        open the draft stays: a flow that passes `check` has no such step but its ends.
        """
        steps = self.flow.steps
        cursor = Cursor(draft.step, draft, chosen)
        if draft.asked and move == "go":
            move = self._asked(cursor)
        for _ in steps if move else ():
            if not self._machine.events[move].trigger(cursor):
                break
            if steps[cursor.state].when(draft):
                break
            move, cursor.chosen = "go", ""
        there = steps[cursor.state]
        trail = draft.trail
        if there.id != draft.step:
            # Nobody goes back over the consent to a draft: the draft is held by now.
            begun = draft.stage == "held" and steps[draft.step].purpose == "hold_draft"
            trail = () if begun else (*trail, draft.step)
        answer = draft.answers.get(there.id)
        ticked = answer.values if answer and there.kind == "choices" else ()
        return replace(
            draft,
            step=there.id,
            aside="",
            trail=trail,
            waiting=draft.waiting if draft.stage == "arrive" else "",
            gathered=(),
            picked=tuple(v for v in ticked if v != "typed"),
        )

    def _asked(self, cursor: Cursor) -> str:
        """Move the cursor along the questions that the team asked; return the move still to make.

        After the last one it is on with sending.
        """
        draft = cursor.draft
        found = following(self.flow, draft, cursor.chosen)
        if found is None:
            there = self.go("go", replace(draft, asked=()), cursor.chosen).step
            found = instead(self.flow, draft, there)
        if found is None:
            return "go"
        cursor.state, cursor.chosen = found or cursor.state, ""
        return "" if found else "send"
