"""Button presses: what the bot must answer, and the lines its answers show on the phone."""

import secrets
from dataclasses import dataclass, field
from typing import Final

from sandbox.changes import Changes
from sandbox.clock import Clock
from sandbox.refusals import bad_request
from sandbox.updates import PRESS_LIFE

KEPT_ANSWERS: Final = 50


@dataclass(slots=True)
class Press:
    """One press by `user_id`; `answered` once the bot has answered it."""

    id: str
    user_id: int
    made_at: float
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Toast:
    """What an answer to a press shows for a moment; an `alert` stays until it is closed."""

    number: int
    user_id: int
    text: str = field(repr=False)
    alert: bool = False


class Presses:
    """The presses that are still young enough to be answered, and the toasts they brought."""

    def __init__(self, clock: Clock, changes: Changes) -> None:
        self._clock = clock
        self._changes = changes
        self._presses: dict[str, Press] = {}
        self._shown = 0
        self.toasts: list[Toast] = []

    def make(self, user_id: int) -> Press:
        """Note a new press and return it."""
        self._presses = {
            key: press for key, press in self._presses.items() if not self._outlived(press)
        }
        press = Press(str(secrets.randbelow(2**62)), user_id, self._clock())
        self._presses[press.id] = press
        return press

    def answer(self, press_id: str, text: str, *, alert: bool) -> None:
        """Answer a press once.

        Raises:
            Refused: it is unknown, already answered, or 150 seconds old.
        """
        press = self._presses.get(press_id)
        if press is None or press.answered or self._outlived(press):
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        press.answered = True
        if text:
            self._shown += 1
            self.toasts = [
                *self.toasts[-KEPT_ANSWERS:],
                Toast(self._shown, press.user_id, text, alert),
            ]
        self._changes.tell()

    def answered(self, press_id: str) -> bool:
        """Say whether the bot has answered that press."""
        press = self._presses.get(press_id)
        return press is not None and press.answered

    def toasts_for(self, user_id: int) -> tuple[Toast, ...]:
        """Return what this person's phone has shown, the newest last."""
        return tuple(toast for toast in self.toasts if toast.user_id == user_id)

    def _outlived(self, press: Press) -> bool:
        return self._clock() - press.made_at >= PRESS_LIFE
