"""Leave with more than a hundred messages on the screen: how long it takes, and how many calls."""

import time
from dataclasses import dataclass

from sandbox import Fault, FaultKind, Phone
from tests.service.running import OUTLINE, Service

FIRST = "This is an automated chat, not a person"
MESSAGES = 110  # more than one deletion takes


@dataclass(frozen=True, slots=True)
class Left:
    """What one Leave took: seconds to the stranger's screen and to the last message gone.

    `calls` are the Bot API methods asked for, in order.
    """

    to_screen: float
    to_empty: float
    calls: tuple[str, ...]


async def full_phone(service: Service, number: int = 1) -> Phone:
    """Return a phone with more than a hundred of her own messages under one card."""
    phone = await service.arrived(number)
    await service.taps(phone, *OUTLINE, "Add what happened", "Continue", "In my own words")
    for piece in range(MESSAGES):
        await phone.say(f"w{piece}")
    await service.box.all_confirmed(60)
    await service.receiving.settled()
    return phone


def every_third_fails(service: Service, before: int) -> Fault:
    """Let every third deletion fail; `before` have been counted already (0 to 2)."""
    fault = Fault(FaultKind.SERVER_ERROR, "deleteMessages", times=None, every=3)
    fault.seen = before
    return service.box.faults.plant(fault)


async def leave(service: Service, phone: Phone) -> Left:
    """Tap Leave and watch the phone, with no courier to help."""
    service.box.history.clear()
    began = time.perf_counter()
    await phone.tap("Leave")
    await phone.until(lambda screen: any(FIRST in m.text for m in screen), 30)
    screen = time.perf_counter()
    await phone.until(lambda screen: len(screen) == 1, 30)
    empty = time.perf_counter()
    await service.settled()
    calls = [a.method for a in service.box.history.requests if a.method != "getUpdates"]
    return Left(screen - began, empty - began, tuple(calls))
