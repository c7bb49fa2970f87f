"""Several people who act in the same moment, each in a transaction of her own."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from sqlalchemy import Connection, Engine, event

_OPEN_SECONDS = 0.05


def all_at_once(store: Engine, acts: Sequence[Callable[[Connection], object]]) -> list[Any]:
    """Let each act in a thread and a transaction of its own: see `side_by_side`."""

    def within(act: Callable[[Connection], object]) -> Callable[[], object]:
        def run() -> object:
            with store.begin() as connection:
                return act(connection)

        return run

    return side_by_side(store, [within(act) for act in acts])


def side_by_side(store: Engine, acts: Sequence[Callable[[], object]]) -> list[Any]:
    """Let each act in a thread of its own; return what came of each, or its exception, in order.

    Commits are slow meanwhile, so that whoever looks before she has locked does look too early.
    """
    start = Barrier(len(acts))

    def one(act: Callable[[], object]) -> object:
        start.wait()
        try:
            return act()
        except Exception as fault:  # noqa: BLE001 - what each of them met is what is asked
            return fault

    event.listen(store, "commit", _linger)
    try:
        with ThreadPoolExecutor(len(acts)) as pool:
            return list(pool.map(one, acts))
    finally:
        event.remove(store, "commit", _linger)


def _linger(connection: Connection) -> None:
    del connection
    time.sleep(_OPEN_SECONDS)
