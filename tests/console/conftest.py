"""An office of its own for each test, on a store that was set up once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.office import Office
from flows.loading import load_flow
from intake.age import new_identity
from intake.commands.setting_up import MIGRATIONS
from intake.engines import make_engine
from intake.example import example_team
from intake.migrate import upgrade
from intake.team import read_team
from tests.console.staffing import ORIGIN, Clock


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "intake.db"
    engine = make_engine(f"sqlite:///{path}")
    upgrade(engine, MIGRATIONS)
    engine.dispose()
    return path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, empty_store: Path, clock: Clock) -> Iterator[Office]:
    """Return an office with no staff yet, and readers of whom nobody has the keys."""
    store = shutil.copy(empty_store, tmp_path / "intake.db")
    team_file = tmp_path / "team.toml"
    keys = (new_identity().public_key, new_identity().public_key)
    told = "\n[alerts.command]\nrun = ['true']\n"
    team_file.write_text(example_team(*keys) + told, encoding="utf-8")
    engine = make_engine(f"sqlite:///{store}")
    yield Office(
        engine=engine,
        team=read_team(team_file),
        queues=load_flow().flow.queues,
        origin=ORIGIN,
        passkey_name="console.example.org",
        clock=clock,
    )
    engine.dispose()
