"""Leave with more than a hundred messages on the phone, through the sandbox on loopback."""

import os
import tempfile
from pathlib import Path

from sandbox import MovedClock, serve
from tests.service.leaving_time import Left, every_third_fails, full_phone, leave
from tests.service.running import environment, service

SCREEN_LIMIT, EMPTY_LIMIT = 2.0, 10.0
"""Seconds promised to the stranger's screen, and to an empty chat."""


async def measure_leaving() -> dict[str, Left]:
    """Return what Leave took when nothing fails, and when every third deletion does."""
    # The library warns about its coming type of retry_after until one has chosen it.
    os.environ["PTB_TIMEDELTA"] = "1"
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        async with serve(clock=MovedClock()) as box:
            os.environ.update(environment(Path(folder), box.url) | {"LOG_LEVEL": "INFO"})
            async with service(Path(folder), box) as running:
                found["nothing fails"] = await leave(running, await full_phone(running, 1))
                phone = await full_phone(running, 2)
                every_third_fails(running, 2)
                found["every third deletion fails"] = await leave(running, phone)
    return found


def lines(found: dict[str, Left]) -> list[str]:
    """Return the figures as `make bench` prints them."""
    return [
        f"Leave, {what:28} {left.to_screen:5.2f} s to the screen (promised {SCREEN_LIMIT:.0f}), "
        f"{left.to_empty:5.2f} s to an empty chat (promised {EMPTY_LIMIT:.0f})"
        for what, left in found.items()
    ]
