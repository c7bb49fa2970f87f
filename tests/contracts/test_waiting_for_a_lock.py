"""A writer that waits for another's lock ends as "try later": it never hangs."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from bot.migrations import upgrade_drafts
from bot.stores.boundary import StoreUnavailable
from bot.stores.sql import SqlStore
from intake import engines

OWNER = b"o" * 32


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_waiting_writer_is_told_to_try_later(
    kind: str,
    new_address: Callable[[str], str],
    open_engine: Callable[..., Engine],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """While one transaction holds an owner, another for the same owner gives up in time."""
    monkeypatch.setattr(engines, "_LOCK_SECONDS", 1)
    monkeypatch.setattr(engines, "_WAIT_SECONDS", 1)
    address = new_address(kind)
    one, other = (SqlStore(open_engine(address)) for _ in range(2))
    upgrade_drafts(open_engine(address))
    with one.begin() as first:
        first.hold([OWNER])
        with pytest.raises(StoreUnavailable), other.begin() as second:
            second.hold([OWNER])
    with other.begin() as second:
        second.hold([OWNER])
