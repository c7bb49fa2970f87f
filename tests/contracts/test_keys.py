"""One contract for every keys database: memory, SQLite, PostgreSQL."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from bot.crypto import CannotOpen, MachineKey
from bot.keys import Keys, SqlKeys
from bot.migrations import upgrade_keys
from bot.stores.memory import MemoryKeys
from bot.stores.tables import draft_keys, keys_schema

MACHINE = MachineKey(b"m" * 32)
DRAFT, OTHER = "d" * 32, "e" * 32


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def keys(
    request: pytest.FixtureRequest,
    new_address: Callable[[str], str],
    open_engine: Callable[..., Engine],
) -> Keys:
    if request.param == "memory":
        return MemoryKeys()
    engine = open_engine(new_address(request.param), secure=True)
    upgrade_keys(engine)
    return SqlKeys(engine, MACHINE)


def test_a_draft_has_one_key(keys: Keys) -> None:
    """A key is random, comes back as it was made, and is never replaced."""
    made = keys.make(DRAFT, at=1)
    assert len(made) == 32
    assert keys.of(DRAFT) == made
    assert keys.make(OTHER, at=1) != made
    with pytest.raises(ValueError, match="has a key"):
        keys.make(DRAFT, at=2)
    assert keys.of(DRAFT) == made
    assert keys.count() == 2


def test_a_dropped_key_is_gone(keys: Keys) -> None:
    """A dropped key is gone at once; dropping it again changes nothing."""
    keys.make(DRAFT, at=1)
    keys.drop(DRAFT)
    keys.drop(DRAFT)
    assert keys.of(DRAFT) is None
    assert keys.count() == 0


def test_orphans_go_and_drafts_being_born_stay(keys: Keys) -> None:
    """Keys without a draft go, but not those made a moment ago, whose draft is on its way."""
    for draft_id, at in ((DRAFT, 10), (OTHER, 10), ("f" * 32, 20)):
        keys.make(draft_id, at)
    assert keys.orphans(frozenset({DRAFT}), made_before=20) == 1
    assert keys.of(OTHER) is None
    assert keys.count() == 2
    assert keys.orphans(frozenset({DRAFT}), made_before=21) == 1
    assert keys.orphans(frozenset({DRAFT}), made_before=21) == 0
    assert keys.of(DRAFT) is not None


def _sqlite_keys(
    path: Path, open_engine: Callable[..., Engine], *, secure: bool
) -> tuple[SqlKeys, Engine]:
    engine = open_engine(f"sqlite:///{path}", secure=secure)
    upgrade_keys(engine)
    return SqlKeys(engine, MACHINE), engine


def test_a_key_lies_wrapped_and_bound_to_its_draft(
    tmp_path: Path, open_engine: Callable[..., Engine]
) -> None:
    """The database never holds a bare key, and a row moved to another draft does not open."""
    path = tmp_path / "keys.db"
    keys, engine = _sqlite_keys(path, open_engine, secure=True)
    made = keys.make(DRAFT, at=1)
    assert made not in path.read_bytes()
    with engine.begin() as connection:
        connection.execute(sa.update(draft_keys).values(draft_id=OTHER))
    with pytest.raises(CannotOpen):
        keys.of(OTHER)
    with pytest.raises(CannotOpen):
        SqlKeys(engine, MachineKey(b"n" * 32)).of(OTHER)


@pytest.mark.parametrize(("secure", "left"), [(True, False), (False, True)])
def test_a_dropped_key_leaves_no_bytes(
    tmp_path: Path, open_engine: Callable[..., Engine], *, secure: bool, left: bool
) -> None:
    """No file of the keys database holds a dropped key's bytes; without `secure` some do."""
    keys, engine = _sqlite_keys(tmp_path / "keys.db", open_engine, secure=secure)
    keys.make(DRAFT, at=1)
    with engine.begin() as connection:
        wrapped = connection.execute(sa.select(draft_keys.c.wrapped)).scalar_one()
    keys.drop(DRAFT)
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    assert any(wrapped in content for content in files) is left


def test_a_key_outlives_its_process(tmp_path: Path, open_engine: Callable[..., Engine]) -> None:
    """A key is on disk when `make` returns: a process that dies right then loses nothing."""
    path = tmp_path / "keys.db"
    keys, engine = _sqlite_keys(path, open_engine, secure=True)
    engine.dispose()
    child = os.fork()
    if child == 0:
        keys.make(DRAFT, at=1)
        os._exit(9)
    os.waitpid(child, 0)
    assert keys.count() == 1
    assert keys.of(DRAFT) is not None


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_migrations_lead_to_the_table(
    kind: str, new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """Migrating an empty database gives the table the code uses."""
    engine = open_engine(new_address(kind), secure=True)
    upgrade_keys(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, *_: name != "keys_version"}
        )
        assert compare_metadata(context, keys_schema) == []
