"""`init` and `keygen`: what is done once."""

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from intake.answering import answering_engine
from intake.commands.asking import plainly, read_passphrase, refuse
from intake.example import EXAMPLE_TEAM
from intake.identities import make_identity
from intake.migrate import upgrade
from intake.monitoring import prepare_monitoring
from intake.private_file import readable_stores
from intake.receipts import SECRET_BYTES, read_receipt_key
from intake.settings import IntakeSettings, SettingsFaults, read_settings

MIGRATIONS = str(Path(__file__).parent.parent / "migrations")

_SHORTEST_PASSPHRASE = 12


def prepare(settings: IntakeSettings) -> list[str]:
    """Make DATA_DIR, the receipt secret and the intake store's tables; say what was made.

    What is there already stays as it is, so that it can run at every release.
    """
    made = []
    if not settings.data_dir.is_dir():
        _make_folder(settings.data_dir)
        made.append(f"Made the folder {settings.data_dir}.")
    if _new_receipt_key(settings.receipt_key_file):
        made.append(
            f"Made the receipt secret {settings.receipt_key_file}. Back it up: without it no "
            "reporter's code works."
        )
    read_receipt_key(settings.receipt_key_file)
    engine = answering_engine("INTAKE_DATABASE_URL", settings.intake_database_url)
    try:
        upgrade(engine, MIGRATIONS)
    finally:
        engine.dispose()
    made.append("The intake store is up to date.")
    answering_engine(
        "MONITORING_DATABASE_URL", settings.monitoring_database_url, secure=True
    ).dispose()
    prepare_monitoring(settings.monitoring_database_url)
    made.append("The monitoring store is up to date.")
    return made


def init() -> None:
    """Make the data folder, the receipt secret and the intake store. Safe to run again."""
    with plainly():
        settings = read_settings(IntakeSettings)
        for line in prepare(settings):
            typer.echo(line)
        stores = (settings.intake_database_url, settings.monitoring_database_url)
        for sentence in readable_stores(*stores):
            typer.echo(f"WARNING: {sentence}", err=True)
    if not settings.team_file.exists():
        typer.echo(
            f"Next: there is no team file yet. Copy {EXAMPLE_TEAM} to {settings.team_file} and "
            "fill it in; readers make their keys with `python -m intake keygen FILE`."
        )


def keygen(
    file: Annotated[Path, typer.Argument(help="Where the new identity goes; never overwritten.")],
    passphrase_file: Annotated[
        Path | None, typer.Option(help="Take the passphrase from this file instead of asking.")
    ] = None,
) -> None:
    """Make an identity (private key) under a passphrase, and show its public key.

    Do this on the computer where you will read reports, never on the bot's machine.
    """
    with plainly():
        if file.exists():
            refuse(f"{file} is there already and is left as it is.")
        passphrase = (
            read_passphrase(passphrase_file)
            if passphrase_file
            else typer.prompt(
                "Choose a passphrase (four or more random words)",
                hide_input=True,
                confirmation_prompt=True,
                err=True,
            )
        )
        if len(passphrase) < _SHORTEST_PASSPHRASE:
            refuse(f"A passphrase needs at least {_SHORTEST_PASSPHRASE} characters. Nothing made.")
        public_key = make_identity(file, passphrase)
    typer.echo(f"Your identity is in {file}. Keep a copy of it, and remember the passphrase:")
    typer.echo("without both, nothing that was sealed to it can ever be opened.")
    typer.echo("Give this public key to whoever keeps the team file:")
    typer.echo(public_key)


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(mode=0o700, parents=True)
    except OSError as fault:
        raise SettingsFaults(
            (f"DATA_DIR: {path} cannot be made ({fault.strerror}): name another folder.",)
        ) from None


def _new_receipt_key(path: Path) -> bool:
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(number, "wb") as file:
        file.write(secrets.token_bytes(SECRET_BYTES))
        file.flush()
        os.fsync(file.fileno())
    return True
