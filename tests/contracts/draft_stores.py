"""Every kind of draft database, for the tests of one contract."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from bot.migrations import upgrade_drafts
from bot.stores import Store
from bot.stores.memory import MemoryStore
from bot.stores.sql import SqlStore


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(
    request: pytest.FixtureRequest,
    new_address: Callable[[str], str],
    open_engine: Callable[..., Engine],
) -> Store:
    if request.param == "memory":
        return MemoryStore()
    engine = open_engine(new_address(request.param))
    upgrade_drafts(engine)
    return SqlStore(engine)
