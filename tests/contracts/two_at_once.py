"""One of two processes that write the same rows at once; run by test_two_processes.py.

    python -m tests.contracts.two_at_once URL NUMBER TURNS careful|careless

It says "ready", waits for a line, makes its turns and prints how many were refused as stale.
"""

import sys

import sqlalchemy as sa

from bot.stores import DraftRow, StaleRevision, SweepRow
from bot.stores.sql import SqlStore
from intake.engines import make_engine

OWNER = b"o" * 32
DRAFT = "d" * 32


def one_turn(store: SqlStore, update_id: int) -> None:
    """Do what reception does: see the update, move the draft on, lengthen the sweep list."""
    with store.begin() as tx:
        # Reading before the first write is what goes wrong where a transaction begins late.
        sweep = tx.sweep_of(OWNER)
        drafts = tx.drafts_of(OWNER)
        revision = drafts[0].revision + 1 if drafts else 1
        assert tx.first_sight(update_id, at=1)
        tx.keep_sweep(SweepRow(OWNER, b"", due_at=1, tries=sweep.tries + 1 if sweep else 1))
        tx.raise_high_water(update_id)
        tx.keep_draft(
            DraftRow(
                id=DRAFT,
                owner=OWNER,
                kind="draft",
                left=False,
                revision=revision,
                sealed=b"",
                touched_at=1,
                ends_at=2,
                shown=False,
            )
        )


def main(url: str, number: int, turns: int, *, careful: bool) -> None:
    """Make `turns` turns; careless leaves SQLAlchemy's own settings as they are."""
    store = SqlStore(make_engine(url) if careful else sa.create_engine(url))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    stale = 0
    for turn in range(turns):
        try:
            one_turn(store, number * turns + turn)
        except StaleRevision:
            stale += 1
    sys.stdout.write(f"{stale}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), careful=sys.argv[4] == "careful")
