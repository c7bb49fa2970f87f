"""Bring a store's tables up to date: Alembic without an ini file, for every store of Candour.

A store's folder of migrations holds `env.py` (one line: it calls `run_migrations`) and `versions/`.
"""

from alembic import command, context
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

_ONE_AT_A_TIME = 0x43414E44
"""Any fixed number: PostgreSQL's lock while a process migrates. SQLite locks its whole file."""


def upgrade(engine: Engine, script_location: str) -> None:
    """Apply the migrations in the folder `script_location` that the store has not seen yet.

    Everything happens in one transaction: a failed migration changes nothing. Two processes may
    call it at the same time.
    """
    config = Config()
    config.set_main_option("script_location", script_location.replace("%", "%%"))
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def run_migrations(version_table: str) -> None:
    """Do what Alembic asks of an `env.py`; stores that share a database differ in their table."""
    connection: Connection = context.config.attributes["connection"]
    context.configure(connection=connection, version_table=version_table, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()
