"""What can go wrong on the way to Telegram, on demand: per method, and as often as wished."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from math import ceil

from sandbox.history import Asked
from sandbox.refusals import Refused, forbidden, too_many

Hook = Callable[[Asked], Awaitable[None] | None]


class FaultKind(StrEnum):
    """The faults. In the last three the method has done its work before they strike."""

    TOO_MANY = "too_many"  # 429; `seconds` is retry_after
    FORBIDDEN = "forbidden"  # 403, blocked
    SERVER_ERROR = "server_error"  # `code`, 500 to 599
    DROP = "drop"  # the connection goes before the request is looked at
    SLOW = "slow"  # the work begins only after `seconds`
    LOSE_ANSWER = "lose_answer"  # done, but the connection goes
    TRUNCATE = "truncate"  # done, but half of the answer is missing
    GARBAGE = "garbage"  # done, but the answer is not JSON


@dataclass(slots=True)
class Fault:
    """One planted fault.

    `method` may hold `*`; `times` None means until it is taken away; `every` 3 strikes each
    third request that matches; `chat_id` narrows it to one chat.
    """

    kind: FaultKind
    method: str = "*"
    times: int | None = 1
    every: int = 1
    seconds: float = 1.0
    code: int = 502
    chat_id: int | None = None
    seen: int = field(default=0, init=False)

    def strikes(self, asked: Asked) -> bool:
        """Say whether this request is one to strike, and count it."""
        if self.times == 0 or not fnmatchcase(asked.method.lower(), self.method.lower()):
            return False
        if self.chat_id is not None and str(asked.fields.get("chat_id")) != str(self.chat_id):
            return False
        self.seen += 1
        if self.seen % self.every:
            return False
        if self.times is not None:
            self.times -= 1
        return True

    def refusal(self) -> Refused | None:
        """Return what this fault says, if it is one that says something."""
        match self.kind:
            case FaultKind.TOO_MANY:
                return too_many(max(ceil(self.seconds), 1))
            case FaultKind.FORBIDDEN:
                return forbidden("bot was blocked by the user")
            case FaultKind.SERVER_ERROR:
                return Refused(self.code, "Bad Gateway")
            case _:
                return None


class Faults:
    """The planted faults, and the hooks that hear of each request before it is looked at."""

    def __init__(self) -> None:
        self.planted: list[Fault] = []
        self._hooks: list[tuple[str, Hook]] = []

    def plant(self, fault: Fault) -> Fault:
        """Let a fault strike from now on; return it."""
        self.planted.append(fault)
        return fault

    def take_away(self, fault: Fault) -> None:
        """Let a fault strike no more."""
        self.planted.remove(fault)

    def clear(self) -> None:
        """Take every fault and every hook away."""
        self.planted.clear()
        self._hooks.clear()

    def when(self, method: str, hook: Hook) -> Callable[[], None]:
        """Call `hook` when a request for `method` arrives; return what takes it away again."""
        entry = (method.lower(), hook)
        self._hooks.append(entry)
        return lambda: self._hooks.remove(entry)

    async def announce(self, asked: Asked) -> None:
        """Call the hooks of a request that has just arrived."""
        for pattern, hook in tuple(self._hooks):
            if fnmatchcase(asked.method.lower(), pattern):
                result = hook(asked)
                if inspect.isawaitable(result):
                    await result

    def due(self, asked: Asked) -> Fault | None:
        """Return the first planted fault that strikes this request."""
        return next((fault for fault in self.planted if fault.strikes(asked)), None)
