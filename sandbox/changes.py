"""Tells everyone who waits that the world has changed: no test and no page polls or sleeps."""

import asyncio
from collections.abc import Callable


class Changes:
    """A counter that grows with each change and wakes whoever waits for the next one.

    Used on one event loop only, like everything in a world.
    """

    def __init__(self) -> None:
        self.version = 0
        self.closed = False
        self._waiting: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        """Say that something has changed."""
        self.version += 1
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
        self._waiting.clear()

    def close(self) -> None:
        """Wake everyone for the last time; nobody waits any more after this."""
        self.closed = True
        self.tell()

    async def after(self, version: int, seconds: float | None = None) -> int:
        """Wait until the version is past `version`, or the world closes; return it.

        Raises:
            TimeoutError: nothing has changed within `seconds`.
        """
        while self.version <= version and not self.closed:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.add(waiter)
            try:
                async with asyncio.timeout(seconds):
                    await waiter
            finally:
                self._waiting.discard(waiter)
        return self.version

    async def until(self, condition: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until `condition()` holds; it is asked again after each change.

        Raises:
            TimeoutError: it did not hold within `seconds`.
        """
        async with asyncio.timeout(seconds):
            while not condition():
                if self.closed:
                    raise TimeoutError("the sandbox was closed while somebody waited")
                await self.after(self.version)
