"""The databases on which the same contract tests run."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from intake.engines import make_engine
from tests.contracts.casework import Store
from tests.contracts.postgresql import new_database, running_postgresql


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Path]:
    with running_postgresql() as folder:
        yield folder


@pytest.fixture
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Return a function that makes an empty database: of kind "sqlite" or "postgresql"."""

    def make(kind: str) -> str:
        name = uuid.uuid4().hex
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / name}.db"
        return new_database(request.getfixturevalue("postgresql_server"), name)

    return make


@pytest.fixture
def open_engine() -> Iterator[Callable[..., Engine]]:
    """Return `make_engine`, whose engines are closed when the test ends."""
    engines = []

    def make(url: str, *, secure: bool = False) -> Engine:
        engines.append(make_engine(url, secure=secure))
        return engines[-1]

    yield make
    for engine in engines:
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(
    request: pytest.FixtureRequest,
    new_address: Callable[[str], str],
    open_engine: Callable[..., Engine],
) -> Store:
    """Return an intake store with an invented team, on each database."""
    return Store.at(open_engine(new_address(request.param)))


@pytest.fixture(scope="module")
def any_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return one store for all the examples of a property: each takes a report of its own."""
    engine = make_engine(f"sqlite:///{tmp_path_factory.mktemp('store')}/intake.db")
    yield Store.at(engine)
    engine.dispose()
