"""A store at the start of a program: its database answers, or it is told what to look at."""

from typing import Final

from sqlalchemy import Engine, inspect
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from intake.engines import make_engine, read_url
from intake.settings import SettingsFaults

_POSTGRESQL_PORT: Final = 5432


def answering_engine(variable: str, url: str, *, secure: bool = False) -> Engine:
    """Return `make_engine(url)` once its database answers; else raise SettingsFaults.

    `variable` is the setting that the address came from. The sentence holds no name and no
    password of the address, and not the driver's own words, which may.
    """
    address = read_url(url)
    try:
        engine = make_engine(url, secure=secure)
    except OSError as fault:
        raise SettingsFaults((_file_fault(variable, address, fault.strerror or ""),)) from None
    try:
        engine.connect().close()
    except SQLAlchemyError as fault:
        engine.dispose()
        raise SettingsFaults((_no_answer(variable, address, fault),)) from None
    return engine


def prepared_engine(
    variable: str, url: str, *, table: str, command: str, secure: bool = False
) -> Engine:
    """Return an answering engine whose store has this table; else raise SettingsFaults.

    `command` is what makes the tables.
    """
    engine = answering_engine(variable, url, secure=secure)
    if inspect(engine).has_table(table):
        return engine
    engine.dispose()
    raise SettingsFaults(
        (f"{variable}: this store is not set up yet: run `python -m {command}` first.",)
    )


def store_name(url: str) -> str:
    """Return which database an address leads to, for an operator: no user, no password."""
    address = read_url(url)
    if address.get_backend_name() == "sqlite":
        return f"the file {address.database}"
    return f"the database {address.database or ''} at {_place(address)}"


def _no_answer(variable: str, address: URL, fault: SQLAlchemyError) -> str:
    if address.get_backend_name() == "sqlite":
        return _file_fault(variable, address, type(fault).__name__)
    return (
        f"{variable}: no answer from the database at {_place(address)}. Is it running, and are the "
        "database's name, the user and the password right?"
    )


def _place(address: URL) -> str:
    given = address.query.get("host") or address.host or "this machine"
    host = given if isinstance(given, str) else ", ".join(given)
    return f"{host}, port {address.port or _POSTGRESQL_PORT}"


def _file_fault(variable: str, address: URL, why: str) -> str:
    return (
        f"{variable}: {address.database} cannot be used ({why}): check that it is a SQLite file, "
        "and that this account may write to it and to its folder."
    )
