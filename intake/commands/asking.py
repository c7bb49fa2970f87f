"""What several commands need: settings, the store, identities, and saying plainly what is wrong."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import typer
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from intake.age import Identity
from intake.answering import answering_engine
from intake.boundary import TryLater
from intake.envelope import DamagedEnvelope, UnknownVersion, WrongIdentity
from intake.identities import IdentityFault, is_locked, open_identity
from intake.messages import BadMessage
from intake.receipts import ReceiptKeyFault
from intake.register import NoSuchReport, Register
from intake.removal import NotDeleted
from intake.retention.returned import DeletionsFault
from intake.settings import AnySettings, IntakeSettings, SettingsFaults, read_settings
from intake.team_checks import TeamFaults

_TOLD = (
    TryLater,
    SettingsFaults,
    ReceiptKeyFault,
    IdentityFault,
    NoSuchReport,
    WrongIdentity,
    DamagedEnvelope,
    UnknownVersion,
    BadMessage,
    NotDeleted,
    DeletionsFault,
    TeamFaults,
)


@contextmanager
def plainly() -> Iterator[None]:
    """Say an expected fault in one sentence and end with 1, without a trace."""
    try:
        yield
    except _TOLD as fault:
        refuse(str(fault))


def moment(at: int) -> str:
    """Return seconds since 1970 as a day and a time."""
    return f"{datetime.fromtimestamp(at, tz=UTC):%Y-%m-%d %H:%M:%S} UTC"


def refuse(sentence: str) -> NoReturn:
    """Say why nothing was done, and end with 1."""
    typer.echo(sentence, err=True)
    raise typer.Exit(1)


@contextmanager
def opened_store(kind: type[AnySettings]) -> Iterator[tuple[Engine, AnySettings]]:
    """Open the store that the settings name, and say faults plainly."""
    with plainly():
        settings = read_settings(kind)
        engine = answering_engine("INTAKE_DATABASE_URL", settings.intake_database_url)
        try:
            yield engine, settings
        except SQLAlchemyError as fault:
            # The driver's own text may quote a row: only the kind of fault is told.
            refuse(
                f"The intake store did not answer ({type(fault).__name__}). Check "
                "INTAKE_DATABASE_URL and run `python -m intake init`."
            )
        finally:
            engine.dispose()


@contextmanager
def opened_register() -> Iterator[Register]:
    """Open the register of the store that the settings name, and say faults plainly."""
    with opened_store(IntakeSettings) as (engine, _):
        yield Register(engine)


def identities(files: Sequence[Path], passphrase_file: Path | None) -> list[Identity]:
    """Open the identity files, asking for a passphrase where one is needed.

    A passphrase never comes from an argument or a variable: both can be read by others.
    """
    given = None if passphrase_file is None else read_passphrase(passphrase_file)
    opened = []
    for file in files:
        passphrase = given
        if passphrase is None and is_locked(file):
            passphrase = typer.prompt(f"Passphrase of {file.name}", hide_input=True, err=True)
        opened.append(open_identity(file, passphrase))
    return opened


def read_passphrase(file: Path) -> str:
    """Return the first line of a passphrase file."""
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        raise IdentityFault(f"The passphrase file {file} cannot be read.") from None
