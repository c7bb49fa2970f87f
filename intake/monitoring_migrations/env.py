"""Alembic's entry into this store's migrations."""

from intake.migrate import run_migrations

run_migrations("monitoring_version")
