"""Bringing the bot's two databases up to date; the release process calls both."""

from pathlib import Path

from sqlalchemy import Engine

from intake.migrate import upgrade

_HERE = Path(__file__).parent


def upgrade_drafts(engine: Engine) -> None:
    """Apply the migrations that the draft database has not seen yet."""
    upgrade(engine, str(_HERE / "drafts"))


def upgrade_keys(engine: Engine) -> None:
    """Apply the migrations that the keys database has not seen yet."""
    upgrade(engine, str(_HERE / "keys"))
