"""How many of our own functions one button press goes through."""

import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType

import pytest

from bot import receiving
from bot.reading import read
from bot.reception import receive
from bot.showing import show
from tests.service.running import ARRIVE, Service

ROOT = Path(receiving.__file__).parent.parent
COUNTED = ("bot/reading.py", "bot/reception.py", "bot/showing.py", "flows/")

MOST_FUNCTIONS = 15
DEEPEST = 5


@dataclass(slots=True)
class Calls:
    """The functions of ours that were called, and how deep the deepest lay among them."""

    names: dict[str, int] = field(default_factory=dict)

    def note(self, frame: FrameType, event: str, _: object) -> None:
        """Note a call, as `sys.setprofile` tells of it."""
        if event != "call" or (name := _counted(frame.f_code)) is None:
            return
        depth, above = 1, frame.f_back
        while above is not None:
            depth += _counted(above.f_code) is not None
            above = above.f_back
        self.names[name] = max(depth, self.names.get(name, 0))

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Note every call of this thread as long as the block lasts."""
        sys.setprofile(self.note)
        try:
            yield
        finally:
            sys.setprofile(None)


def _counted(code: CodeType) -> str | None:
    """Return a function's name if it counts: ours, and no comprehension, lambda or dunder."""
    if not code.co_filename.startswith(str(ROOT)) or code.co_name.startswith(("<", "__")):
        return None
    place = str(Path(code.co_filename).relative_to(ROOT))
    return f"{place}:{code.co_qualname}" if place.startswith(COUNTED) else None


def listen(monkeypatch: pytest.MonkeyPatch, calls: Calls) -> None:
    """Note what the receiving loop calls: reading, reception and showing, each in its thread."""

    def around(work: Callable[..., object]) -> Callable[..., object]:
        def noted(*given: object) -> object:
            with calls.noted():
                return work(*given)

        return noted

    def around_showing(work: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
        async def noted(*given: object) -> None:
            with calls.noted():
                await work(*given)

        return noted

    monkeypatch.setattr(receiving, "read", around(read))
    monkeypatch.setattr(receiving, "receive", around(receive))
    monkeypatch.setattr(receiving, "show", around_showing(show))


PRESSES = ("Answer some questions first", "Yes, to me", "No", "Metropolitan Police (London)")


@pytest.mark.parametrize("press", range(len(PRESSES)))
async def test_a_press_goes_through_few_functions(
    running: Service, monkeypatch: pytest.MonkeyPatch, press: int
) -> None:
    """A button press goes through at most 15 functions of ours, at most 5 deep."""
    phone = running.box.phone()
    await phone.start()
    await running.settled()
    await running.taps(phone, *ARRIVE, *PRESSES[:press])
    calls = Calls()
    listen(monkeypatch, calls)
    await running.taps(phone, PRESSES[press])
    listing = "\n".join(f"{depth} {name}" for name, depth in calls.names.items())
    assert {"bot/reading.py:read", "bot/reception.py:receive"} <= set(calls.names), listing
    assert "bot/showing.py:show" in calls.names, listing
    assert len(calls.names) <= MOST_FUNCTIONS, listing
    assert max(calls.names.values()) <= DEEPEST, listing
